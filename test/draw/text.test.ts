import { describe, expect, test } from 'vitest';
import { english } from '../../src/draw/english.ts';
import { french } from '../../src/draw/french.ts';
import { initials } from '../../src/draw/initials.ts';
import { breakLines, tidy, wordsOf } from '../../src/draw/lines.ts';
import { type Measure, measure } from '../../src/draw/measure.ts';
import { isRightToLeft } from '../../src/draw/nodes.ts';
import { textNode } from '../../src/draw/text.ts';
import { durationText } from '../../src/language/names/time.ts';

/** Every letter is one wide, so that widths are letters; a joiner takes no room. */
const counting: Measure = (text) => [...text.replaceAll('\u2060', '')].length;
const lines = (text: string, width: number, most?: number) =>
  breakLines(wordsOf(text, 1, 'regular', counting), width, 1, 'regular', counting, most);

describe('measuring', () => {
  test('grows with the size and with every letter', () => {
    expect(measure('Order form', 26, 'medium')).toBeCloseTo(2 * measure('Order form', 13, 'medium'));
    expect(measure('ab', 13, 'regular')).toBeCloseTo(measure('a', 13, 'regular') + measure('b', 13, 'regular'));
    expect(measure('', 13, 'regular')).toBe(0);
  });

  test('tells the faces apart', () => {
    expect(measure('Wait', 13, 'semibold')).toBeGreaterThan(measure('Wait', 13, 'regular'));
  });

  test('takes what the font lacks generously', () => {
    expect(measure('日本', 10, 'regular')).toBe(20);
    expect(measure('한국', 10, 'regular')).toBe(20);
    expect(measure('👩‍🚀', 10, 'regular')).toBe(13);
    expect(measure('🇫🇷', 10, 'regular')).toBe(13);
    expect(measure('هل', 10, 'regular')).toBeCloseTo(16.5);
    expect(measure('\u0301', 10, 'regular')).toBeLessThan(1);
    expect(measure('e\u0301', 10, 'regular')).toBeCloseTo(measure('e', 10, 'regular'));
    expect(measure('\ud800', 10, 'regular')).toBeGreaterThan(0);
  });
});

describe('tidying', () => {
  test.each([
    ['  two   words ', 'two words'],
    ['a\tb', 'a b'],
    ['a\r\nb\n\n c', 'a\nb\nc'],
    ['nul\u0000 and half \ud83d!', 'nul and half !'],
  ])('%j becomes %j', (text, tidied) => {
    expect(tidy(text)).toBe(tidied);
  });
});

