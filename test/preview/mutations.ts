import type { Frame, Page } from 'playwright-core';

/** A change that the page made to itself: in the picture or around it. */
export interface Mutation {
  where: 'picture' | 'page';
  /** Kind, node and attribute, `attributes rect x`. */
  what: string;
}

/** Notes from now on whatever changes in a panel's page. */
export async function watchMutations(panel: Page | Frame): Promise<void> {
  await panel.evaluate(() => {
    const seen: { where: string; what: string }[] = [];
    const note = (records: MutationRecord[]) => {
      for (const { type, target, attributeName } of records) {
        if (target === document.body) continue;
        const element = target instanceof Element ? target : target.parentElement;
        seen.push({
          where: element?.closest('.picture') ? 'picture' : 'page',
          what: `${type} ${target.nodeName} ${attributeName ?? ''}`.trim(),
        });
      }
    };
    const observer = new MutationObserver(note);
    observer.observe(document.body, { attributes: true, characterData: true, childList: true, subtree: true });
    const all = () => {
      note(observer.takeRecords());
      return seen;
    };
    Object.assign(window, { mutationsSeen: all });
  });
}

/** What has changed since. */
export function mutationsSeen(panel: Page | Frame): Promise<Mutation[]> {
  return panel.evaluate(() => (window as unknown as { mutationsSeen(): Mutation[] }).mutationsSeen());
}
