/**
 * Writes the TextMate grammar, which colours a map before the server is up, from the table of statements.
 *
 * Each statement is a region: it begins with its word and lasts until the next statement word, so that a part is coloured only where it
 * belongs. A word directly behind a word that wants a name is matched together with it, which is why `step need` is a step.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { definitions } from '../../src/language/statements.ts';

const target = new URL('../../syntaxes/journey.tmLanguage.json', import.meta.url);

// Pieces of expressions, in Oniguruma's dialect.
const letter = '[\\p{L}\\p{M}\\p{N}_-]';
const before = `(?<!${letter})`;
const after = `(?!${letter})`;
const gap = '[ \\t\\x{00A0}\\x{3000}]+';
const word = '\\p{L}[\\p{L}\\p{M}\\p{N}_-]*';
const quoted = ['"(?!"")(?:[^"\\\\]|\\\\.)*"', '“[^“”]*”', '„[^“”"]*[“”"]', '«[^«»]*»', '「[^「」]*」'].join('|');
const name = `${quoted}|${word}`;
const opensQuote = '["“„”«「]';

/** A keyword of one word or two, in any case, with the colon that some write behind it. */
const keyword = (words) => `${before}((?i:${words.map((each) => each.replaceAll(' ', gap)).join('|')}))${after}([:：])?`;

const structure = new Set(['journey', 'stage', 'step']);
const declarations = new Set(['persona', 'team', 'channel', 'system', 'touchpoint']);

/** The scope of a statement's own word. The journey's skeleton, what is declared, and the rest each have a colour of their own. */
function scopeOfWord({ kind, word }) {
  const last = word.replaceAll(' ', '-');
  if (structure.has(kind)) return `keyword.control.structure.${last}.journey`;
  if (declarations.has(kind)) return `storage.type.declaration.${last}.journey`;
  return `keyword.other.statement.${last}.journey`;
}

/** The scope of a name, by the space it lives in; the same where it is declared and where it is referred to. */
function scopeOfName(scope) {
  return scope === 'step' ? 'entity.name.function.step.journey' : `entity.name.type.${scope}.journey`;
}

const label = 'variable.other.label.journey';
const partWord = 'variable.parameter.part.journey';
const colon = { name: 'punctuation.separator.colon.journey' };

/** A captured name: quoted or not, with its escapes. */
const named = (scope) => ({ name: scope, patterns: [{ include: '#escape' }] });

const nameScopes = {
  name: (definition) => scopeOfName(definition.kind),
  ref: (_, takes) => scopeOfName(takes.scope),
  label: () => label,
  persona: () => scopeOfName('persona'),
};

/** What may follow a word at once on its line: the expression, optional, with one group, and what the group captures. */
function following(definition, place) {
  const takes = place?.takes;
  if (!takes) return undefined;
  if (takes.is === 'choice')
    return { match: `(?:${gap}(${takes.of.join('|')})${after})?`, capture: { name: 'constant.language.choice.journey' } };
  if (takes.is === 'ticket') return { match: `(?:${gap}(${word}))?`, capture: { name: 'string.unquoted.ticket.journey' } };
  // The text of a part stands apart from a title, which may have been left out before it.
  if (takes.is === 'text' && !definition.head.includes(place))
    return { match: `(?:${gap}(${quoted}))?`, capture: named('string.quoted.double.journey') };
  const scope = nameScopes[takes.is]?.(definition, takes);
  if (!scope) return undefined;
  const then = definition.head[definition.head.indexOf(place) + 1]?.takes.is;
  const guard = takes.is === 'persona' ? `(?=${gap}${then === 'score' ? '[-+−–]?\\p{Nd}' : opensQuote})` : '';
  return { match: `(?:${gap}(${name})${guard})?`, capture: named(scope) };
}

/** A rule for a word and what follows it at once. */
function opening(words, scope, next) {
  return {
    expression: keyword(words) + (next?.match ?? ''),
    captures: { 1: { name: scope }, 2: colon, ...(next ? { 3: next.capture } : {}) },
  };
}

