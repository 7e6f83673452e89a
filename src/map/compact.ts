/** A copy without the keys that hold nothing, so that what is absent from a map is absent from its JSON. */
export function compact<T extends object>(value: { [K in keyof T]: T[K] | undefined }): T {
  const copy: Partial<T> = {};
  for (const key in value) {
    const field = value[key];
    if (field !== undefined) copy[key] = field;
  }
  return copy as T;
}
