/** The maps to begin with: files in media/templates, one per kind and language, that are maps as they stand. */
export const templates = ['current', 'future', 'day', 'blueprint'] as const;
export type Template = (typeof templates)[number];

/** The languages that each of them is written in. */
export const languages = ['en', 'fr'] as const;
export type Language = (typeof languages)[number];

/** The file of a template, below media/templates. */
export function fileOf(template: Template, language: Language): string {
  return `${template}.${language}.journey`;
}

/** The language among ours that a tag of BCP 47 (`fr-CA`) asks for, in whatever case; English for all others. */
export function languageOf(tag: string): Language {
  return languages.find((language) => language === tag.toLowerCase().split(/[-_]/)[0]) ?? 'en';
}

/** A template as a map of its own: checked today, because it was written today. `today` is an ISO date. */
export function mapOf(template: string, today: string): string {
  return template.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, today);
}

/** A declaration of a template with the lines that belong to it, and the blank ones behind it. */
const declaration = /^(persona|team|channel|system) "([^"\n]*)".*\n(?:[ \t]+\S.*\n)*\n*/gm;

/**
 * A map of a template as it can stand beside others: what they declare already it takes from them, and its journey has a name that none of
 * theirs has.
 */
export function beside(map: string, others: readonly string[]): string {
  const isDeclared = (word: string, name: string): boolean =>
    others.some((text) => new RegExp(`^[ \\t]*${word}[ \\t]+"${name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}"`, 'imu').test(text));
  const [, title = ''] = /^journey "([^"\n]*)"/m.exec(map) ?? [];
  let fresh = title;
  for (let number = 2; isDeclared('journey', fresh); number++) fresh = `${title} ${number}`;
  return map
    .replaceAll(declaration, (whole, word: string, name: string) => {
      if (!isDeclared(word, name)) return whole;
      // The blank lines parted it from what follows, and now part what stands above from that.
      return /\n\n$/.test(whole) ? '\n' : '';
    })
    .replaceAll(/\n{3,}/g, '\n\n')
    .replaceAll(`"${title}"`, `"${fresh}"`);
}

/** A comment, a text in quotes, or a score. */
const parts = /\/\/.*|"([^"\n]*)"|(?<=\bfeels )-?\d\b/g;

const scores = ['-2', '-1', '0', '1', '2'];

/**
 * A map as a snippet, in the syntax of VS Code: one stops at each text and at each score, in their order. Texts that are equal are one
 * stop, so that a name written over changes wherever it stands.
 */
export function snippetOf(map: string): string {
  const stops = new Map<string, number>();
  let last = 0;
  let from = 0;
  let snippet = '';
  for (const { 0: part, 1: text, index } of map.matchAll(parts)) {
    snippet += literal(map.slice(from, index));
    from = index + part.length;
    if (part.startsWith('//')) snippet += literal(part);
    else if (text === undefined) {
      last += 1;
      snippet += `\${${last}|${[part, ...scores.filter((score) => score !== part)].join(',')}|}`;
    } else {
      const stop = stops.get(text) ?? last + 1;
      stops.set(text, stop);
      last = Math.max(last, stop);
      snippet += `"\${${stop}:${literal(text)}}"`;
    }
  }
  return `${snippet}${literal(map.slice(from))}$0`;
}

/** A text that stands for itself in a snippet. */
function literal(text: string): string {
  return text.replaceAll(/[\\$}]/g, '\\$&');
}

/** The name of a file for what somebody typed: with the ending of maps, without blanks around it. */
export function fileName(typed: string): string {
  const name = typed.trim();
  return name.toLowerCase().endsWith('.journey') ? name : `${name}.journey`;
}

/** Whether a name can be that of a file on every system. */
export function isFileName(name: string): boolean {
  const stem = name.replace(/\.journey$/i, '');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: file systems refuse them.
  return stem !== '' && !/^[. ]|[. ]$|[\\/:*?"<>|\u0000-\u001f]/.test(stem) && !/^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(stem);
}
