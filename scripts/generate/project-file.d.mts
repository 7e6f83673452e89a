/** The page about `journey.json`. */
export function projectPage(): string;