describe('breaking lines', () => {
  test.each([
    ['the quick brown fox', 10, ['the quick', 'brown fox']],
    ['one', 10, ['one']],
    ['', 10, []],
    ['a\nb', 10, ['a', 'b']],
    ['well-known facts', 6, ['well-', 'known', 'facts']],
    ['Bonjour !', 8, ['Bonjour', '!']],
    ['新しい端末が届く', 4, ['新しい端', '末が届く']],
    ['Haftpflicht\u00adversicherung', 14, ['Haftpflicht-', 'versicherung']],
    ['Haftpflicht\u00adversicherung', 30, ['Haftpflichtversicherung']],
  ])('%j within %d', (text, width, expected) => {
    if (text === 'Bonjour !') expect(lines(text, width).lines.at(-1)).not.toBe('!');
    else expect(lines(text, width).lines).toEqual(expected);
  });

  test('a word that is longer than the line is parted evenly, with a hyphen', () => {
    expect(lines('Zuständigkeitsverfahren ab', 15).lines).toEqual(['Zuständigkei-', 'tsverfahren ab']);
    expect(lines('1234567890', 6).lines).toEqual(['12345', '67890']);
    expect(lines('Wiederbeschaffungswertermittlungstabelle', 25).lines).toHaveLength(2);
  });

  test.each([
    ['โทรหาฝ่ายช่วยเหลือและรอสาย', 10, ['โทรหาฝ่าย', 'ช่วยเหลือ', 'และรอสาย']],
    ['ส่งของช้าๆ', 7, ['ส่งของ', 'ช้าๆ']],
    ['ຂ້ອຍຕ້ອງການຄອມພິວເຕີໃໝ່', 11, ['ຂ້ອຍຕ້ອງການ', 'ຄອມພິວເຕີ', 'ໃໝ່']],
    ['ខ្ញុំត្រូវការកុំព្យូទ័រថ្មី', 13, ['ខ្ញុំត្រូវការ', 'កុំព្យូទ័រ', 'ថ្មី']],
  ])('%s, of a script without spaces, is broken between words', (text, width, expected) => {
    expect(lines(text, width).lines).toEqual(expected);
  });

  test('an emoji is never cut', () => {
    expect(lines('👩‍🚀👩‍🚀👩‍🚀', 4).lines.join('')).toBe('👩‍🚀👩‍🚀👩‍🚀');
    for (const line of lines('👩‍🚀👩‍🚀👩‍🚀', 4).lines) expect(line.length % '👩‍🚀'.length).toBe(0);
  });

  test('what is over the most lines ends in an ellipsis', () => {
    expect(lines('one two three four', 5, 2)).toMatchObject({ lines: ['one', 'two…'], cut: true });
    expect(lines('one two', 5, 2)).toMatchObject({ lines: ['one', 'two'], cut: false });
  });

  test.each([
    ['Zuständigkeitsverfahren', 8, 2, 'digkei…'],
    ['one two, three', 5, 2, 'two…'],
    ['one well-known', 6, 2, 'well…'],
    ['a · b · c', 3, 2, 'b…'],
    ['一つ目の、二つ目', 3, 2, 'の…'],
  ])('before the ellipsis of %j within %d stands nothing that parts or joins', (text, width, most, last) => {
    expect(lines(text, width, most).lines.at(-1)).toBe(last);
  });

  test('the quick way breaks as the library does', () => {
    const text = 'Une phrase, à peine longue. Elle dit que l’attente dure 3 jours';
    const quick = wordsOf(text, 1, 'regular', counting).parts.map((part) => part.text);
    const slow = wordsOf(`${text} …`, 1, 'regular', counting).parts.map((part) => part.text);
    expect(slow.slice(0, quick.length - 1)).toEqual(quick.slice(0, -1));
  });
});

test.each([
  ['Vera Cruz', 'VC'],
  ['Marie-Theres von Hohenlohe', 'MH'],
  ['山田 由紀', '山由'],
  // Each by itself: joined they would be a word.
  ['مكتب خدمة العملاء', 'م\u200cا'],
  ['דנה כהן', 'דכ'],
  ['Ada', 'A'],
  ['', ''],
  ['👩‍🚀 Zoë', '👩‍🚀Z'],
])('the initials of %j are %j', (name, letters) => {
  expect(initials(name)).toBe(letters);
});

test.each([
  ['هل وصل', true],
  ['“هل', true],
  ['Vera هل', false],
  ['123', false],
])('%j runs from right to left: %s', (text, leftward) => {
  expect(isRightToLeft(text)).toBe(leftward);
});

test('a number stays on one line with its unit, and a target with its word', () => {
  const broken = (text: string, width: number) => lines(text, width).lines.map((line) => line.replaceAll('\u00a0', ' '));
  expect(broken(english.after('25min'), 10)).toEqual(['after', '25 minutes']);
  expect(broken(english.lasts('2-5d'), 9)).toEqual(['for', '2–5 days']);
  expect(broken(`Monday ${english.takes('25min')}`, 16)).toEqual(['Monday', 'takes 25 minutes']);
  expect(broken(english.measure('csat', '3.2/5', '4/5'), 14)).toEqual(['CSAT 3.2/5', 'target 4/5']);
});

