import type { Element } from './office.ts';

const paragraph = 'a:lnSpc a:spcBef a:spcAft a:buClr a:buSzPct a:buFont a:buNone a:buChar a:tabLst a:defRPr';
const run = 'a:ln a:noFill a:solidFill a:effectLst a:highlight a:latin a:ea a:cs a:hlinkClick';
const line = 'a:noFill a:solidFill a:gradFill a:prstDash a:round a:headEnd a:tailEnd';
const shapes = 'p:sp p:grpSp p:graphicFrame p:pic';
/** What elements may hold, in this order (ECMA-376, part 1, as far as decks use it). What stands together in brackets may be mixed and repeated. */
const orders: Record<string, string> = {
  'p:sld': 'p:cSld p:clrMapOvr',
  'p:cSld': 'p:bg p:spTree',
  'p:spTree': `p:nvGrpSpPr p:grpSpPr [${shapes}]`,
  'p:grpSp': `p:nvGrpSpPr p:grpSpPr [${shapes}]`,
  'p:sp': 'p:nvSpPr p:spPr p:txBody',
  'p:pic': 'p:nvPicPr p:blipFill p:spPr',
  'p:blipFill': 'a:blip a:srcRect a:stretch',
  'p:graphicFrame': 'p:nvGraphicFramePr p:xfrm a:graphic',
  'p:spPr': 'a:xfrm a:custGeom a:prstGeom a:noFill a:solidFill a:gradFill a:ln',
  'p:grpSpPr': 'a:xfrm',
  'a:xfrm': 'a:off a:ext a:chOff a:chExt',
  'a:custGeom': 'a:avLst a:gdLst a:ahLst a:cxnLst a:rect a:pathLst',
  'a:path': '[a:moveTo a:lnTo a:cubicBezTo a:close]',
  'a:ln': line,
  'a:lnL': line,
  'a:lnR': line,
  'a:lnT': line,
  'a:lnB': line,
  'p:txBody': 'a:bodyPr a:lstStyle [a:p]',
  'a:txBody': 'a:bodyPr a:lstStyle [a:p]',
  'a:p': 'a:pPr [a:r a:br a:fld] a:endParaRPr',
  'a:r': 'a:rPr a:t',
  'a:br': 'a:rPr',
  'a:fld': 'a:rPr a:t',
  'a:pPr': paragraph,
  'a:lvl1pPr': paragraph,
  'a:lvl2pPr': paragraph,
  'a:rPr': run,
  'a:defRPr': run,
  'a:endParaRPr': run,
  'a:tbl': 'a:tblPr a:tblGrid [a:tr]',
  'a:tc': 'a:txBody a:tcPr',
  'a:tcPr': 'a:lnL a:lnR a:lnT a:lnB a:noFill a:solidFill',
  'p:presentation': 'p:sldMasterIdLst p:notesMasterIdLst p:sldIdLst p:sldSz p:notesSz p:defaultTextStyle',
  'p:sldMaster': 'p:cSld p:clrMap p:sldLayoutIdLst p:txStyles',
  'p:sldLayout': 'p:cSld p:clrMapOvr',
  'p:notesMaster': 'p:cSld p:clrMap p:notesStyle',
  'p:notes': 'p:cSld p:clrMapOvr',
  'a:themeElements': 'a:clrScheme a:fontScheme a:fmtScheme',
  'a:clrScheme': 'a:dk1 a:lt1 a:dk2 a:lt2 a:accent1 a:accent2 a:accent3 a:accent4 a:accent5 a:accent6 a:hlink a:folHlink',
};

const patterns = new Map(
  Object.entries(orders).map(([name, order]) => {
    const parts = order.match(/\[[^\]]*\]|\S+/g) ?? [];
    const pattern = parts.map((part) => (part.startsWith('[') ? `(?:${part.slice(1, -1).split(' ').join(' |')} )*` : `(?:${part} )?`));
    return [name, new RegExp(`^${pattern.join('')}$`)] as const;
  }),
);

/** Whether an element holds what it may, in the order that the standard asks for. */
export function isInOrder({ name, children }: Element): boolean {
  return patterns.get(name)?.test(children.map((child) => `${child.name} `).join('')) ?? true;
}