function part(definition, { word, also = [], takes }) {
  if (takes.is === 'flag') return [{ match: `${before}(?:${takes.of.join('|')})${after}`, name: 'storage.modifier.flag.journey' }];
  const { expression, captures } = opening([word, ...also], partWord, following(definition, { takes }));
  const rule = { match: expression, captures };
  return takes.list ? [rule, listed(takes.scope)] : [rule];
}

/** The second and further names of a list. */
function listed(scope) {
  return {
    match: `([,，、،])(?:${gap})?(${name})?`,
    captures: { 1: { name: 'punctuation.separator.list.journey' }, 2: named(scopeOfName(scope)) },
  };
}

/** What the places behind the first look like, which stand in the region and not directly behind its word. */
function places({ head }) {
  return head.flatMap(({ takes }, index) => {
    if (takes.is === 'ref' && takes.list) return [listed(takes.scope), { match: name, ...wholly(named(scopeOfName(takes.scope))) }];
    if (takes.is === 'title') return [{ include: '#title' }];
    if (takes.is === 'choice' && index > 0) {
      return [{ match: `${before}(?:${takes.of.join('|')})${after}`, name: 'constant.language.choice.journey' }];
    }
    if (takes.is === 'score') return [{ include: '#score' }];
    if (takes.is === 'label' && index > 0) return [{ match: `${before}${word}`, name: label }];
    return [];
  });
}

const wholly = (capture) => ({ captures: { 0: capture } });

const statementEnd = `(?=${before}(?i:${definitions
  .filter(({ kind }) => kind !== 'owner')
  .map(({ word }) => word.replaceAll(' ', gap))
  .sort((a, b) => b.length - a.length)
  .join('|')})${after})`;

function statement(definition) {
  const { expression, captures } = opening([definition.word], scopeOfWord(definition), following(definition, definition.head[0]));
  // What may also stand as a statement below (a stage's `owner`, a journey's `for`) is coloured as that statement wherever it stands.
  const own = definition.parts.filter(
    ({ word }) => !definitions.some((other) => other.word === word && other.in.includes(definition.kind)),
  );
  const parts = own.flatMap((each) => part(definition, each));
  const ownsParts = definition.kind === 'owner' || own.some(({ word, also }) => word === 'owner' || also?.includes('owner'));
  return {
    name: `meta.${definition.word.replaceAll(' ', '-')}.journey`,
    begin: expression,
    beginCaptures: captures,
    end: statementEnd,
    patterns: [
      { include: '#comment' },
      ...parts,
      ...(ownsParts ? [] : [{ include: '#owner' }]),
      ...places(definition),
      { include: '#text' },
      { include: '#value' },
    ],
  };
}

/** A text between two marks. Unclosed, it ends with its line, so that the next line keeps its colours. */
function text(scope, begin, end, patterns = [{ include: '#escape' }]) {
  return {
    name: scope,
    begin,
    end: `${end}|$`,
    beginCaptures: { 0: { name: 'punctuation.definition.string.begin.journey' } },
    endCaptures: { 0: { name: 'punctuation.definition.string.end.journey' } },
    patterns,
  };
}

function texts(role) {
  const other = `string.quoted.other.${role}journey`;
  return [
    {
      name: `string.quoted.triple.${role}journey`,
      begin: '"""',
      // An unclosed one ends before a line that clearly opens a part of the map.
      end: `"""|^(?=[ \\t]*(?:journey|stage|step|persona)[ \\t]+(?:"|${word}[ \\t]*(?:$|")))`,
      beginCaptures: { 0: { name: 'punctuation.definition.string.begin.journey' } },
      endCaptures: { 0: { name: 'punctuation.definition.string.end.journey' } },
      patterns: [{ include: '#escape' }],
    },
    text(`string.quoted.double.${role}journey`, '"', '"'),
    text(other, '[“”]', '”|"(?!.*”)', [nested('“', '”')]),
    text(other, '„', '[“”]|"(?!.*[“”])', []),
    text(other, '«', '»', [nested('«', '»')]),
    text(other, '「', '」', [nested('「', '」')]),
  ];
}

/** Quotes within quotes are part of the text, where they come in pairs. */
const nested = (open, close) => ({ match: `${open}[^${open}${close}]*${close}(?=.*${close})` });

