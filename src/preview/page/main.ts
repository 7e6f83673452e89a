import { english } from '../../language/message.ts';
import { viewNames } from '../../language/names/settings.ts';
import { toPage } from '../check.ts';
import type { FromPage } from '../protocol.ts';
import { type Texts, textsIn } from '../texts.ts';
import { Filler } from '../thin.ts';
import { drawer, tell } from './drawer.ts';
import { keptFrom } from './kept.ts';
import { Page } from './page.ts';
import { aroundPanel } from './panel.ts';
import { themeOf } from './theme.ts';

/** What VS Code puts into the page of a panel. */
declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: unknown): void;
};

/** How long a state is held back, in milliseconds: scrolling changes it at every pixel. */
const keepWait = 100;

const code = acquireVsCodeApi();
const filler = new Filler();
const waiting: (() => void)[] = [];
const queue = new MessageChannel();
queue.port1.onmessage = () => waiting.shift()?.();

const texts = textsGiven();
const say = (message: FromPage) => code.postMessage(message);
let keeping: ReturnType<typeof setTimeout> | undefined;

const page = new Page(
  document.getElementById('app') as HTMLElement,
  {
    texts,
    draw: drawer({ findings: true }),
    tell,
    around: aroundPanel(texts, say),
    theme: () => themeOf(document.body.classList),
    views: () => viewNames,
    folds: false,
    leads: true,
    say,
    keep: (state) => {
      clearTimeout(keeping);
      keeping = setTimeout(() => code.setState(state), keepWait);
    },
    soon: (run) => {
      waiting.push(run);
      queue.port2.postMessage(null);
    },
  },
  keptFrom(code.getState()),
);

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  const message = toPage(event.data);
  if (message === undefined) return filler.forget();
  if (message.type !== 'map') return page.hear(message);
  const reply = filler.fill(message.reply);
  if (reply !== undefined) page.hear({ ...message, reply });
  // Something got lost on the way: the extension then sends the whole.
  else code.postMessage({ type: 'ready' });
});
document.addEventListener('wheel', (event) => page.wheel(event), { passive: false });
document.addEventListener('keydown', (event) => page.key(event));
new MutationObserver(() => page.recolour()).observe(document.body, { attributes: true, attributeFilter: ['class'] });

code.postMessage({ type: 'ready' });

/** What the extension wrote into the page for it to say; English where there is none. */
function textsGiven(): Texts {
  const given = document.getElementById('app')?.dataset.texts;
  return given ? (JSON.parse(given) as Texts) : textsIn(english);
}
