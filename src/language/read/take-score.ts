import { say, short } from '../message.ts';
import { inQuotes, item, replace, spanned } from './items.ts';
import { fold } from './near.ts';
import type { Reader } from './reader.ts';
import type { Fix, Item, Statement } from './statement.ts';
import type { Token } from './tokens.ts';
import { scoreOf } from './values.ts';

/* The score of a feeling and the word for it, in whatever order and however they are written. */

// biome-ignore format: a table reads best as one
const wordsFor: readonly (readonly [score: number, words: string])[] = [
  [-2, 'angry furious desperate awful terrible horrible devastated hopeless forgotten betrayed wutend verzweifelt furieux furieuse desespere desesperee furioso furiosa desesperado desesperada very-bad'],
  [-1, 'bad sad lost annoyed frustrated confused worried anxious unhappy bored nervous unsure impatient disappointed stressed tired schlecht traurig verloren genervt frustriert verwirrt besorgt unsicher enttauscht ungeduldig perdu perdue agace agacee frustre frustree inquiet inquiete decu decue triste perdido perdida frustrado frustrada preocupado preocupada mal malo negative'],
  [0, 'neutral ok okay fine so-so calm indifferent meh egal gleichgultig normal calme neutre tranquilo tranquila'],
  [1, 'good happy glad relieved content satisfied pleased hopeful curious confident interested gut froh zufrieden erleichtert neugierig hoffnungsvoll content contente soulage soulagee rassure rassuree satisfait satisfaite curieux curieuse bien bueno contento contenta aliviado aliviada satisfecho satisfecha positive'],
  [2, 'great delighted excited thrilled amazing ecstatic enthusiastic wonderful proud perfect super toll begeistert glucklich stolz ravi ravie heureux heureuse enchante enchantee encantado encantada feliz very-good'],
];
const scoreOfWord = new Map(wordsFor.flatMap(([score, words]) => words.split(' ').map((word) => [word, score] as const)));

// biome-ignore format: a table reads best as one
const signsFor: readonly (readonly [score: number, signs: string])[] = [
  [-2, '😡 🤬 😭 😱 😤 😖 😫 😩 👎👎 -- --- >:( :(( 💔 🤮 ⭐ ★ ★☆☆☆☆ ⛈️'],
  [-1, '🙁 ☹ ☹️ 😞 😟 😕 😢 😠 😣 😒 🙄 😔 😰 👎 :( :-( :/ :-/ - ⭐⭐ ★★ ★★☆☆☆ ☁️ 🔴'],
  [0, '😐 😑 😶 🤔 😬 :| :-| = +- -+ ± +/- -/+ ± ⭐⭐⭐ ★★★ ★★★☆☆ 🟡'],
  [1, '🙂 😊 ☺ ☺️ 😌 😉 👍 :) :-) + 😀 😃 😄 ⭐⭐⭐⭐ ★★★★ ★★★★☆ 🟢'],
  [2, '😁 😍 🤩 🥳 😎 🥰 ❤️ ❤ 👍👍 🎉 ++ +++ :D :-D :)) ⭐⭐⭐⭐⭐ ★★★★★ 😆'],
];
const scoreOfSign = new Map(signsFor.flatMap(([score, signs]) => signs.split(' ').map((sign) => [sign, score] as const)));

const scores = ['-2', '-1', '0', '1', '2'];

/** The score of a feeling; whether it is in range is for a rule to say. */
export function takeScore(reader: Reader, statement: Statement, at: number): number | undefined {
  const token = reader.tokens[at] as Token;
  if (token.freshLine || token.kind === 'comma') return undefined;
  if (token.kind === 'value') return ofScale(reader, statement, at);
  const behind = scoreLast(reader, statement, at);
  if (behind !== undefined) return behind;
  if (token.kind === 'odd') return bySign(reader, statement, at);
  return byWord(reader, statement, at);
}

/** Whether a score stands at an index, behind a colon or an equals sign, in brackets, or as a sign: `: -2`, `= -2`, `(-2)`, `++`. */
export function isScoreAhead(reader: Reader, at: number): boolean {
  const token = reader.tokens[at];
  if (!token || token.freshLine) return false;
  if (token.kind === 'value') return scoreOf(token.value) !== undefined;
  if (token.kind !== 'odd') return false;
  if (/^(?:[:：=＝]|:=|-{1,2}>|={1,2}>|→)$/.test(token.value) && isScoreAhead(reader, at + 1)) return true;
  return inBrackets.test(token.value) || scoreOfSign.has(token.value) || isSignOf(token, reader.tokens[at + 1]);
}

const inBrackets = /^[([]([-+−–]?\p{Nd}(?:\/\p{Nd})?)[)\]]$/u;

/** Whether a sign stands apart from the number that it is of: `- 1`. */
function isSignOf({ value }: Token, next: Token | undefined): boolean {
  return /^[-+−–—]$/.test(value) && next?.kind === 'value' && !next.freshLine && /^\p{Nd}/u.test(next.value);
}

