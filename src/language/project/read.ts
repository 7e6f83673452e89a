import { type Node, type ParseError, parseTree } from 'jsonc-parser';
import { Lines } from '../lines.ts';
import { type Message, say, short } from '../message.ts';
import { defaults, type LaneName, type Settings } from '../names/settings.ts';
import { readColour, readFont, readPath } from './brand.ts';
import { brokenJson } from './broken.ts';
import { listed, meant, remove, replace } from './edits.ts';
import type { ProjectFile, ProjectFinding } from './finding.ts';
import { type Choice, type Setting, settings } from './table.ts';
import { type Reading, readChoice, readLanes, readRules, tell, written } from './values.ts';

/** A `journey.json` of more bytes is not read: no settings are that long. */
export const mostBytes = 1_000_000;

/** More findings than these are not told. */
const mostFindings = 200;

const byKey = new Map(settings.map((setting) => [setting.key as string, setting]));

/**
 * Reads a `journey.json`: JSON that may have comments and commas at the end of a list. What is wrong in it is a finding; all else counts.
 *
 * @param version - That of the editor's text; 0 for a file.
 */
export function readProject(uri: string, version: number, text: string): ProjectFile {
  if (text.length > mostBytes) return unreadProject(uri, 'large', version);
  const errors: ParseError[] = [];
  let root: Node | undefined;
  try {
    root = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  } catch (error) {
    if (error instanceof RangeError) return unreadProject(uri, 'deep', version);
    throw error;
  }
  const reading: Reading = { text, findings: [] };
  const broken = brokenJson(text, root, errors);
  const read = root ? readSettings(reading, root) : defaults;
  const logoAt = read.logo === undefined ? undefined : logoIn(text, root);
  // What stands where the JSON is broken is not complained of twice.
  const sound = reading.findings.filter(({ start, end }) => !broken.some((each) => each.start < end && start < each.end));
  const findings = [...broken, ...sound].sort((a, b) => a.start - b.start || a.end - b.end).slice(0, mostFindings);
  return { uri, version, text, lines: new Lines(text), settings: read, ...(logoAt ? { logoAt } : {}), findings };
}

/** Where the logo that counts is named, and how to do without it. */
function logoIn(text: string, root: Node | undefined): ProjectFile['logoAt'] {
  const property = root?.children?.findLast(({ children }) => children?.[0]?.value === 'logo');
  const value = property?.children?.[1];
  if (!property || !value) return undefined;
  return { start: value.offset, end: value.offset + value.length, away: remove(text, property, say('Remove `{0}`', 'logo')) };
}

const reasons: Record<'large' | 'deep' | 'folder' | 'unreadable', Message> = {
  large: say('This file is larger than 1 MB, so it is not read, and the defaults hold.'),
  deep: say('This file is nested too deeply to be read, so the defaults hold.'),
  folder: say('`journey.json` is a folder here, so the defaults hold. Give the folder another name: settings are a file.'),
  unreadable: say('This file cannot be read, so the defaults hold. May you open it?'),
};

/** Stands for a `journey.json` that cannot be read: the defaults hold, and one finding at its beginning says so. */
export function unreadProject(uri: string, why: keyof typeof reasons, version = 0): ProjectFile {
  const finding: ProjectFinding = { start: 0, end: 0, severity: 'error', message: reasons[why], fixes: [] };
  return { uri, version, text: '', lines: new Lines(''), settings: defaults, findings: [finding] };
}

function readSettings(reading: Reading, root: Node): Settings {
  if (root.type !== 'object') {
    const message = say('A project file is one object in braces: {0}.', '`{ "language": "en" }`');
    tell(reading, 'error', root, message, [replace(root, '{}')]);
    return defaults;
  }
  const read: { -readonly [Key in keyof Settings]: Settings[Key] } = { rules: new Map() };
  const last = new Map(root.children?.map((property) => [String(property.children?.[0]?.value), property]));
  const free = settings.filter(({ key }) => !last.has(key)).map(({ key }) => ({ value: key, about: '', also: others[key] ?? [] }));
  for (const property of root.children ?? []) {
    const [key, value] = property.children ?? [];
    if (!key) continue;
    const setting = byKey.get(String(key.value));
    if (!setting) unknownKey(reading, property, key, free);
    else if (last.get(setting.key) !== property) givenTwice(reading, property, key);
    else if (value) take(read, setting, reading, value);
  }
  return read;
}

/** As everywhere in JSON the last of several counts. */
function givenTwice(reading: Reading, property: Node, key: Node): void {
  const { offset, length } = key;
  const message = say('`{0}` stands in this file again, and there it counts. Remove one of the two.', String(key.value));
  const fix = remove(reading.text, property, say('Remove this one'));
  reading.findings.push({ start: offset, end: offset + length, severity: 'warning', message, fixes: [fix], json: true });
}

function take(read: { -readonly [Key in keyof Settings]: Settings[Key] }, setting: Setting, reading: Reading, value: Node): void {
  const { key, kind } = setting;
  if (kind.is === 'rules') read.rules = readRules(reading, value);
  else if (kind.is === 'lanes') {
    const lanes: LaneName[] | undefined = readLanes(reading, value);
    if (lanes) read.lanes = lanes;
  } else if (kind.is === 'colour' || kind.is === 'font' || kind.is === 'picture') {
    const found = { colour: readColour, font: readFont, picture: readPath }[kind.is](reading, value, key);
    if (found !== undefined) Object.assign(read, { [key]: found });
  } else if (kind.is === 'text') {
    if (value.type !== 'string')
      tell(reading, 'warning', value, say('`{0}` is an address in quotation marks; `{1}` is none.', key, written(reading, value)), []);
  } else {
    const chosen = readChoice(reading, value, key, kind.of);
    if (chosen !== undefined) Object.assign(read, { [key]: chosen });
  }
}

function unknownKey(reading: Reading, property: Node, key: Node, free: readonly Choice[]): void {
  if (reading.findings.length > mostFindings) return;
  const name = String(key.value);
  const near = meant(name, free);
  const away = remove(reading.text, property, say('Remove `{0}`', short(name)));
  if (near === undefined) {
    const keys = listed(settings.map((setting) => setting.key));
    tell(reading, 'warning', key, say('There is no setting `{0}`. Settings are: {1}.', short(name), keys), [away]);
    return;
  }
  const fix = replace(key, JSON.stringify(near), true);
  tell(reading, 'warning', key, say('There is no setting `{0}`. Did you mean `{1}`?', short(name), near), [fix, away]);
}

/** What else people call the settings. */
const others: Partial<Record<Setting['key'], readonly string[]>> = {
  language: ['lang', 'locale', 'langue', 'tongue'],
  theme: ['thème', 'colors', 'colours'],
  accent: ['color', 'colour', 'accentColor', 'accentColour', 'accent-color', 'brandColor', 'primary', 'primaryColor', 'couleur'],
  font: ['fontFamily', 'font-family', 'fonts', 'typeface', 'police', 'schriftart'],
  logo: ['brand', 'image', 'logotype', 'icon'],
  lanes: ['rows', 'swimlanes', 'lane'],
  rules: ['severity', 'severities', 'rule', 'findings', 'linter', 'règles'],
};
