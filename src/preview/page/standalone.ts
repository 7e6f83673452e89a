import { branded, type Theme, themes } from '../../draw/index.ts';
import { isDark, pageColours } from '../../render/html/colours.ts';
import { withPictures } from '../../render/html/pictures.ts';
import { sheetHtml } from '../../render/html/sheet.ts';
import { viewsOf } from '../../render/html/views.ts';
import type { Job } from '../../render/job.ts';
import type { MapReply } from '../../server/protocol.ts';
import type { FileTexts } from '../texts.ts';
import { drawer, tell } from './drawer.ts';
import { aroundFile } from './file.ts';
import { Page } from './page.ts';
import { tellOnce } from './teller.ts';

/** The page in a file: its map lies beside it, nobody writes it, and it asks for nothing. Until it is up the reader has what stands in the file. */

/** So many steps stand beside one another in a table on paper. */
const stepsOnPaper = 6;

const root = document.getElementById('app') as HTMLElement;
const hrefs = [...document.querySelectorAll('.sheet image')].map((image) => image.getAttribute('xlink:href') ?? '');
const job = withPictures(JSON.parse(document.getElementById('map')?.textContent ?? '') as Job, hrefs);
const texts = JSON.parse(root.dataset.texts ?? '') as FileTexts;
const prefersDark = matchMedia('(prefers-color-scheme: dark)');
const prefersContrast = matchMedia('(prefers-contrast: more)');
/** What the switch says against the reader's system. */
let switched = false;

/** The theme that was asked for, else the reader's. */
function theme(): Theme {
  if (!job.isAuto) return themes[job.theme];
  const wantsDark = prefersDark.matches !== switched;
  if (prefersContrast.matches) return themes[wantsDark ? 'high-contrast-dark' : 'high-contrast-light'];
  return themes[wantsDark ? 'dark' : 'light'];
}

/** The map as the page of a panel gets it. */
function reply(): MapReply {
  const { map, before, view, lanes, language, accent, font, photos, logo } = job;
  return {
    version: 1,
    map,
    journeys: [{ id: map.id, title: map.title }],
    marks: {},
    errors: 0,
    stamp: 'file',
    pictures: { photos, ...(logo ? { logo } : {}) },
    brand: { ...(accent === undefined ? {} : { accent }), ...(font === undefined ? {} : { font }) },
    ...(before ? { before } : {}),
    ...(view ? { view } : {}),
    ...(lanes ? { lanes } : {}),
    ...(language ? { language } : {}),
  };
}

function recolour(): void {
  const style = document.documentElement.style;
  for (const [name, value] of Object.entries(pageColours(branded(theme(), job.accent)))) style.setProperty(name, value);
  style.colorScheme = isDark(theme()) ? 'dark' : 'light';
  page.recolour();
}

/** Puts on the sheet what is shown now: it is what is printed. */
function layOut(): void {
  const { shown, view } = page;
  const sheet = document.querySelector('.sheet');
  if (shown === undefined || sheet === null) return;
  const scene = drawer({ findings: false })(shown, job.isAuto ? themes.light : theme(), Number.POSITIVE_INFINITY, view, undefined);
  sheet.innerHTML = sheetHtml(scene, tell(shown, view, stepsOnPaper), job.language ?? 'en');
}

const colours = {
  isDark: () => isDark(theme()),
  toggle: () => {
    switched = !switched;
    recolour();
  },
};
const page = new Page(
  root,
  {
    texts,
    draw: drawer({ findings: false }),
    tell,
    around: aroundFile(texts, tellOnce(tell), job.isAuto && colours),
    theme,
    views: ({ map, before }) => viewsOf(map, before, job.view ?? 'map'),
    folds: true,
    leads: false,
    say: () => undefined,
    keep: () => undefined,
    soon: (run) => run(),
  },
  { scroll: { x: 0, y: 0 } },
);

const { classList } = document.documentElement;
try {
  classList.add('live');
  recolour();
  page.hear({ type: 'map', uri: '', name: '', reply: reply() });
} catch (error) {
  // The sheet is better than half a page.
  classList.remove('live');
  throw error;
}
for (const preference of [prefersDark, prefersContrast]) preference.addEventListener('change', recolour);
document.addEventListener('wheel', (event) => page.wheel(event), { passive: false });
document.addEventListener('keydown', (event) => page.key(event));
addEventListener('beforeprint', layOut);
