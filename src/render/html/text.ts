import type { HtmlNode } from '../../exchange/html-table.ts';

const special: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text between tags or in double quotes. What HTML has no place for (control characters, halves of letters) is gone. */
export function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\ufffe\uffff\ufdd0-\ufdef]/gu, (letter) => (letter === '\n' || letter === '\t' ? letter : ''))
    .replace(/[&<>"]/g, (letter) => special[letter] ?? letter);
}

/** Nodes as HTML, without what says which element of the map they tell: who reads a file has no text to go to. */
export function htmlOf(nodes: HtmlNode['children']): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return escaped(node);
      const attrs = Object.entries(node.attrs).filter(([name]) => name !== 'data-id');
      const inner = htmlOf(node.children);
      if (node.tag === 'span' && attrs.length === 0) return inner;
      return `<${node.tag}${attrs.map(([name, value]) => ` ${name}="${escaped(value)}"`).join('')}>${inner}</${node.tag}>`;
    })
    .join('');
}

/** Data as JSON that may stand in a `script` element: nothing in it ends the element, or begins a comment. */
export function jsonFor(data: unknown): string {
  return JSON.stringify(data).replace(/[<\u2028\u2029]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
