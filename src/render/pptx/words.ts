import { emu, fillOf, hasLeftwardLetters, type Look, languageOf } from './look.ts';
import { bulletRoom, type Paragraph, type Run } from './text.ts';
import { el, spacedWords, type Xml } from './xml.ts';

/** Gives an address the id that its relation has on a slide. */
type Link = (address: string) => string;

/** The paragraphs of a box or a cell; an empty one where it has none, as Office wants one. */
export function paragraphsOf(list: readonly Paragraph[], look: Look, link: Link): Xml[] {
  return (list.length > 0 ? list : [{ runs: [], size: 8 }]).map((each, index) => paragraphOf(each, index > 0, look, link));
}

function paragraphOf({ runs, size, align, above = 0, bullet }: Paragraph, isBelow: boolean, look: Look, link: Link): Xml {
  const { leftward } = look;
  const room = bullet ? emu(bulletRoom * size) : 0;
  // Numbers and Latin words alone keep their own direction: signs would change sides.
  const turned = leftward && (bullet === true || runs.some(({ text }) => hasLeftwardLetters(text)));
  const stands = align === 'middle' ? 'ctr' : (align === 'end') === leftward ? 'l' : 'r';
  const properties = el(
    'a:pPr',
    { marL: room, indent: -room, algn: stands, rtl: turned },
    el('a:spcBef', {}, el('a:spcPts', { val: isBelow ? Math.round(above * 100) : 0 })),
    bullet ? el('a:buFont', { typeface: 'Arial' }) + el('a:buChar', { char: '•' }) : el('a:buNone'),
  );
  const pieces = runs.filter(({ text }) => text !== '').flatMap((run) => runOf(run, size, look, link));
  return el('a:p', {}, properties, ...pieces, el('a:endParaRPr', { sz: Math.round(size * 100) }));
}

/** A run; where it has several lines, with breaks between them. */
function runOf(run: Run, size: number, { palette, language }: Look, link: Link): Xml[] {
  const { bold = false, italic = false, colour, ground, link: address } = run;
  const style = (text: string) =>
    el(
      'a:rPr',
      { lang: languageOf(text) ?? language, sz: Math.round(size * 100), b: bold, i: italic },
      colour === undefined ? el('a:solidFill', {}, el('a:schemeClr', { val: 'tx1' })) : fillOf(colour, palette),
      ground && ground !== 'none' ? el('a:highlight', {}, el('a:srgbClr', { val: ground.slice(1).toUpperCase() })) : '',
      address === undefined ? '' : el('a:hlinkClick', { 'r:id': link(address) }),
    );
  return run.text
    .split('\n')
    .flatMap((line, index) => [
      ...(index > 0 ? [el('a:br', {}, style(line))] : []),
      el('a:r', {}, style(line), `<a:t>${spacedWords(line)}</a:t>`),
    ]);
}
