import { inflateRawSync } from 'node:zlib';

/** Reads what Office files are made of, by rules of the format and not by the code that writes them. */

/** The files in a ZIP file, by their names. */
export function unzipped(bytes: Uint8Array): Map<string, Buffer> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = buffer.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const files = new Map<string, Buffer>();
  let at = buffer.readUInt32LE(end + 16);
  for (let left = buffer.readUInt16LE(end + 10); left > 0; left--) {
    const [size, nameLength, local] = [buffer.readUInt32LE(at + 20), buffer.readUInt16LE(at + 28), buffer.readUInt32LE(at + 42)];
    const name = buffer.toString('utf8', at + 46, at + 46 + nameLength);
    const from = local + 30 + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28);
    files.set(name, inflateRawSync(buffer.subarray(from, from + size)));
    at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
  }
  return files;
}

/** An element of XML. */
export interface Element {
  name: string;
  attrs: Record<string, string>;
  children: Element[];
  text: string;
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function plain(text: string): string {
  return text.replace(/&(#x?)?(\w+);/g, (whole, code: string | undefined, name: string) => {
    if (code) return String.fromCodePoint(Number.parseInt(name, code === '#x' ? 16 : 10));
    if (entities[name] === undefined) throw new Error(`${whole} is no entity of XML`);
    return entities[name];
  });
}

/** The root of a file; what is not well-formed throws. */
export function parsed(xml: string): Element {
  const root: Element = { name: '', attrs: {}, children: [], text: '' };
  const open = [root];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those that XML forbids.
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(xml)) throw new Error('a letter that XML forbids');
  const body = xml.replace(/^<\?xml[^>]*\?>\s*/, '');
  const token = /<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;
  for (let match = token.exec(body); match; match = token.exec(body)) {
    const [whole, closes, name = '', attrs = '', empty, text] = match;
    const top = open.at(-1) as Element;
    if (text !== undefined) top.text += plain(text);
    else if (closes) {
      if (open.pop()?.name !== name) throw new Error(`${whole} closes nothing`);
    } else {
      const made: Element = { name, attrs: {}, children: [], text: '' };
      for (const [, key = '', value = ''] of attrs.matchAll(/([\w:]+)="([^"]*)"/g)) {
        if (key in made.attrs) throw new Error(`${key} twice in ${whole}`);
        made.attrs[key] = plain(value);
      }
      top.children.push(made);
      if (!empty) open.push(made);
    }
    if (token.lastIndex === body.length) break;
  }
  if (open.length !== 1 || token.lastIndex !== body.length || root.children.length !== 1) throw new Error('not one whole element');
  return root.children[0] as Element;
}

/** All elements of a name, in reading order. */
export function all(element: Element, name: string): Element[] {
  return [...(element.name === name ? [element] : []), ...element.children.flatMap((child) => all(child, name))];
}

/** The text of paragraphs, one a line. */
export function linesOf(element: Element): string[] {
  return all(element, 'a:p').map((paragraph) =>
    all(paragraph, 'a:t')
      .map(({ text }) => text)
      .join(''),
  );
}

/** An element and all within it. */
export function* within(element: Element): Generator<Element> {
  yield element;
  for (const child of element.children) yield* within(child);
}