test.each([
  ['Jeudi, entre 9 h et 17 h', 21, ['Jeudi, entre 9 h et', '17 h']],
  ['de 9 h à 17 h', 11, ['de 9 h à', '17 h']],
  ['steigt auf 60 %', 12, ['steigt auf', '60 %']],
  ['costs 38 EUR', 9, ['costs', '38 EUR']],
  ['complaints 31 per month', 16, ['complaints', '31 per month']],
  ['plaintes 31 par mois', 14, ['plaintes', '31 par mois']],
  ['Answer by e-mail: 1 working day', 18, ['Answer by e-mail:', '1 working day']],
  ['rund 3 pro Tag', 9, ['rund', '3 pro Tag']],
  ['room 5 per Staatsangehörigkeit', 20, ['room 5 per', 'Staatsangehörigkeit']],
  ['il dit « oui »', 12, ['il dit', '« oui »']],
  ['within 15 minutes', 10, ['within', '15 minutes']],
  ['depuis 3 semaines', 10, ['depuis', '3 semaines']],
  ['nach 5 Tagen', 8, ['nach', '5 Tagen']],
  ['12345678 days', 9, ['12345678', 'days']],
  ['takes 9 horses', 9, ['takes 9', 'horses']],
  ['six seats, 1 June to 30', 12, ['six seats,', '1 June to 30']],
  ['depuis le 1er juillet', 13, ['depuis le', '1er juillet']],
  ['nach dem 3. Oktober', 12, ['nach dem', '3. Oktober']],
  ['all the 48 213 cases', 13, ['all the', '48 213 cases']],
  ['in 2026 March was', 8, ['in 2026', 'March', 'was']],
  ['Confirmation e-mail', 16, ['Confirmation', 'e-mail']],
  ['une photo à mi-fabrication', 15, ['une photo à', 'mi-fabrication']],
  ['a well-known fact', 8, ['a well-', 'known', 'fact']],
  ['espera 3 días', 8, ['espera', '3 días']],
  ['מתקשרת וממתינה 25 דקות', 18, ['מתקשרת וממתינה', '25 דקות']],
  ['لا خبر منذ 5 أيام', 13, ['لا خبر منذ', '5 أيام']],
  ['打电话等了25分钟才有人', 7, ['打电话等了', '25分钟才有人']],
  ['電話して２０分間待つ', 6, ['電話して', '２０分間待つ']],
  ['自宅でＷｉ－Ｆｉに接続', 6, ['自宅で', 'Ｗｉ－Ｆｉ', 'に接続']],
  ['Done, with a thank-you', 19, ['Done, with', 'a thank-you']],
  ['Look at the check-in desk', 17, ['Look at the', 'check-in desk']],
  ['Öffnet die Kunden-App', 18, ['Öffnet die', 'Kunden-App']],
  ['in der Vollkaskoversicherungs-App', 24, ['in der', 'Vollkaskoversicherungs-', 'App']],
  ['prices, January to June 2026: half', 24, ['prices, January to', 'June 2026: half']],
  ['Mesure d’audience, mars à juin 2026', 31, ['Mesure d’audience, mars à', 'juin 2026']],
  ['bis 30. September 2026', 17, ['bis 30. September', '2026']],
  ['May 20260', 8, ['May', '20260']],
  // What has no room together is parted where its blanks are.
  ['nach dem 30. September', 11, ['nach dem', '30.', 'September']],
  ['« Trois semaines »', 13, ['« Trois', 'semaines »']],
  ['dit « oui » deux fois', 7, ['dit', '« oui »', 'deux', 'fois']],
])('%j keeps together what belongs together within %d', (text, width, expected) => {
  expect(lines(text, width).lines.map((line) => line.replaceAll('\u00a0', ' '))).toEqual(expected);
});

test('a point between facts is left out where a line ends, and nowhere else', () => {
  const facts = english.facts(['planned', 'due soon', 'A-1']);
  expect(lines(facts, 10).lines).toEqual(['planned', 'due soon', 'A-1']);
  expect(lines(facts, 30).lines).toEqual(['planned\u00a0· due soon\u00a0· A-1']);
  expect(lines('· a ·', 3).lines).toEqual(['· a', '·']);
});

