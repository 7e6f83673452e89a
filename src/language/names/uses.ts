import type { JourneyDocument } from '../document.ts';
import { journeysOf, personasOf, stepsOf } from './facts.ts';
import { type Folder, nameKey } from './folder.ts';
import { referencesAmong, referencesIn } from './references.ts';

/** The scopes of what is declared in order to be named. */
export const namedScopes = ['persona', 'team', 'channel', 'system'] as const;
export type NamedScope = (typeof namedScopes)[number];

/** The names that one file mentions. */
interface Uses {
  /** By scope, the keys (see `nameKey`) of the names. */
  names: Map<string, Set<string>>;
  /** The keys of the journeys that one of it is `part of`. */
  wholes: Set<string>;
  /** A journey of it is for nobody, so that it may be that of anybody. */
  forNobody: boolean;
  /** It has a step, where things would be named. */
  hasStep: boolean;
}

const known = new WeakMap<JourneyDocument, Uses>();

function usesIn(document: JourneyDocument): Uses {
  let uses = known.get(document);
  if (!uses) {
    const journeys = journeysOf(document);
    uses = {
      names: new Map(),
      wholes: new Set(),
      forNobody: journeys.some((journey) => !personasOf(journey).length),
      hasStep: journeys.some((journey) => stepsOf(journey).length > 0),
    };
    const written = new Map<string, Set<string>>();
    for (const { node, item, scope } of referencesAmong(document.nodes)) {
      const texts = written.get(scope) ?? new Set();
      written.set(scope, texts.add(item.text));
      if (node.kind === 'part of' && nameKey(item.text)) uses.wholes.add(nameKey(item.text));
    }
    for (const [scope, texts] of written) uses.names.set(scope, new Set([...texts].map(nameKey).filter(Boolean)));
    known.set(document, uses);
  }
  return uses;
}

/** A name that is declared, by its key (see `nameKey`). */
export interface Named {
  scope: NamedScope;
  key: string;
}

/**
 * Of the names that a file declares those that no file of its folder mentions, once they map anything: none while no file has a step, and no persona
 * while a journey is for nobody. In most maps the first lines name them all, so it is looked no further than that.
 */
export function unnamed<Declared extends Named>(declared: readonly Declared[], document: JourneyDocument, folder: Folder): Declared[] {
  const journeys = [...folder.all()].flatMap(journeysOf);
  if (!journeys.some((journey) => stepsOf(journey).length)) return [];
  const isForNobody = declared.some(({ scope }) => scope === 'persona') && journeys.some((journey) => !personasOf(journey).length);
  let left = declared.filter(({ scope }) => scope !== 'persona' || !isForNobody);
  for (const node of document.nodes) {
    if (!left.length) return left;
    for (const { item, scope } of referencesIn(node)) {
      const key = nameKey(item.text);
      left = left.filter((each) => each.scope !== scope || each.key !== key);
    }
  }
  for (const other of folder.all()) {
    if (!left.length) break;
    if (other !== document) left = left.filter(({ scope, key }) => !usesIn(other).names.get(scope)?.has(key));
  }
  return left;
}

/** The names of a scope that a file mentions and no file of the folder declares, by their keys (see `nameKey`). */
export function undeclaredIn(document: JourneyDocument, scope: NamedScope, folder: Folder): string[] {
  return [...(usesIn(document).names.get(scope) ?? [])].filter((key) => !folder.find(scope, key).length);
}

/** Whether another journey of the folder says that it is part of this one. */
export function hasParts(name: string, folder: Folder): boolean {
  const key = nameKey(name);
  for (const document of folder.all()) if (usesIn(document).wholes.has(key)) return true;
  return false;
}

/** What a file tells the others: what it declares (see `Folder.fingerprint`) and which of their names it mentions. */
export function fingerprint(folder: Folder, uri: string): string {
  const document = folder.get(uri);
  if (!document) return '';
  const { names, wholes, forNobody, hasStep } = usesIn(document);
  const isOthers = (scope: NamedScope, key: string): boolean => folder.find(scope, key).some((declared) => declared.document !== document);
  const mentioned = namedScopes.flatMap((scope) =>
    [...(names.get(scope) ?? [])].filter((key) => isOthers(scope, key)).map((key) => `${scope}\t${key}`),
  );
  const parts = [...wholes].filter((key) => folder.find('journey', key).some((other) => other.document !== document));
  return [folder.fingerprint(uri), ...[...mentioned, ...parts].sort(), String(forNobody), String(hasStep)].join('\n');
}
