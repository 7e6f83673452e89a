/** The pages of docs/rules/ by file name. */
export function pages(): Map<string, string>;
