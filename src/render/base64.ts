/** Bytes as base64, also in a browser. */
export function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

/** The bytes of base64. */
export function bytesOf(base64Text: string): Uint8Array {
  return Uint8Array.from(atob(base64Text), (letter) => letter.charCodeAt(0));
}
