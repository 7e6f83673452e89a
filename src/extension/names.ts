/** The last part of a path: what people call the file. */
export function nameOf(uri: { path: string }): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

/** A number used once, for a page's content security policy: 128 random bits in hexadecimal. */
export function randomNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
