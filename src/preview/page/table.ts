import { Component, type ComponentChild, h } from 'preact';
import { equal } from '../../draw/equal.ts';
import { type HtmlNode, toHtmlHead, toHtmlStage } from '../../exchange/html-table.ts';
import type { ToldMap } from '../../exchange/told.ts';
import type { Mark } from '../../map/model.ts';
import { icon } from './icons.ts';

/** What is said beside the words of the map: what was found on an element, where the cursor is, and what is selected. */
interface Beside {
  /** Whether its lines lead to the text of the map. Where they do not, the addresses in them lead where they say. */
  leads: boolean;
  marks: Readonly<Record<string, Mark[]>>;
  /** Id of the step under the cursor. */
  step: string | undefined;
  selected: string | undefined;
}

export interface TableProps extends Beside {
  told: ToldMap;
  /** Of the table's own words. */
  language: string;
}

/** A map in words. A stage that says the same as before is passed over. */
export function Table({ told, language, ...beside }: TableProps): ComponentChild {
  const { stages, ...head } = told;
  return h(
    'div',
    { class: 'words', lang: language, ...(told.leftward ? { dir: 'rtl' } : {}) },
    h(Part, { key: ' head', source: head, nodes: () => toHtmlHead(told), ...beside }),
    stages.map((stage) => h(Part, { key: stage.id, source: [told.title, stage], nodes: () => toHtmlStage(stage, told.title), ...beside })),
  );
}

interface PartProps extends Beside {
  /** What is told: where it is equal, so are the nodes. */
  source: object;
  nodes(): HtmlNode[];
}

class Part extends Component<PartProps> {
  #nodes: HtmlNode[] = this.props.nodes();
  #ids = new Set(idsIn(this.#nodes));

  override shouldComponentUpdate(next: PartProps): boolean {
    const isSame = equal(next.source, this.props.source);
    if (!isSame) {
      this.#nodes = next.nodes();
      this.#ids = new Set(idsIn(this.#nodes));
    }
    const isLike = (key: 'step' | 'selected') => next[key] === this.props[key] || ![next[key], this.props[key]].some((id) => this.#has(id));
    return !isSame || !isLike('step') || !isLike('selected') || [...this.#ids].some((id) => !equal(found(next, id), found(this.props, id)));
  }

  /** What is said in several lines is marked at the first. */
  override render(): ComponentChild {
    const marked = new Set<string>();
    return h(
      'section',
      { class: 'part' },
      this.#nodes.map((node) => this.#element(node, marked)),
    );
  }

  #has(id: string | undefined): boolean {
    return id !== undefined && this.#ids.has(id);
  }

  #element(node: HtmlNode | string, marked: Set<string>): ComponentChild {
    if (typeof node === 'string') return node;
    const children = node.children.map((child) => this.#element(child, marked));
    const { leads, step, selected } = this.props;
    const id = node.attrs['data-id'];
    if (node.tag === 'a' && leads) return children;
    if (id === undefined) return h(node.tag as string, node.attrs, children);
    const isFirst = !marked.has(id);
    marked.add(id);
    const state = {
      ...(isFirst && id === step ? { 'aria-current': 'true' } : {}),
      ...(isFirst && id === selected ? { class: 'selected' } : {}),
    };
    const signs = isFirst ? mark(found(this.props, id)) : undefined;
    return h(node.tag as string, { ...node.attrs, ...state, ...(leads ? { role: 'link' } : {}), tabIndex: -1 }, children, signs);
  }
}

/** A sign behind what something was found on, which says what. */
function mark(marks: readonly Mark[]): ComponentChild {
  if (marks.length === 0) return undefined;
  const said = marks.map(({ message }) => message).join('\n');
  const isError = marks.some(({ severity }) => severity === 'error');
  const kind = isError ? 'error' : 'finding';
  return h('span', { class: `sign ${kind}`, role: 'img', 'aria-label': said, title: said }, icon(kind));
}

function found({ marks }: Beside, id: string): readonly Mark[] {
  return Object.hasOwn(marks, id) ? (marks[id] ?? []) : [];
}

function idsIn(nodes: HtmlNode['children']): string[] {
  return nodes.flatMap((node) =>
    typeof node === 'string' ? [] : [...(node.attrs['data-id'] ? [node.attrs['data-id']] : []), ...idsIn(node.children)],
  );
}
