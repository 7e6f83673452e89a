import type { Lines } from './cells.ts';
import type { Fact, Table, ToldMap } from './telling.ts';

/**
 * A told map as HTML without a head: headings, lists and tables whose columns are steps and whose rows are lanes, each with its header cell, so
 * that a screen reader says of every cell where it stands. What is written in the map stays text.
 *
 * @param level - Of the first heading, 1 … 5.
 */
export function toHtmlTable({ title, description, facts, personas, stages }: ToldMap, level = 1): string {
  const below = level + 1;
  const parts = [
    heading(title, level),
    `<p>${text(description)}</p>`,
    list(facts),
    ...personas.flatMap((persona) => [heading(persona.title, below), list(persona.facts)]),
    ...stages.flatMap((stage) => [
      ...(stage.title ? [heading(stage.title, below)] : []),
      list(stage.facts),
      ...stage.tables.map((each) => table(each, stage.title || title)),
    ]),
  ];
  return `${parts.filter(Boolean).join('\n')}\n`;
}

function heading(title: string, level: number): string {
  return `<h${level}>${text(title)}</h${level}>`;
}

function list(facts: readonly Fact[]): string {
  if (facts.length === 0) return '';
  const rows = facts.map(({ name, lines }) => `<dt>${text(name)}</dt>${lines.map((line) => `<dd>${text(line)}</dd>`).join('')}`);
  return `<dl>${rows.join('')}</dl>`;
}

function table({ steps, rows }: Table, caption: string): string {
  const head = `<tr><td></td>${steps.map((step) => `<th scope="col">${text(step)}</th>`).join('')}</tr>`;
  const body = rows.map(({ name, cells }) => `<tr><th scope="row">${text(name)}</th>${cells.map(cell).join('')}</tr>`);
  return `<table><caption>${text(caption)}</caption><thead>${head}</thead><tbody>${body.join('\n')}</tbody></table>`;
}

function cell(lines: Lines): string {
  const [only = ''] = lines;
  return lines.length < 2 ? `<td>${text(only)}</td>` : `<td><ul>${lines.map((line) => `<li>${text(line)}</li>`).join('')}</ul></td>`;
}

const special: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function text(written: string): string {
  return written
    .toWellFormed()
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .replace(/[&<>"']/g, (letter) => special[letter] ?? letter);
}