/** A score in brackets behind the word, or any number behind a face: `glad (+2)`, `😀 glad (+2)`. The number tells more than a face. */
function scoreLast(reader: Reader, statement: Statement, at: number): number | undefined {
  let last = at;
  while (last < at + longestFeeling && reader.tokens[last + 1] && !reader.tokens[last + 1]?.freshLine) last++;
  const [first, end] = [reader.tokens[at] as Token, reader.tokens[last] as Token];
  const isFace = first.kind === 'odd' && scoreOfSign.has(first.value);
  const from = isFace ? at + 1 : at;
  const score =
    inBrackets.exec(end.value)?.[1] ?? (isFace && end.kind === 'value' && scoreOf(end.value) !== undefined ? end.value : undefined);
  const between = reader.tokens.slice(from, last);
  if (!score || !between.length || (between.length > 1 && between.some(({ kind }) => kind !== 'word' && kind !== 'comma')))
    return undefined;
  if (between[0]?.kind === 'value' || between[0]?.open) return undefined;
  const scoreFrom = (index: number): number | undefined => scoreOfPhrase(spanned(reader, index, last).text);
  const isName = between.length > 1 && /^\p{Lu}/u.test(first.value) && /^\p{Ll}/u.test(between[1]?.value ?? '');
  const isNamed = !isFace && isName && scoreFrom(at) === scoreFrom(at + 1); // `Very glad` says more than `glad`
  const said = between[0]?.kind === 'text' ? item(between[0]) : spanned(reader, isNamed ? from + 1 : from, last);
  if (isNamed) statement.items.persona = item(first);
  statement.items.text = said;
  statement.items.score = { ...item(end), text: score };
  const span = { start: isNamed ? said.start : first.start, end: end.end };
  const meant = `${score} ${inQuotes(said.text)}`;
  reader.problem(statement, 'syntax', span, say('First the score, then the word: `feels {0}`.', short(meant, 40)), [
    replace(say('Swap them'), span, meant),
  ]);
  return last + 1;
}

/** How many words, with its score, say a feeling at most. */
const longestFeeling = 12;

/** A number, and the best of its scale where that is said: `4/5`, `4 of 5`. */
function ofScale(reader: Reader, statement: Statement, at: number): number {
  const token = reader.tokens[at] as Token;
  const [, number, sign] = /^([-+−–]?\p{Nd})([:;.!])$/u.exec(token.value) ?? [];
  if (number && sign) {
    statement.items.score = { ...item(token), text: number };
    reader.problem(statement, 'syntax', token, say('No `{0}` is needed after `{1}`.', sign, number), [
      replace(say('Remove `{0}`', sign), token, number),
    ]);
    return at + 1;
  }
  const on = (index: number): Token | undefined => (reader.tokens[index]?.freshLine ? undefined : reader.tokens[index]);
  const word = on(at + 1)?.value.toLowerCase() ?? '';
  const far = word === 'out' && on(at + 2)?.value === 'of' ? 3 : /^(?:of|von|sur|de|aus|\/)$/.test(word) ? 2 : 0;
  const best = far ? on(at + far) : undefined;
  if (best?.kind === 'value' && /^\d+$/.test(best.value)) {
    statement.items.score = { ...spanned(reader, at, at + far + 1), text: `${token.value}/${best.value}` };
    return at + far + 1;
  }
  statement.items.score = item(token);
  return at + 1;
}

/** A face, stars, or signs alone: `🙁`, `:-(`, `--`, `+-1`. A sign apart from its number is the number's. */
function bySign(reader: Reader, statement: Statement, at: number): number {
  const token = reader.tokens[at] as Token;
  if (isSignOf(token, reader.tokens[at + 1])) {
    statement.items.score = spanned(reader, at, at + 2);
    return at + 2;
  }
  const bare = inBrackets.exec(token.value)?.[1];
  if (bare) {
    statement.items.score = { ...item(token), text: bare };
    reader.problem(statement, 'syntax', token, say('No brackets are needed round `{0}`.', bare), [
      replace(say('Remove the brackets'), token, bare),
    ]);
    return at + 1;
  }
  const number = /^[-+−–±/]{2,}(\d+)$|^±(\d+)$/.exec(token.value);
  const meant = number ? undefined : (scoreOfSign.get(token.value) ?? scoreOfSign.get(token.value.replace(/\ufe0f/g, '')));
  const digits = number?.[1] ?? number?.[2];
  const likely = digits ? [`-${digits}`, digits] : meant === undefined ? [] : [String(meant)];
  // Of signs alone only the direction is sure.
  const isVague = !digits && meant !== undefined && /^[-+]+$/.test(token.value);
  const all = isVague ? likeliestFirst(String(meant)) : [...likely, ...(likely.length ? [] : scores)];
  if (likely[0] && !digits) statement.items.score = { ...item(token), text: likely[0] };
  reader.problem(
    statement,
    'syntax',
    token,
    likely.length === 1
      ? say('A feeling has a score from -2 to +2: `{0}` is {1}.', short(token.value, 12), likely[0] as string)
      : say('A feeling has a score from -2 to +2, one number with one sign.'),
    all.map((score) => replace(say('Write `{0}`', score), token, score)),
  );
  return at + 1;
}

