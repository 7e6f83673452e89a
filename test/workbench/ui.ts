/** What a user does in the window, on playwright. Selectors of VS Code's page stand here and nowhere else. */
import type { Frame, Locator, Page } from 'playwright-core';

const input = '.quick-input-widget input';
const rows = '.quick-input-list .monaco-list-row';

/** Ctrl+P, the name, and the row that ends in it. */
export async function quickOpen(page: Page, path: string): Promise<void> {
  await page.keyboard.press('Control+P');
  await page.locator(input).fill(path);
  const name = path.split('/').at(-1) ?? path;
  await page.locator(`${rows}[aria-label^="${name}"]`).first().click();
}

/** F1, the title, and the row that has it. */
export async function command(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  await page.locator(input).fill(`>${title}`);
  await page.locator(`${rows}[aria-label^="${title}"]`).first().click();
}

/** Moves the mouse onto a text of the active editor and reads the hover. */
export async function hover(page: Page, text: string, nth: number): Promise<string> {
  const place = await textPlace(page, text, nth);
  // A hover needs a pointer that comes from elsewhere and then rests.
  await page.mouse.move(place.x, place.y - 3 > 0 ? place.y - 3 : place.y + 3);
  await page.mouse.move(place.x, place.y, { steps: 3 });
  const box = page.locator('.monaco-editor .monaco-hover:not(.hidden), .monaco-hover.workbench-hover').last();
  await box.waitFor();
  await box.getByText('Loading...', { exact: true }).waitFor({ state: 'detached' });
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

/** The titles in the menu of quick fixes, which is closed again; none where VS Code says that there are none. */
export async function quickFixes(page: Page): Promise<string[]> {
  await page.keyboard.press('Control+.');
  const list = page.locator(actions);
  const none = page.locator('.monaco-editor-overlaymessage');
  await list.first().or(none.first()).waitFor();
  const titles = await list.allInnerTexts();
  await page.keyboard.press('Escape');
  await list.first().or(none.first()).waitFor({ state: 'detached' });
  return titles.map((title) => title.trim());
}

/** Opens the menu of quick fixes and takes one. */
export async function quickFix(page: Page, title: string): Promise<void> {
  await page.keyboard.press('Control+.');
  const list = page.locator(actions);
  await list.filter({ hasText: title }).first().click();
  await list.first().waitFor({ state: 'detached' });
}

const suggested = '.suggest-widget.visible .monaco-list-row';

async function openSuggestions(page: Page): Promise<Locator> {
  const list = page.locator(suggested);
  if (!(await list.first().isVisible())) await page.keyboard.press('Control+Space');
  return list;
}

/** The labels in the list of suggestions; none where VS Code says that there are none. */
export async function suggestions(page: Page): Promise<string[]> {
  const list = await openSuggestions(page);
  const none = page.locator('.suggest-widget.visible .message', { hasText: 'No suggestions' });
  await list.first().or(none).waitFor();
  return list.locator('.label-name').allInnerTexts();
}

/** Takes a suggestion. */
export async function complete(page: Page, label: string): Promise<void> {
  const list = await openSuggestions(page);
  await list
    .filter({ has: page.locator('.label-name').getByText(label, { exact: true }) })
    .first()
    .click();
  await list.first().waitFor({ state: 'detached' });
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
