import { emu, type Look, page } from './look.ts';
import { colourMap } from './theme.ts';
import { type Attrs, el, names, tree, type Xml } from './xml.ts';

/** Layouts: that of the deck's slides, and two for slides that somebody adds. */
export const layouts = [
  { file: 'slideLayout1.xml', name: 'Title only', type: 'titleOnly', holds: ['title'] },
  { file: 'slideLayout2.xml', name: 'Title and content', type: 'obj', holds: ['title', 'body'] },
  { file: 'slideLayout3.xml', name: 'Blank', type: 'blank', holds: [] },
] as const;

const titleBox = { x: page.margin, y: 20, width: page.width - 2 * page.margin, height: 38 };
const bodyBox = { x: page.margin, y: 76, width: page.width - 2 * page.margin, height: 424 };
/** Of the map's title at the foot of slides, with its size in points. */
export const footBox = { x: page.margin, y: page.footer, width: 700, height: 16, size: 9 };
const numberBox = { x: page.width - page.margin - 80, y: page.footer, width: 80, height: 16 };

type Holder = 'title' | 'body' | 'ftr' | 'sldNum';

const boxes = { title: titleBox, body: bodyBox, ftr: footBox, sldNum: numberBox };
export const holderNames = { title: 'Title', body: 'Content', ftr: 'Footer', sldNum: 'Slide number' };

/** A place for text on the master or on a layout. On a layout it stands where it does on the master. */
function holder(kind: Holder, id: number, { leftward }: Look, isMaster: boolean): Xml {
  const { x, y, width, height } = boxes[kind];
  const left = leftward ? page.width - x - width : x;
  const place = el('a:xfrm', {}, el('a:off', { x: emu(left), y: emu(y) }), el('a:ext', { cx: emu(width), cy: emu(height) }));
  const small = kind === 'ftr' || kind === 'sldNum';
  const isEnd = (kind === 'sldNum') !== leftward;
  const faint = el('a:solidFill', {}, el('a:schemeClr', { val: 'tx2' }));
  const style = small ? el('a:lvl1pPr', { algn: isEnd ? 'r' : 'l', rtl: leftward }, el('a:defRPr', { sz: 900 }, faint)) : '';
  const insets = { lIns: 0, tIns: 0, rIns: 0, bIns: 0, anchor: kind === 'title' ? 'b' : small ? 'ctr' : 't' };
  const text =
    kind === 'sldNum'
      ? el('a:p', {}, el('a:fld', { id: '{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}', type: 'slidenum' }, el('a:rPr'), '<a:t>‹#›</a:t>'))
      : el('a:p', {}, kind === 'ftr' ? '' : el('a:r', {}, el('a:rPr'), `<a:t>${holderNames[kind]}</a:t>`));
  const type =
    kind === 'body' && !isMaster
      ? { idx: 1 }
      : kind === 'body'
        ? { type: kind, idx: 1 }
        : { type: kind, ...(small ? { sz: 'quarter', idx: kind === 'ftr' ? 10 : 11 } : {}) };
  return el(
    'p:sp',
    {},
    el(
      'p:nvSpPr',
      {},
      el('p:cNvPr', { id, name: holderNames[kind] }),
      el('p:cNvSpPr', {}, el('a:spLocks', { noGrp: true })),
      el('p:nvPr', {}, el('p:ph', type)),
    ),
    el('p:spPr', {}, isMaster ? place + el('a:prstGeom', { prst: 'rect' }, el('a:avLst')) : ''),
    el(
      'p:txBody',
      {},
      isMaster ? el('a:bodyPr', insets, el('a:normAutofit')) : el('a:bodyPr'),
      el('a:lstStyle', {}, isMaster ? style : ''),
      text,
    ),
  );
}

const ink = el('a:solidFill', {}, el('a:schemeClr', { val: 'tx1' }));

/** The fonts of the theme: for titles, or for all else. */
function fonts(role: 'mj' | 'mn'): Xml {
  return ['latin', 'ea', 'cs'].map((kind) => el(`a:${kind}`, { typeface: `+${role}-${kind === 'latin' ? 'lt' : kind}` })).join('');
}

function directionOf({ leftward }: Look): Attrs {
  return { algn: leftward ? 'r' : 'l', rtl: leftward };
}

/** How text looks that is neither title nor content, where it says nothing of it: programs take it from the master, or from the presentation. */
export function otherText(look: Look): Xml {
  return el('a:lvl1pPr', directionOf(look), el('a:defRPr', { sz: 1200 }, ink, fonts('mn')));
}

/** The master of slides: their ground, their styles of text, and the places for title, content and foot. */
export function masterPart(look: Look): Xml {
  const { palette } = look;
  const direction = directionOf(look);
  const level = (index: number) =>
    el(
      `a:lvl${index}pPr`,
      { marL: emu(index * 16), indent: emu(-16), ...direction },
      el('a:spcBef', {}, el('a:spcPts', { val: 400 })),
      el('a:buFont', { typeface: 'Arial' }),
      el('a:buChar', { char: '•' }),
      el('a:defRPr', { sz: [1600, 1400, 1200, 1200, 1200][index - 1] ?? 1200 }, ink, fonts('mn')),
    );
  const title = el(
    'a:lvl1pPr',
    direction,
    el('a:spcBef', {}, el('a:spcPts', { val: 0 })),
    el('a:buNone'),
    el('a:defRPr', { sz: 2400, b: true }, ink, fonts('mj')),
  );
  const ground = el('p:bg', {}, el('p:bgPr', {}, el('a:solidFill', {}, el('a:schemeClr', { val: 'bg1' })), el('a:effectLst')));
  const holders = (['title', 'body', 'ftr', 'sldNum'] as const).map((kind, index) => holder(kind, index + 2, look, true));
  return el(
    'p:sldMaster',
    names,
    el('p:cSld', {}, ground, tree(holders)),
    colourMap(palette.isDark),
    el(
      'p:sldLayoutIdLst',
      {},
      ...layouts.map((_, index) => el('p:sldLayoutId', { id: 2147483649 + index, 'r:id': `rIdLayout${index + 1}` })),
    ),
    el(
      'p:txStyles',
      {},
      el('p:titleStyle', {}, title),
      el('p:bodyStyle', {}, ...[1, 2, 3, 4, 5].map(level)),
      el('p:otherStyle', {}, otherText(look)),
    ),
  );
}

export function layoutPart({ name, type, holds }: (typeof layouts)[number], look: Look): Xml {
  const holders = [...holds, 'ftr', 'sldNum'] as Holder[];
  return el(
    'p:sldLayout',
    { ...names, type, preserve: true },
    el('p:cSld', { name }, tree(holders.map((kind, index) => holder(kind, index + 2, look, false)))),
    el('p:clrMapOvr', {}, el('a:masterClrMapping')),
  );
}