/** Words where a score should stand: `frustrated`, `"lost" -1`, `Vera a bit lost`. */
function byWord(reader: Reader, statement: Statement, at: number): number {
  let end = at + 1;
  const first = reader.tokens[at] as Token;
  while (first.kind === 'word' && (isPlainWord(reader.tokens[end]) || isCommaWithin(reader, end))) end++;
  const next = reader.tokens[end]?.freshLine ? undefined : reader.tokens[end];
  const second = reader.tokens[at + 1];
  const named = end - at > 1 && /^\p{Lu}/u.test(first.value) && /^[^\p{Lu}]/u.test(second?.value ?? '');
  const from = named ? at + 1 : at;
  if (named) statement.items.persona = item(first);
  const said = first.kind === 'text' ? item(first) : spanned(reader, from, end);
  if (next?.kind === 'value' && scoreOf(next.value) !== undefined) {
    const span = { start: said.start, end: next.end };
    statement.items.text = said;
    statement.items.score = item(next);
    reader.problem(
      statement,
      'syntax',
      span,
      say('First the score, then the word: feels {0} "{1}". “{1}” is not a persona.', next.value, short(said.text, 30)),
      [replace(say('Swap them'), span, `${next.value} ${inQuotes(said.text)}`)],
    );
    return end + 1;
  }
  if (next?.kind === 'text' && !named && first.kind === 'word') return beforeText(reader, statement, said, next, end);
  statement.items.text = said;
  const known = scoreOfPhrase(said.text);
  if (known !== undefined) statement.items.score = { ...said, text: String(known) };
  reader.problem(
    statement,
    'syntax',
    said,
    say('A feeling has a score from -2 to +2, then the word: feels {0} "{1}".', String(known ?? -1), short(said.text, 30)),
    likeliestFirst(known ?? -1).map((score) => fixWith(score, said, inQuotes(said.text))),
  );
  return end;
}

/** A word and then a text: a persona whose score is missing (`Vera "lost"`), or a score in words (`bad "lost"`). */
function beforeText(reader: Reader, statement: Statement, said: Item, text: Token, at: number): number {
  const known = scoreOfPhrase(said.text);
  statement.items.text = item(text);
  if (known !== undefined) {
    statement.items.score = { ...said, text: String(known) };
    reader.problem(
      statement,
      'syntax',
      said,
      say('A feeling has a score from -2 to +2, then the word: feels {0} "{1}".', String(known), short(text.value, 30)),
      likeliestFirst(known).map((score) => replace(say('Write `{0}`', score), said, score)),
    );
    return at + 1;
  }
  statement.items.persona = said;
  const score = reader.tokens[at + 1];
  if (score?.kind === 'value' && !score.freshLine && scoreOf(score.value) !== undefined) {
    statement.items.score = item(score);
    const span = { start: text.start, end: score.end };
    const meant = `${score.value} ${reader.text.slice(text.start, text.end)}`;
    reader.problem(
      statement,
      'syntax',
      span,
      say('First the score, then the word: feels {0} {1}.', short(said.text, 30), short(meant, 40)),
      [replace(say('Swap them'), span, meant)],
    );
    return at + 2;
  }
  reader.problem(
    statement,
    'syntax',
    said,
    say('A feeling has a score from -2 to +2 before the word: feels {0} -1 "{1}".', short(said.text, 30), short(text.value, 30)),
    likeliestFirst(-1).map((score) => ({
      title: say('Write `{0}`', score),
      edits: [{ start: said.end, end: said.end, text: ` ${score}` }],
    })),
  );
  return at + 1;
}

/** Whether a comma stands between two words for a feeling: `lost, angry`. */
function isCommaWithin(reader: Reader, at: number): boolean {
  const [comma, behind] = [reader.tokens[at], reader.tokens[at + 1]];
  return comma?.kind === 'comma' && !comma.freshLine && isPlainWord(behind) && /^\p{Ll}/u.test(behind?.value ?? '');
}

function isPlainWord(token: Token | undefined): boolean {
  return token?.kind === 'word' && !token.freshLine;
}

/** The score that a word for a feeling says by itself: -1 of `frustrated`. */
export function scoreOfPhrase(text: string): number | undefined {
  const words = fold(text).split(/[^\p{L}-]+/u);
  const isVery = /^(?:very|sehr|tres|muy|extremely|really|so|totally)$/.test(words[0] ?? '');
  const found = words.map((word) => scoreOfWord.get(word)).findLast((score) => score !== undefined);
  if (found === undefined || /\b(?:not|nicht|pas|no)\b/.test(fold(text))) return undefined;
  return isVery && Math.abs(found) === 1 ? found * 2 : found;
}

function likeliestFirst(likely: number | string): string[] {
  return [String(likely), ...scores.filter((score) => score !== String(likely))];
}

function fixWith(score: string, span: Item, text: string): Fix {
  return replace(say('Write `feels {0} {1}`', score, short(text, 40)), span, `${score} ${text}`);
}