test.each([
  ['The desk cannot see where an order is', 18, ['The desk cannot', 'see where an', 'order is']],
  ['No word for five days', 16, ['No word for', 'five days']],
  ['Relire la fiche du site web', 24, ['Relire la fiche du', 'site web']],
  ['Schaut im Intranet nach', 19, ['Schaut im', 'Intranet nach']],
  ['お問い合わせ窓口に電話', 10, ['お問い合わせ', '窓口に電話']],
  ['« Tout y est, même le samedi. »', 22, ['«\u00a0Tout y est, même', 'le samedi.\u00a0»']],
  // Nothing to be gained: one more line, a line far too short, or words that are long themselves.
  ['Manager’s approval', 12, ['Manager’s', 'approval']],
  ['a b Wiederbeschaffung ok', 20, ['a b', 'Wiederbeschaffung ok']],
  ['Order a laptop tomorrow', 15, ['Order a laptop', 'tomorrow']],
  ['第一天上班就能用的电脑', 10, ['第一天上班就', '能用的电脑']],
  ['どの書式を使えばよいのか分からない。', 17, ['どの書式を使えばよ', 'いのか分からない。']],
])('%j leaves no short word alone on the last line of %d', (text, width, expected) => {
  expect(lines(text, width).lines).toEqual(expected);
});

test('a fact that has room on a line of its own is not parted', () => {
  expect(lines(english.facts(['Bike desk', 'with Booking calendar']), 23).lines).toEqual(['Bike desk', 'with Booking calendar']);
  expect(lines(english.facts(['CAN-71', 'Commerce en ligne']), 18).lines).toEqual(['CAN-71', 'Commerce en ligne']);
});

test.each([
  [['Sales', 'with a name that is long'], 18, ['Sales', 'with a name that', 'is long']],
  [['on 1 Sep 2026', 'from tour.csv, answered in time'], 25, ['on 1 Sep 2026', 'from tour.csv, answered', 'in time']],
  [['Sales', 'from tour.csv, answered in time'], 27, ['Sales', 'from tour.csv, answered', 'in time']],
  [['done', 'SD-412', 'with a name that is long', 'soon'], 18, ['done · SD-412', 'with a name that', 'is long · soon']],
])('a fact that is longer than a line begins on one: %j within %d', (facts, width, expected) => {
  expect(lines(english.facts(facts), width).lines.map((line) => line.replaceAll('\u00a0', ' '))).toEqual(expected);
});

test('a fact alone on the last line is not a word alone', () => {
  const facts = english.facts(['Tax adviser with 90 clients', 'Advisers']);
  expect(lines(facts, 27).lines).toEqual(['Tax adviser with 90 clients', 'Advisers']);
});

test('lines from right to left begin below each other, at the right of the longest', () => {
  const style = { size: 13, face: 'regular', leading: 18, fill: '#000000' } as const;
  const leftward = textNode('text', 10, 20, ['هل وصل', 'الطلب؟'], style, undefined, '', 80);
  expect(leftward.attrs).toMatchObject({ direction: 'rtl' });
  expect(leftward.attrs['text-anchor']).toBeUndefined();
  expect(leftward.children?.map(({ attrs }) => attrs.x)).toEqual([90, 90]);
  const rightward = textNode('text', 10, 20, ['Has the', 'order come?'], style, undefined, '', 80);
  expect(rightward.children?.map(({ attrs }) => attrs.x)).toEqual([10, 10]);
});

test('a sign before a number stays at its left in a text from right to left', () => {
  const style = { size: 13, face: 'regular', leading: 18, fill: '#000000' } as const;
  expect(textNode('text', 0, 0, ['מחשב −12'], style).text).toBe('מחשב \u200e−12');
  expect(textNode('text', 0, 0, ['מחשב', '+3 ו-4'], style).children?.map(({ text }) => text)).toEqual(['מחשב', '\u200e+3 ו-4']);
  expect(textNode('text', 0, 0, ['NPS −12'], style).text).toBe('NPS −12');
});

test.each([
  ['25min', '5min', 'takes 25 → 5 minutes'],
  ['2d', '1d', 'takes 2 → 1 day'],
  ['1h', '20min', 'takes 1 hour → 20 minutes'],
  ['2-5d', '2d', 'takes 2–5 days → 2 days'],
  ['1h30min', '1h', 'takes 1 hour 30 minutes → 1 hour'],
  ['2d', undefined, 'took 2 days'],
  [undefined, '2d', 'takes 2 days'],
])('from %s to %s: %s', (before, after, expected) => {
  expect(english.compare.takes(before, after).replaceAll('\u00a0', ' ').replaceAll('\u2060', '')).toBe(expected);
});

