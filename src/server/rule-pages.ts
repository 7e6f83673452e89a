import type { Language } from './tongues.ts';

/** The address of the page of a rule, by its code. */
export type PageOf = (code: string) => string;

/** Where the pages of the rules open. */
export interface RulePages {
  /** From the code of a finding. */
  ofCode: PageOf;
  /** From a hover, where an editor may allow other addresses. */
  inHover: PageOf;
}

/**
 * Where the pages of the rules open for a client.
 *
 * @param options - The client's `initializationOptions`. Their `rulePages` is an address in which `{code}` stands for the code; without
 *   that the code is put behind it. An empty one means that there are no pages. `ruleLinks` is the same for hovers, where it differs.
 * @param beside - The same for a client that says nothing: the pages that lie beside the server.
 */
export function pagesFor(options: unknown, beside?: string): RulePages | undefined {
  const given: Record<string, unknown> = typeof options === 'object' && options !== null ? { ...options } : {};
  const pages = typeof given.rulePages === 'string' ? given.rulePages : beside;
  if (!pages) return undefined;
  const links = typeof given.ruleLinks === 'string' && given.ruleLinks ? given.ruleLinks : pages;
  return { ofCode: fill(pages), inHover: fill(links) };
}

/** The pages in a language: the French ones lie in a folder of their own beside the English. */
export function pagesIn(language: Language, pages: RulePages | undefined): RulePages | undefined {
  if (!pages || language === 'en') return pages;
  const within =
    (pageOf: PageOf): PageOf =>
    (code) =>
      pageOf(`${language}/${code}`);
  return { ofCode: within(pages.ofCode), inHover: within(pages.inHover) };
}

function fill(address: string): PageOf {
  return (code) => (address.includes('{code}') ? address.replaceAll('{code}', code) : address + code);
}
