import { l10n, type QuickPickItem, window } from 'vscode';
import { formatsIn } from '../../preview/formats.ts';
import { type Format, formats } from '../../render/job.ts';

/** The names of formats and what each is good for, in the editor's tongue. */
export const formatTexts = () => formatsIn((text) => l10n.t(text));

const icons: Readonly<Record<Format, string>> = {
  svg: 'symbol-color',
  png: 'device-camera',
  pdf: 'file-pdf',
  html: 'globe',
  pptx: 'project',
  md: 'markdown',
};

/** Asks for a format. The one that was taken last is at hand. */
export function askFormat(last: Format | undefined): Promise<Format | undefined> {
  const texts = formatTexts();
  const items = formats.map((format): QuickPickItem & { format: Format } => ({
    format,
    label: `$(${icons[format]}) ${texts[format].name}`,
    description: `.${format}`,
    detail: texts[format].use,
  }));
  const pick = window.createQuickPick<(typeof items)[number]>();
  pick.title = l10n.t('Export Map');
  pick.placeholder = l10n.t('What is it to be?');
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.items = items;
  pick.activeItems = items.filter(({ format }) => format === last);
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.activeItems[0]?.format);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

/** Asks for one of the journeys of a file. */
export async function askJourney(journeys: readonly { id: string; title: string }[]): Promise<string | undefined> {
  const items = journeys.map(({ id, title }) => ({ id, label: title }));
  const picked = await window.showQuickPick(items, { title: l10n.t('Export Map'), placeHolder: l10n.t('Which journey of the file?') });
  return picked?.id;
}
