/** The address of the page of a rule, by its code. */
export type PageOf = (code: string) => string;

/**
 * Where the pages of the rules open.
 *
 * @param options - The client's `initializationOptions`. Their `rulePages` is an address in which `{code}` stands for the code; without
 *   that the code is put behind it. An empty one means that there are no pages.
 * @param beside - The same for a client that says nothing: the pages that lie beside the server.
 */
export function pagesFor(options: unknown, beside?: string): PageOf | undefined {
  const given = typeof options === 'object' && options !== null && 'rulePages' in options ? options.rulePages : undefined;
  const pages = typeof given === 'string' ? given : beside;
  if (!pages) return undefined;
  return (code) => (pages.includes('{code}') ? pages.replaceAll('{code}', code) : pages + code);
}
