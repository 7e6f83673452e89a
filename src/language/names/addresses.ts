/**
 * The address that a text of a map is, of a kind that is safe to open: of the web, or of mail without anything that a mail program would do by itself.
 *
 * @returns it in the form that a browser would give it, or nothing where the text is no such address
 */
export function addressOf(text: string): string | undefined {
  const written = text.trim();
  // Half of a character has no place in an address.
  if (!/^(?:https?:\/\/|mailto:)\S+$/i.test(written) || /\p{Cs}/u.test(written)) return undefined;
  try {
    const url = new URL(written);
    if (url.protocol === 'mailto:') return mailTo(decodeURIComponent(url.pathname));
    return url.hostname ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/** The `mailto:` address of a mailbox that stands by itself, `desk@example.com`; nothing where the text is none. */
export function mailboxOf(text: string): string | undefined {
  return /\p{Cs}/u.test(text) ? undefined : mailTo(text.trim());
}

function mailTo(mailAddress: string): string | undefined {
  const parts = /^([^\s@<>()[\]\\,;:"?&#%/]+)@([^\s@<>()[\]\\,;:"?&#%/]+\.[^\s@<>()[\]\\,;:"?&#%/]+)$/.exec(mailAddress);
  const [local, domain] = (parts ?? []).slice(1).map(encodeURIComponent);
  return local && domain ? `mailto:${local}@${domain}` : undefined;
}
