/** The pages of docs/rules/ by their path below it. */
export function pages(): Map<string, string>;
/** The paths of the pages that there are. */
export function filesBelow(): string[];
