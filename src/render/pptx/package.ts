import { type Entry, zip } from '../zip.ts';
import { emu, type Look, languageOf, page } from './look.ts';
import { holderNames, layoutPart, layouts, masterPart, otherText } from './master.ts';
import { notesMasterPart, notesPart } from './notes-page.ts';
import type { Slide } from './slide.ts';
import { paper, themePart } from './theme.ts';
import { type Attrs, el, file, names, words, type Xml } from './xml.ts';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const application = 'application/vnd.openxmlformats-';

/** What a deck is made of. */
export interface Deck {
  title: string;
  /** One sentence or two. */
  description: string;
  /** The title on one line, at the foot of slides. */
  foot: string;
  look: Look;
  slides: readonly Slide[];
}

interface Relation {
  id: string;
  type: string;
  target: string;
  external?: boolean;
}

/**
 * A deck as the bytes of a PPTX file: a package of parts as ECMA-376 (Office Open XML) defines it. The file says nothing of when and by whom it was
 * made.
 */
export async function pack({ title, description, foot, look, slides }: Deck): Promise<Uint8Array<ArrayBuffer>> {
  const { palette, fonts } = look;
  const parts: Entry[] = [];
  const types: Xml[] = [];
  const part = (path: string, type: string, root: Xml, relations: readonly Relation[] = []) => {
    parts.push({ name: path, content: file(root) });
    types.push(el('Override', { PartName: `/${path}`, ContentType: `${application}${type}+xml` }));
    if (relations.length > 0) {
      const [, folder = '', name = ''] = /^(.*\/)?([^/]+)$/.exec(path) ?? [];
      parts.push({ name: `${folder}_rels/${name}.rels`, content: file(relationships(relations)) });
    }
  };
  const presentation = 'officedocument.presentationml';
  const slideParts = slides.map((_, index) => ({
    id: `rIdSlide${index + 1}`,
    type: `${office}/slide`,
    target: `slides/slide${index + 1}.xml`,
  }));
  part('ppt/presentation.xml', `${presentation}.presentation.main`, presentationPart(slideParts, look), [
    { id: 'rIdMaster', type: `${office}/slideMaster`, target: 'slideMasters/slideMaster1.xml' },
    { id: 'rIdNotes', type: `${office}/notesMaster`, target: 'notesMasters/notesMaster1.xml' },
    { id: 'rIdTheme', type: `${office}/theme`, target: 'theme/theme1.xml' },
    ...slideParts,
  ]);
  const layoutNames = layouts.map(({ file: name }) => name);
  part('ppt/slideMasters/slideMaster1.xml', `${presentation}.slideMaster`, masterPart(look), [
    ...layoutNames.map((name, index) => ({
      id: `rIdLayout${index + 1}`,
      type: `${office}/slideLayout`,
      target: `../slideLayouts/${name}`,
    })),
    { id: 'rIdTheme', type: `${office}/theme`, target: '../theme/theme1.xml' },
  ]);
  for (const layout of layouts) {
    part(`ppt/slideLayouts/${layout.file}`, `${presentation}.slideLayout`, layoutPart(layout, look), [
      { id: 'rIdMaster', type: `${office}/slideMaster`, target: '../slideMasters/slideMaster1.xml' },
    ]);
  }
  part('ppt/notesMasters/notesMaster1.xml', `${presentation}.notesMaster`, notesMasterPart(), [
    { id: 'rIdTheme', type: `${office}/theme`, target: '../theme/theme2.xml' },
  ]);
  part('ppt/theme/theme1.xml', 'officedocument.theme', themePart(palette, fonts));
  part('ppt/theme/theme2.xml', 'officedocument.theme', themePart(paper, fonts));
  const media = new Map<string, string>();
  for (const [index, slide] of slides.entries()) {
    const number = index + 1;
    const images = slide.pictures.map(({ bytes, type }, at): Relation => {
      const key = `${type}:${bytes.join()}`;
      const name = media.get(key) ?? `image${media.size + 1}.${type}`;
      if (!media.has(key)) parts.push({ name: `ppt/media/${name}`, content: bytes });
      media.set(key, name);
      return { id: `rIdImage${at + 1}`, type: `${office}/image`, target: `../media/${name}` };
    });
    const tree = slide.tree(...footer(slide, slide.title === title ? '' : foot, number));
    part(`ppt/slides/slide${number}.xml`, `${presentation}.slide`, slidePart(tree), [
      { id: 'rIdLayout', type: `${office}/slideLayout`, target: '../slideLayouts/slideLayout1.xml' },
      { id: 'rIdNotes', type: `${office}/notesSlide`, target: `../notesSlides/notesSlide${number}.xml` },
      ...images,
      ...slide.addresses.map((target, at) => ({ id: `rIdLink${at + 1}`, type: `${office}/hyperlink`, target, external: true })),
    ]);
    part(`ppt/notesSlides/notesSlide${number}.xml`, `${presentation}.notesSlide`, notesPart(slide), [
      { id: 'rIdNotes', type: `${office}/notesMaster`, target: '../notesMasters/notesMaster1.xml' },
      { id: 'rIdSlide', type: `${office}/slide`, target: `../slides/slide${number}.xml` },
    ]);
  }
  const core = { 'xmlns:cp': `${packaged}/metadata/core-properties`, 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' };
  const told = [el('dc:title', {}, words(title)), el('dc:description', {}, words(description))];
  const language = look.language ? [el('dc:language', {}, words(look.language))] : [];
  parts.push({ name: 'docProps/core.xml', content: file(el('cp:coreProperties', core, ...told, ...language)) });
  types.push(el('Override', { PartName: '/docProps/core.xml', ContentType: `${application}package.core-properties+xml` }));
  const usual = { rels: `${application}package.relationships+xml`, xml: 'application/xml', png: 'image/png', jpeg: 'image/jpeg' };
  const defaults = Object.entries(usual).map(([Extension, ContentType]) => el('Default', { Extension, ContentType }));
  const root: Relation[] = [
    { id: 'rIdDeck', type: `${office}/officeDocument`, target: 'ppt/presentation.xml' },
    { id: 'rIdCore', type: `${packaged}/relationships/metadata/core-properties`, target: 'docProps/core.xml' },
  ];
  return zip([
    { name: '[Content_Types].xml', content: file(el('Types', { xmlns: `${packaged}/content-types` }, ...defaults, ...types)) },
    { name: '_rels/.rels', content: file(relationships(root)) },
    ...parts,
  ]);
}

function relationships(list: readonly Relation[]): Xml {
  const each = ({ id, type, target, external }: Relation) =>
    el('Relationship', { Id: id, Type: type, Target: target, ...(external ? { TargetMode: 'External' } : {}) });
  return el('Relationships', { xmlns: `${packaged}/relationships` }, ...list.map(each));
}

function presentationPart(slides: readonly { id: string }[], look: Look): Xml {
  return el(
    'p:presentation',
    { ...names, saveSubsetFonts: true },
    el('p:sldMasterIdLst', {}, el('p:sldMasterId', { id: 2147483648, 'r:id': 'rIdMaster' })),
    el('p:notesMasterIdLst', {}, el('p:notesMasterId', { 'r:id': 'rIdNotes' })),
    el('p:sldIdLst', {}, ...slides.map(({ id }, index) => el('p:sldId', { id: 256 + index, 'r:id': id }))),
    el('p:sldSz', { cx: emu(page.width), cy: emu(page.height) }),
    el('p:notesSz', { cx: 6858000, cy: 9144000 }),
    el('p:defaultTextStyle', {}, otherText(look)),
  );
}

function slidePart(tree: Xml): Xml {
  return el('p:sld', names, el('p:cSld', {}, tree), el('p:clrMapOvr', {}, el('a:masterClrMapping')));
}

/** Said again on each slide: some programs look for it nowhere else. */
function footStyle(kind: 'ftr' | 'sldNum', { leftward }: Look): Xml {
  return el('a:pPr', { algn: (kind === 'sldNum') !== leftward ? 'r' : 'l', rtl: leftward });
}

function footRun(attrs: Attrs): Xml {
  const faint = el('a:solidFill', {}, el('a:schemeClr', { val: 'tx2' }));
  const fonts = ['latin', 'ea', 'cs'].map((kind) => el(`a:${kind}`, { typeface: `+mn-${kind === 'latin' ? 'lt' : kind}` }));
  return el('a:rPr', { ...attrs, sz: 900 }, faint, ...fonts);
}

/** The map's title, unless it is the slide's own, and the slide's number at the foot of a slide. */
function footer(slide: Slide, title: string, number: number): Xml[] {
  const shape = (kind: 'ftr' | 'sldNum', name: string, content: Xml) =>
    el(
      'p:sp',
      {},
      el(
        'p:nvSpPr',
        {},
        el('p:cNvPr', { id: slide.id(), name }),
        el('p:cNvSpPr', {}, el('a:spLocks', { noGrp: true })),
        el('p:nvPr', {}, el('p:ph', { type: kind, sz: 'quarter', idx: kind === 'ftr' ? 10 : 11 })),
      ),
      el('p:spPr'),
      el('p:txBody', {}, el('a:bodyPr'), el('a:lstStyle'), el('a:p', {}, footStyle(kind, slide.look), content)),
    );
  const field = el('a:fld', { id: '{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}', type: 'slidenum' }, footRun({}), `<a:t>${number}</a:t>`);
  const name = el('a:r', {}, footRun({ lang: languageOf(title) ?? slide.look.language }), `<a:t>${words(title)}</a:t>`);
  return [...(title === '' ? [] : [shape('ftr', holderNames.ftr, name)]), shape('sldNum', holderNames.sldNum, field)];
}
