import type { Node } from 'jsonc-parser';
import { type Message, say, short } from '../message.ts';
import type { LaneName, RuleSetting } from '../names/settings.ts';
import { nearest } from '../read/near.ts';
import { ruleOf, rules } from '../rules/index.ts';
import type { FoundFix, Rule } from '../rules/rule.ts';
import { listed, meant, remove, replace } from './edits.ts';
import type { ProjectFinding } from './finding.ts';
import { type Choice, laneChoices, severityChoices } from './table.ts';

/** What is read out of one value, and what is wrong with it. */
export interface Reading {
  text: string;
  findings: ProjectFinding[];
}

/** As many values are offered where none is near. */
const mostOffered = 5;

/** Tells of something at a node. */
export function tell({ findings }: Reading, severity: 'error' | 'warning', node: Node, message: Message, fixes: readonly FoundFix[]): void {
  findings.push({ start: node.offset, end: node.offset + node.length, severity, message, fixes });
}

/** One of a list of words. */
export function readChoice(reading: Reading, node: Node, key: string, choices: readonly Choice[]): string | undefined {
  const given = node.value as unknown;
  if (node.type === 'string' && choices.some(({ value }) => value === given)) return given as string;
  const near = isSimple(node) ? meant(String(given), choices) : undefined;
  const offered = near === undefined ? (choices.length <= mostOffered ? choices.map(({ value }) => value) : []) : [near];
  const fixes = offered.map((value) => replace(node, JSON.stringify(value), value === near));
  const shown = written(reading, node);
  if (near !== undefined)
    tell(reading, 'error', node, say('`{0}` cannot be `{1}`. Did you mean `{2}`?', key, shown, JSON.stringify(near)), fixes);
  else tell(reading, 'error', node, say('`{0}` cannot be `{1}`. Write one of: {2}.', key, shown, values(choices)), fixes);
  return undefined;
}

/** The lanes to draw; nothing where none is named. */
export function readLanes(reading: Reading, node: Node): LaneName[] | undefined {
  if (node.type !== 'array') {
    const name = isSimple(node) ? meant(String(node.value), laneChoices) : undefined;
    const fixes = name === undefined ? [] : [replace(node, JSON.stringify([name]), true)];
    tell(reading, 'error', node, say('`lanes` is a list of lanes in square brackets: {0}.', '`["feels", "touchpoints"]`'), fixes);
    return undefined;
  }
  const found: LaneName[] = [];
  for (const element of node.children ?? []) {
    const name = readLane(reading, element);
    if (name !== undefined && found.includes(name)) {
      const fix = remove(reading.text, element, say('Remove this one'));
      tell(reading, 'warning', element, say('The lane `{0}` stands here twice; it is drawn once.', name), [fix]);
    } else if (name !== undefined) found.push(name);
  }
  if (!node.children?.length) {
    const all = {
      ...replace(node, JSON.stringify(laneChoices.map(({ value }) => value)).replaceAll(',', ', ')),
      title: say('Name all lanes'),
    };
    tell(reading, 'warning', node, say('This list names no lane, so all are drawn. Name those to draw, or remove `lanes`.'), [all]);
  }
  return found.length ? found : undefined;
}

function readLane(reading: Reading, node: Node): LaneName | undefined {
  const given = node.value as unknown;
  if (node.type === 'string' && laneChoices.some(({ value }) => value === given)) return given as LaneName;
  const away = remove(reading.text, node, say('Remove `{0}`', written(reading, node)));
  if (given === 'stages') {
    tell(reading, 'warning', node, say('The stages are no lane: they stand above all lanes and are always drawn.'), [away]);
    return undefined;
  }
  const near = isSimple(node) ? meant(String(given), laneChoices) : undefined;
  const shown = written(reading, node);
  if (near === undefined) tell(reading, 'error', node, say('There is no lane `{0}`. Lanes are: {1}.', shown, values(laneChoices)), [away]);
  else {
    const fix = replace(node, JSON.stringify(near), true);
    tell(reading, 'error', node, say('There is no lane `{0}`. Did you mean `{1}`?', shown, JSON.stringify(near)), [fix, away]);
  }
  return undefined;
}

