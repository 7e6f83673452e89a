import { h } from 'preact';
import type { FromPage } from '../protocol.ts';
import type { Texts } from '../texts.ts';
import { copyText } from './copy.ts';
import { ExportMenu } from './export-menu.ts';
import { Findings } from './findings.ts';
import { Found } from './found.ts';
import type { Around } from './host.ts';
import { Invite, Message } from './message.ts';
import { countsOf, idsWith, type Kind, type Model } from './model.ts';

/** What a panel shows besides the map: the journeys of its file, what was found in it, and what to write where there is no map. */
export function aroundPanel(texts: Texts, post: (message: FromPage) => void): Around {
  return {
    start({ reply, shown }, isShown, act) {
      const leads = (kind: Kind) => isShown && idsWith(reply, kind).length > 0;
      return h(Findings, {
        texts,
        journeys: reply?.journeys ?? [],
        journey: shown?.map.id,
        counts: countsOf(reply),
        leads: { error: leads('error'), rest: leads('rest') },
        unreadable: reply?.why === 'unreadable',
        onChoose: (journey) => post({ type: 'choose', journey }),
        onFinding: (kind) => act.find(kind),
      });
    },
    end: (isShown) => isShown && h(ExportMenu, { texts, onExport: (format) => post({ type: 'export', format }) }),
    above: ({ found }) => h(Found, { marks: found }),
    over: () => undefined,
    instead: ({ reply }: Model) => {
      if (reply === undefined) return h('p', { class: 'waiting' }, texts.waiting);
      if (reply.why !== 'empty' && reply.why !== 'declares') return h(Message, texts.unreadable);
      const onCopy = (text: string, button: HTMLElement) => void copyText(text, button, texts.copied);
      return h(Invite, { invitation: texts[reply.why], texts, onCopy });
    },
  };
}
