/** What a value is: whether it can be taken for something. */
export type Is = (value: unknown) => boolean;

export const isText: Is = (value) => typeof value === 'string';
export const isFlag: Is = (value) => typeof value === 'boolean';
export const isCount: Is = (value) => typeof value === 'number' && Number.isInteger(value);
/** JSON writes a number that is too large for it as `null`. */
export const isNumber: Is = (value) => value === null || typeof value === 'number';

export function oneOf(...names: readonly string[]): Is {
  const known = new Set<unknown>(names);
  return (value) => known.has(value);
}

export function optional(is: Is): Is {
  return (value) => value === undefined || is(value);
}

export function list(is: Is): Is {
  return (value) => Array.isArray(value) && value.every(is);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Any names, and below each the same. */
export function each(is: Is): Is {
  return (value) => isRecord(value) && Object.values(value).every(is);
}

/** These fields, each of which is said what it is. Others count for nothing. */
export function record<Type>(fields: Readonly<Record<keyof Required<Type>, Is>>): Is {
  const all = Object.entries<Is>(fields);
  return (value) => isRecord(value) && all.every(([name, is]) => is(Object.hasOwn(value, name) ? value[name] : undefined));
}
