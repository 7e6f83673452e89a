import type { Lines } from './cells.ts';
import type { Fact, Table, ToldMap } from './told.ts';

/**
 * A told map as Markdown (GitHub's tables, otherwise CommonMark): a heading per stage and below it a table with a column per step. What is
 * written in the map stays text: no mark of Markdown in it makes a link, an image, HTML or another cell.
 */
export function toMarkdown({ title, description, facts, personas, stages }: ToldMap): string {
  const parts = [
    `# ${line(title)}`,
    line(description),
    list(facts),
    ...personas.flatMap((persona) => [`## ${line(persona.title)}`, list(persona.facts)]),
    ...stages.flatMap((stage) => [...(stage.title ? [`## ${line(stage.title)}`] : []), list(stage.facts), ...stage.tables.map(table)]),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function list(facts: readonly Fact[]): string {
  return facts
    .flatMap(({ name, lines }) => {
      const [only] = lines;
      if (!name) return lines.map(({ text }) => `- ${line(text)}`);
      return lines.length === 1
        ? [`- **${line(name)}:** ${line(only?.text ?? '')}`]
        : [`- **${line(name)}:**`, ...lines.map(({ text }) => `  - ${line(text)}`)];
    })
    .join('\n');
}

function table({ steps, rows }: Table): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    row(['', ...steps.map((step) => `**${line(step.title)}**`)]),
    row(Array.from({ length: steps.length + 1 }, () => '---')),
    ...rows.map(({ name, cells }) => row([`**${line(name)}**`, ...cells.map(cell)])),
  ].join('\n');
}

function cell(lines: Lines): string {
  return lines.map(({ text }) => line(text)).join('<br>');
}

/** A text on one line, with a backslash before every character that Markdown would read as a mark there. */
function line(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u2060\u00ad]/g, '')
    .trim()
    .replace(/[\\`*_[\]<>|~]|&(?=#?\w+;)/g, '\\$&')
    .replace(/^[-+#=:]/, '\\$&')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2');
}
