/** A kind of value, with the forms that it may be written in. `in` is a statement in which `…` stands for the form. */
export interface ValueKind {
  name: string;
  plain: string[];
  also: string[];
  in: string;
  about: string;
}

export const values: readonly ValueKind[];

/** docs/language.md with its tables as they must be. Throws where it lacks the marks of one. */
export function withTables(text: string): string;
