import type { Line, Lines } from './cells.ts';
import type { Fact, Table, ToldMap, ToldStage } from './told.ts';

/** An element of HTML as plain data. Its texts are text: whoever shows or writes it makes no markup of them. */
export interface HtmlNode {
  tag:
    | 'section'
    | 'h1'
    | 'h2'
    | 'p'
    | 'dl'
    | 'dt'
    | 'dd'
    | 'table'
    | 'caption'
    | 'thead'
    | 'tbody'
    | 'tr'
    | 'th'
    | 'td'
    | 'ul'
    | 'li'
    | 'span'
    | 'a';
  attrs: Readonly<Record<string, string>>;
  children: readonly (HtmlNode | string)[];
}

/**
 * A told map as HTML, but for its stages: headings and lists. What an element of the map says is a `span` with its id as `data-id`.
 */
export function toHtmlHead({ id, title, description, facts, personas }: ToldMap): HtmlNode[] {
  return [
    node('h1', [said({ id, text: title })]),
    node('p', [description]),
    ...list(facts),
    ...personas.flatMap((persona) => [node('h2', [said({ id: persona.id, text: persona.title })]), ...list(persona.facts)]),
  ];
}

/**
 * A stage of a told map as HTML: tables whose columns are steps and whose rows are lanes, each with its header cell, so that a screen reader says of
 * every cell where it stands.
 *
 * @param title - Of the map: it names the tables where the steps stand in no stage.
 */
export function toHtmlStage({ id, title: own, facts, tables }: ToldStage, title: string): HtmlNode[] {
  const heading = own ? [node('h2', [said({ id, text: own })])] : [];
  return [...heading, ...list(facts), ...tables.map((each) => table(each, own || title))];
}

/** What has no name comes first, as it stands. */
function list(facts: readonly Fact[]): HtmlNode[] {
  const [plain, named] = [facts.filter(({ name }) => name === ''), facts.filter(({ name }) => name !== '')];
  const rows = named.flatMap(({ name, lines }) => [node('dt', [name]), ...lines.map((line) => node('dd', [said(line)]))]);
  return [...plain.flatMap(({ lines }) => lines.map((line) => node('p', [said(line)]))), ...(rows.length > 0 ? [node('dl', rows)] : [])];
}

function table({ steps, rows }: Table, caption: string): HtmlNode {
  const names = steps.map(({ id, title }) => node('th', [said({ id, text: title })], { scope: 'col' }));
  const body = rows.map(({ name, cells }) => node('tr', [node('th', [name], { scope: 'row' }), ...cells.map(cell)]));
  return node('table', [node('caption', [caption]), node('thead', [node('tr', [node('td', []), ...names])]), node('tbody', body)]);
}

function cell(lines: Lines): HtmlNode {
  return node(
    'td',
    lines.length < 2
      ? lines.map(said)
      : [
          node(
            'ul',
            lines.map((line) => node('li', [said(line)])),
          ),
        ],
  );
}

/** A line that an element says. An address in it is an `a`: whoever shows it decides whether one may follow it. */
export function said({ id, text, link }: Line): HtmlNode | string {
  const at = link === undefined ? -1 : text.lastIndexOf(link.text);
  if (link === undefined || at < 0) return id === undefined ? text : node('span', [text], { 'data-id': id });
  const address = node('a', [link.text], { href: link.address, rel: 'noopener noreferrer', target: '_blank' });
  const parts = [text.slice(0, at), address, text.slice(at + link.text.length)].filter((part) => part !== '');
  return node('span', parts, id === undefined ? {} : { 'data-id': id });
}

function node(tag: HtmlNode['tag'], children: HtmlNode['children'], attrs: HtmlNode['attrs'] = {}): HtmlNode {
  return { tag, attrs, children };
}
