/**
 * An address that a file may lead to: of the web, or of mail with nothing that a mail program would do by itself. Whatever else is written is text.
 *
 * @returns The address as the URL standard writes it, so that no program reads it in another way.
 */
export function addressOf(written: string | undefined): string | undefined {
  const text = written?.trim() ?? '';
  // Half of a character has no place in an address.
  if (!/^(?:https?:\/\/|mailto:)\S+$/i.test(text) || /\p{Cs}/u.test(text)) return undefined;
  try {
    const url = new URL(text);
    if (url.protocol === 'mailto:') return /^[^\s@]+@[^\s@]+$/.test(url.pathname) ? `mailto:${url.pathname}` : undefined;
    return url.hostname ? url.href : undefined;
  } catch {
    return undefined;
  }
}