/** What is said of the rules, by code. */
export function readRules(reading: Reading, node: Node): Map<string, RuleSetting> {
  const found = new Map<string, RuleSetting>();
  if (node.type !== 'object') {
    tell(reading, 'error', node, say('`rules` holds codes and severities in braces: {0}.', '`{ "missing-type": "off" }`'), []);
    return found;
  }
  for (const property of node.children ?? []) {
    const [key, value] = property.children ?? [];
    if (!key) continue;
    const code = String(key.value);
    const rule = ruleOf(code);
    if (!rule) unknownRule(reading, property, key);
    else if (value) found.set(code, readRule(reading, rule, value));
  }
  return found;
}

function unknownRule(reading: Reading, property: Node, key: Node): void {
  const code = String(key.value);
  const near = nearest(
    code.replaceAll('_', '-'),
    rules.map((rule) => rule.code),
  );
  const away = remove(reading.text, property, say('Remove `{0}`', short(code)));
  if (near === undefined) tell(reading, 'warning', key, say('No rule has the code `{0}`.', short(code)), [away]);
  else {
    const fix = replace(key, JSON.stringify(near), true);
    tell(reading, 'warning', key, say('No rule has the code `{0}`. Did you mean `{1}`?', short(code), near), [fix, away]);
  }
}

function readRule(reading: Reading, rule: Rule, node: Node): RuleSetting {
  if (node.type !== 'object') {
    const severity = readChoice(reading, node, rule.code, severityChoices);
    return { ...(severity === undefined ? {} : { severity: severity as NonNullable<RuleSetting['severity']> }), options: {} };
  }
  const setting: { severity?: NonNullable<RuleSetting['severity']>; options: Record<string, number> } = { options: {} };
  for (const property of node.children ?? []) {
    const [key, value] = property.children ?? [];
    if (!key || !value) continue;
    const name = String(key.value);
    if (name === 'severity') {
      const severity = readChoice(reading, value, 'severity', severityChoices);
      if (severity !== undefined) setting.severity = severity as NonNullable<RuleSetting['severity']>;
    } else if (Object.hasOwn(rule.options ?? {}, name)) {
      const number = readNumber(reading, value, name, rule.options?.[name]?.least ?? 0);
      if (number !== undefined) setting.options[name] = number;
    } else unknownOption(reading, rule, property, key);
  }
  return setting;
}

function unknownOption(reading: Reading, rule: Rule, property: Node, key: Node): void {
  const name = String(key.value);
  const known = ['severity', ...Object.keys(rule.options ?? {})];
  const near = nearest(name, known);
  const away = remove(reading.text, property, say('Remove `{0}`', short(name)));
  const fixes = near === undefined ? [away] : [replace(key, JSON.stringify(near), true), away];
  if (near !== undefined)
    tell(reading, 'warning', key, say('The rule `{0}` has no option `{1}`. Did you mean `{2}`?', rule.code, short(name), near), fixes);
  else tell(reading, 'warning', key, say('The rule `{0}` has no option `{1}`. It has: {2}.', rule.code, short(name), listed(known)), fixes);
}

function readNumber(reading: Reading, node: Node, name: string, least: number): number | undefined {
  const given = node.value as unknown;
  if (node.type === 'number' && Number.isSafeInteger(given) && (given as number) >= least) return given as number;
  const number = isSimple(node) && node.type !== 'boolean' ? Math.round(Number(given)) : Number.NaN;
  const better = Number.isSafeInteger(number) ? Math.max(least, number) : undefined;
  const fixes = better === undefined ? [] : [replace(node, String(better), true)];
  tell(reading, 'error', node, say('`{0}` is a whole number of at least {1}; `{2}` is none.', name, least, written(reading, node)), fixes);
  return undefined;
}

/** A value as it stands in the file, shortened. */
export function written({ text }: Reading, { offset, length }: Node): string {
  return short(text.slice(offset, offset + length), 40);
}

function isSimple({ type }: Node): boolean {
  return type === 'string' || type === 'number' || type === 'boolean';
}

function values(choices: readonly Choice[]): string {
  return listed(choices.map(({ value }) => JSON.stringify(value)));
}