const number = '[-+−–]?\\p{Nd}+(?:[.,]\\p{Nd}+)?';
const unit = (expression) => ({
  match: `${before}(${number})${expression}`,
  captures: { 1: { name: 'constant.numeric.journey' }, 2: { name: 'keyword.other.unit.journey' } },
});

const grammar = {
  $schema: 'https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json',
  name: 'Journey',
  scopeName: 'source.journey',
  fileTypes: ['journey'],
  patterns: [
    { include: '#comment' },
    ...definitions.map(({ kind }) => ({ include: `#${kind.replaceAll(' ', '-')}` })),
    { include: '#text' },
    { include: '#value' },
  ],
  repository: {
    comment: {
      patterns: [
        {
          name: 'comment.line.double-slash.ignore.journey',
          match: `(//)[ \\t]*(journey-ignore)${after}([^:\\r\\n]*)(:)?.*`,
          captures: {
            1: { name: 'punctuation.definition.comment.journey' },
            2: { name: 'keyword.control.directive.ignore.journey' },
            3: { patterns: [{ match: '[A-Za-z][\\w-]*', name: 'constant.other.rule.journey' }] },
            4: { name: 'punctuation.separator.reason.journey' },
          },
        },
        {
          name: 'comment.line.documentation.journey',
          match: '(///).*',
          captures: { 1: { name: 'punctuation.definition.comment.journey' } },
        },
        {
          name: 'comment.line.double-slash.journey',
          match: '(//).*',
          captures: { 1: { name: 'punctuation.definition.comment.journey' } },
        },
        {
          name: 'comment.block.journey',
          begin: '/\\*',
          end: '\\*/',
          captures: { 0: { name: 'punctuation.definition.comment.journey' } },
        },
      ],
    },
    escape: { match: '\\\\["\\\\n]', name: 'constant.character.escape.journey' },
    text: { patterns: texts('') },
    title: { patterns: texts('title.') },
    // Red and green in every theme: the colours of what a diff removes and adds.
    score: {
      patterns: [
        { match: `${before}[-−–]\\p{Nd}+(?![\\p{Nd}./])`, name: 'constant.numeric.score.negative.journey markup.deleted.journey' },
        { match: `${before}[+]?0+(?![\\p{Nd}./])`, name: 'constant.numeric.score.neutral.journey markup.changed.journey' },
        { match: `${before}[+]?\\p{Nd}+(?![\\p{Nd}./])`, name: 'constant.numeric.score.positive.journey markup.inserted.journey' },
      ],
    },
    value: {
      patterns: [
        { match: `${before}\\p{Nd}{4}-\\p{Nd}{2}-\\p{Nd}{2}${after}`, name: 'constant.numeric.date.journey' },
        { match: `${before}\\p{Nd}{1,2}:\\p{Nd}{2}${after}`, name: 'constant.numeric.time.journey' },
        {
          name: 'constant.numeric.duration.journey',
          match: `${before}(?:\\p{Nd}+-)?\\p{Nd}+(?:\\.\\p{Nd}+)?(?:mo|min|[shdw])(?:\\p{Nd}+(?:min|[sh]))?${after}`,
          captures: { 0: { patterns: [{ match: '\\p{L}+', name: 'keyword.other.unit.journey' }] } },
        },
        unit('([  ]?%)'),
        unit(`(/\\p{Nd}+(?:\\.\\p{Nd}+)?)`),
        unit(`${gap}([A-Z]{3}|[€$£¥])${after}`),
        { match: `([€$£¥])(${number})`, captures: { 1: { name: 'keyword.other.unit.journey' }, 2: { name: 'constant.numeric.journey' } } },
        {
          match: `${before}(?:per${gap}(?:second|minute|hour|day|week|month|quarter|year)|of(?=${gap}\\p{Nd}))${after}`,
          name: 'keyword.other.unit.journey',
        },
        { match: `${before}${number}${after}`, name: 'constant.numeric.journey' },
      ],
    },
    ...Object.fromEntries(definitions.map((definition) => [definition.kind.replaceAll(' ', '-'), statement(definition)])),
  },
};

mkdirSync(new URL('.', target), { recursive: true });
writeFileSync(target, `${JSON.stringify(grammar, null, 2)}\n`);
