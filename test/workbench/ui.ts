/** What a user does in the window, on playwright. Selectors of VS Code's page stand here and nowhere else. */
import type { Frame, Locator, Page } from 'playwright-core';

const input = '.quick-input-widget input';
const rows = '.quick-input-list .monaco-list-row';

/** How long something may take to come up before it is asked for once more, and before it is given up, in milliseconds. */
const patience = { again: 5_000, longest: 40_000 };

/**
 * Opens a list until it holds what is wanted, as a user would who looks into it too early. VS Code fills most lists when they
 * open, from what it knows by then.
 */
async function until(page: Page, wanted: Locator, what: string, open: () => Promise<void>): Promise<void> {
  for (const end = Date.now() + patience.longest; ; ) {
    await open();
    const came = await wanted.waitFor({ timeout: patience.again }).then(
      () => true,
      () => false,
    );
    if (came) return;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await page.keyboard.press('Escape');
  }
}

/** Ctrl+P, the name, and the row that begins with it. */
export async function quickOpen(page: Page, path: string): Promise<void> {
  const name = path.split('/').at(-1) ?? path;
  const row = page.locator(`${rows}[aria-label^="${name}"]`).first();
  await until(page, row, `${path} in quick open`, async () => {
    await page.keyboard.press('Control+P');
    await page.locator(input).fill(path);
  });
  await row.click();
}

/** F1, the title, and the row that has it. */
export async function command(page: Page, title: string): Promise<void> {
  const row = page.locator(`${rows}[aria-label^="${title}"]`).first();
  await until(page, row, `“${title}” in the command palette`, async () => {
    await page.keyboard.press('F1');
    await page.locator(input).fill(`>${title}`);
  });
  await row.click();
}

/** Moves the mouse onto a text of the active editor and reads the hover. A text that moves meanwhile, as a lens appears above it, is hovered anew. */
export async function hover(page: Page, text: string, nth: number): Promise<string> {
  const box = page.locator('.monaco-editor .monaco-hover:visible, .monaco-hover.workbench-hover:visible').last();
  let place = { x: 0, y: 0 };
  const isStill = async (): Promise<boolean> => {
    const now = await textPlace(page, text, nth);
    return now.x === place.x && now.y === place.y;
  };
  do {
    await until(page, box, `a hover on “${text}”`, async () => {
      // A hover needs a pointer that comes from elsewhere, and the hover of elsewhere must be gone.
      await page.mouse.move(0, 0);
      await box.waitFor({ state: 'hidden' });
      place = await textPlace(page, text, nth);
      await page.mouse.move(place.x - 2, place.y);
      await page.mouse.move(place.x, place.y, { steps: 3 });
    });
    await box.getByText('Loading...', { exact: true }).waitFor({ state: 'detached' });
  } while (!(await isStill()));
  return box.innerText();
}

/** The middle of a text in the active editor, in CSS pixels of the window. */
async function textPlace(page: Page, text: string, nth: number): Promise<{ x: number; y: number }> {
  const lines = page.locator('.editor-group-container.active .monaco-editor .view-lines').first();
  const place = await lines.evaluate(
    (area, { text, nth }) => {
      let left = nth;
      const top = (line: Element) => line.getBoundingClientRect().top;
      for (const line of [...area.querySelectorAll('.view-line')].sort((a, b) => top(a) - top(b))) {
        const nodes: Text[] = [];
        const walk = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        while (walk.nextNode()) nodes.push(walk.currentNode as Text);
        const whole = nodes.map((node) => node.data.replaceAll('\u00a0', ' ')).join('');
        for (let at = whole.indexOf(text); at >= 0; at = whole.indexOf(text, at + 1)) {
          left -= 1;
          if (left > 0) continue;
          // The character in the middle of the text, and the node it is in.
          let offset = at + Math.floor(text.length / 2);
          let node = nodes.shift();
          while (node && offset >= node.length) {
            offset -= node.length;
            node = nodes.shift();
          }
          if (!node) return undefined;
          const range = document.createRange();
          range.setStart(node, offset);
          range.setEnd(node, offset + 1);
          const box = range.getBoundingClientRect();
          return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
        }
      }
      return undefined;
    },
    { text, nth },
  );
  if (!place) throw new Error(`the editor shows no “${text}” (number ${nth})`);
  return place;
}

const actions = '.action-widget .monaco-list-row.action';

/** Opens the menu of quick fixes and takes one. */
export async function quickFix(page: Page, title: string): Promise<void> {
  const row = page.locator(actions).filter({ hasText: title }).first();
  await until(page, row, `the quick fix “${title}”`, () => page.keyboard.press('Control+.'));
  await row.click();
  await page.locator(actions).first().waitFor({ state: 'detached' });
}

