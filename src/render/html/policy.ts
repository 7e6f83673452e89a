import { base64 } from '../base64.ts';

/** What a content security policy calls a script or a style that stands in the page, as it stands there. */
export async function sourceOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `'sha256-${base64(new Uint8Array(digest))}'`;
}
