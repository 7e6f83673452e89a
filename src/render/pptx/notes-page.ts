import { languageOf } from './look.ts';
import type { Slide } from './slide.ts';
import { colourMap } from './theme.ts';
import { el, names, tree, words, type Xml } from './xml.ts';

const notesBoxes = {
  sldImg: { x: 685800, y: 685800, cx: 5486400, cy: 3086100 },
  body: { x: 685800, y: 4000000, cx: 5486400, cy: 4500000 },
};

function notesHolder(kind: keyof typeof notesBoxes, id: number, isMaster: boolean, text: Xml = ''): Xml {
  const { x, y, cx, cy } = notesBoxes[kind];
  const place = el('a:xfrm', {}, el('a:off', { x, y }), el('a:ext', { cx, cy })) + el('a:prstGeom', { prst: 'rect' }, el('a:avLst'));
  const locks = el('a:spLocks', kind === 'sldImg' ? { noGrp: true, noRot: true, noChangeAspect: true } : { noGrp: true });
  return el(
    'p:sp',
    {},
    el(
      'p:nvSpPr',
      {},
      el('p:cNvPr', { id, name: kind === 'body' ? 'Notes' : 'Slide' }),
      el('p:cNvSpPr', {}, locks),
      el('p:nvPr', {}, el('p:ph', { type: kind, ...(kind === 'body' ? { idx: 1 } : isMaster ? { idx: 2 } : {}) })),
    ),
    el('p:spPr', {}, isMaster ? place : ''),
    kind === 'body' ? el('p:txBody', {}, el('a:bodyPr'), el('a:lstStyle'), text === '' ? el('a:p') : text) : '',
  );
}

/** The master of the pages of notes, which are printed. */
export function notesMasterPart(): Xml {
  const ground = el('p:bg', {}, el('p:bgPr', {}, el('a:solidFill', {}, el('a:schemeClr', { val: 'bg1' })), el('a:effectLst')));
  const ink = el('a:solidFill', {}, el('a:schemeClr', { val: 'tx1' }));
  const fonts = el('a:latin', { typeface: '+mn-lt' }) + el('a:ea', { typeface: '+mn-ea' }) + el('a:cs', { typeface: '+mn-cs' });
  return el(
    'p:notesMaster',
    names,
    el('p:cSld', {}, ground, tree([notesHolder('sldImg', 2, true), notesHolder('body', 3, true)])),
    colourMap(false),
    el('p:notesStyle', {}, el('a:lvl1pPr', { marL: 0, algn: 'l' }, el('a:defRPr', { sz: 1200 }, ink, fonts))),
  );
}

/** The page of notes of a slide, a paragraph a line. */
export function notesPart({ notes, look: { leftward, language } }: Slide): Xml {
  const attrs = leftward ? { algn: 'r', rtl: true } : {};
  const lines = notes.map((line) =>
    el(
      'a:p',
      {},
      el('a:pPr', attrs),
      line === ''
        ? ''
        : el('a:r', {}, el('a:rPr', { lang: languageOf(line) ?? language }), `<a:t>${words(line.replaceAll('\n', ' '))}</a:t>`),
    ),
  );
  const shapes = [notesHolder('sldImg', 2, false), notesHolder('body', 3, false, lines.join(''))];
  return el('p:notes', names, el('p:cSld', {}, tree(shapes)), el('p:clrMapOvr', {}, el('a:masterClrMapping')));
}