const suggested = '.suggest-widget.visible .monaco-list-row';

/** Asks for suggestions unless they are offered already. */
async function openSuggestions(page: Page): Promise<void> {
  if (!(await page.locator(suggested).first().isVisible())) await page.keyboard.press('Control+Space');
}

/** The labels in the list of suggestions; none where VS Code says that there are none. */
export async function suggestions(page: Page): Promise<string[]> {
  const none = page.locator('.suggest-widget.visible .message', { hasText: 'No suggestions' });
  const some = page.locator(suggested).first();
  await until(page, some.or(none), 'suggestions', () => openSuggestions(page));
  return page.locator(suggested).locator('.label-name').allInnerTexts();
}

/** Takes a suggestion. */
export async function complete(page: Page, label: string): Promise<void> {
  const name = page.locator('.label-name').getByText(label, { exact: true });
  const row = page.locator(suggested).filter({ has: name }).first();
  await until(page, row, `the suggestion “${label}”`, () => openSuggestions(page));
  await row.click();
  await page.locator(suggested).first().waitFor({ state: 'detached' });
}

/**
 * The page inside the n-th webview in sight. VS Code puts a webview's page into a frame inside a frame, and draws new content in a
 * pending one that then takes the place of the active one.
 */
export async function webview(page: Page, nth: number): Promise<Frame> {
  const outer = page.locator('iframe.webview.ready:visible').nth(nth - 1);
  await outer.waitFor();
  const inner = outer.contentFrame().locator('iframe#active-frame');
  await inner.waitFor();
  const frame = await (await inner.elementHandle())?.contentFrame();
  if (!frame) throw new Error('the webview has no page');
  await frame.waitForFunction(() => document.body !== null && document.body.childElementCount > 0);
  return frame;
}

/** The colour that a text has in the active editor (the n-th such text, from 1), as CSS says it. */
export async function colour(page: Page, text: string, nth: number): Promise<string> {
  const place = await textPlace(page, text, nth);
  return page.evaluate(({ x, y }) => {
    const element = document.elementsFromPoint(x, y).find((each) => each.closest('.view-line'));
    return element ? getComputedStyle(element).color : '';
  }, place);
}

/** What the active editor shows, line by line from the top: the text, with the hints that it puts into it. */
export function shownLines(page: Page): Promise<string[]> {
  const lines = page.locator('.editor-group-container.active .monaco-editor .view-lines').first();
  return lines.evaluate((area) => {
    const top = (line: Element) => line.getBoundingClientRect().top;
    const all = [...area.querySelectorAll('.view-line')].sort((a, b) => top(a) - top(b));
    return all.map((line) => (line.textContent ?? '').replaceAll('\u00a0', ' ').replaceAll('\u200c', ''));
  });
}

const lens = '.editor-group-container.active .codelens-decoration';

/** The lenses that the active editor shows. */
export async function lenses(page: Page): Promise<string[]> {
  const all = await page.locator(`${lens}:visible`).allInnerTexts();
  return all.map((text) => text.replaceAll('\u00a0', ' ').trim()).filter(Boolean);
}

/** Clicks a lens. */
export async function clickLens(page: Page, title: string): Promise<void> {
  await page.locator(`${lens} a`).filter({ hasText: title }).first().click();
}

/** How many places the peek of references shows, once it is there; closes it. */
export async function peeked(page: Page): Promise<number> {
  const title = page.locator('.peekview-widget .peekview-title');
  await title.filter({ hasText: /\(\d+\)/ }).waitFor();
  const count = Number(/\((\d+)\)/.exec(await title.innerText())?.[1]);
  await page.keyboard.press('Escape');
  await title.waitFor({ state: 'detached' });
  return count;
}

/** F2, a new name, Enter. */
export async function rename(page: Page, name: string): Promise<void> {
  const box = page.locator('.rename-box input');
  await until(page, box, 'the box for a new name', () => page.keyboard.press('F2'));
  await box.fill(name);
  await page.keyboard.press('Enter');
  await box.waitFor({ state: 'hidden' });
}

/** What stands in the box of the dialog that is open: the path that a file is to have. */
export function typed(page: Page): Promise<string> {
  return page.locator(input).inputValue();
}

/** The messages in the list of notifications, where it is open. */
export function notifications(page: Page): Promise<string[]> {
  return page.locator('.notifications-center .notification-list-item-message').allInnerTexts();
}

/** Clicks a button of a notification. The list of notifications is open. */
export async function answer(page: Page, button: string): Promise<void> {
  await page.locator('.notifications-center .monaco-button', { hasText: button }).first().click();
}