test.each([
  ['Did they get it?', '“Did they get it?”', '«\u00a0Did they get it?\u00a0»'],
  // In quotation marks already.
  ...['“At last!”', '„Und nun?“', '„Und nun?”', '« Enfin ! »', '"At last!"', '「いつ届くのか」', ' “At last!” '].map((own) => [
    own,
    own.trim(),
    own.trim(),
  ]),
  // Not as a whole.
  ['“Yes” or “no”', '“‘Yes’ or ‘no’”', '«\u00a0“Yes” or “no”\u00a0»'],
  ['"', '“"”', '«\u00a0"\u00a0»'],
])('%j is quoted as %j and %j', (text, inEnglish, inFrench) => {
  expect(english.quote(text as string)).toBe(inEnglish);
  expect(french.quote(text as string)).toBe(inFrench);
});

test('an arrow from one name to the next points the way that they are read', () => {
  expect(english.compare.change('Old', 'New')).toBe('Old → New');
  expect(english.compare.change('ישן', 'חדש')).toBe('ישן ← חדש');
  expect(english.compare.change('−0.1', '+0.9')).toBe('−0.1 → +0.9');
});

test.each([
  ['They call it "sharing". I hope.', '“They call it ‘sharing’. I hope.”', '«\u00a0They call it “sharing”. I hope.\u00a0»'],
  ['“Yes”, she said', '“‘Yes’, she said”', '«\u00a0“Yes”, she said\u00a0»'],
  ['On m’a dit « demain » !', '“On m’a dit ‘demain’ !”', '«\u00a0On m’a dit “demain” !\u00a0»'],
  ['a 5" screen and a 7" one', '“a 5" screen and a 7" one”', '«\u00a0a 5" screen and a 7" one\u00a0»'],
  ['it is "open', '“it is "open”', '«\u00a0it is "open\u00a0»'],
  ['No "" here', '“No "" here”', '«\u00a0No "" here\u00a0»'],
])('%j within quotation marks: %s, %s', (text, inEnglish, inFrench) => {
  expect(english.quote(text)).toBe(inEnglish);
  expect(french.quote(text)).toBe(inFrench);
});

test.each([
  [['A'], 'A is not there', 'A n’y est pas'],
  [['A', 'B, b'], 'A and B, b are not there', 'A et B, b n’y sont pas'],
  [['A', 'B', 'C'], 'A, B and C are not there', 'A, B et C n’y sont pas'],
])('%j: %s', (who, inEnglish, inFrench) => {
  expect(english.absent(who)).toBe(inEnglish);
  expect(french.absent(who)).toBe(inFrench);
});

test.each([
  ['22010', '22 010'],
  ['1234567 EUR', '1 234 567 EUR'],
  ['-12500', '−12 500'],
  ['1400 per month', '1400 per month'],
  ['12345.5', '12 345.5'],
  ['v12345', 'v12345'],
  ['2026-10000', '2026-10000'],
])('%s is measured as %s', (written, said) => {
  expect(english.measure('visits', written, written).replaceAll('\u00a0', ' ')).toBe(`visits ${said} · target ${said}`);
});

test.each([
  [1 / 3, '20s'],
  [1 + 2 / 3, '1min40s'],
  [1, '1min'],
  [0, '1s'],
  [2.4, '2min'],
  [59.8, '1h'],
  [90, '1h30min'],
  [3000, '2d2h'],
])('%d minutes are written %s', (minutes, text) => {
  expect(durationText(minutes)).toBe(text);
});

test.each([
  ['better', 0, 'activité améliorée'],
  ['better', 6, 'activités améliorées'],
  ['new', 1, 'nouvelle activité'],
  ['new', 2, 'nouvelles activités'],
  ['gone', 2, 'activités supprimées'],
  ['worse', 1, 'activité dégradée'],
] as const)('in French what is counted agrees: %s, %i', (verdict, count, said) => {
  expect(french.compare.steps(verdict, count)).toBe(said);
});
