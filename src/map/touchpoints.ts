import {
  type Context,
  channelOf,
  declarationOf,
  listeningPostsOf,
  ownerOf,
  promisesOf,
  teamKind,
  touchpointTitle,
} from '../language/names/facts.ts';
import { idOf } from '../language/tree/ids.ts';
import { above, childrenOf, type Node, nameOf, textOf, titleOf } from '../language/tree/node.ts';
import { compact } from './compact.ts';
import type { Action, Channel, ChannelKind, CustomerPromise, ListeningPost, System, Team, Touchpoint } from './model.ts';
import { quantityIn } from './quantities.ts';

/** A touchpoint of a step with all that is said of it anywhere: its channel, owner, listening posts and promises. */
export function touchpointOf(node: Node, context: Context): Touchpoint {
  const channel = channelOf(node, context);
  const owner = ownerOf(node, context);
  const declared = declarationOf(context.folder, 'touchpoint', nameOf(node));
  return compact<Touchpoint>({
    id: idOf(context.document, node),
    name: nameOf(node),
    title: touchpointTitle(node, context),
    doc: node.statement.doc ?? declared?.node.statement.doc,
    channel: channel && channelNamed(channel.item.text, context),
    owner: owner && teamNamed(owner.item.text, context),
    listens: listeningPostsOf(node, context).map((post, index) => ({
      ...listeningPost(post, context),
      id: above(post, 'touchpoint') === node ? idOf(context.document, post) : `${idOf(context.document, node)}/listens:said:${index + 1}`,
    })),
    promises: promisesOf(node, context).map((promise, index) => ({
      ...promiseOf(promise, context),
      id:
        above(promise, 'touchpoint') === node
          ? idOf(context.document, promise)
          : `${idOf(context.document, node)}/promises:said:${index + 1}`,
    })),
  });
}

export function listeningPost(node: Node, { document }: Context): ListeningPost {
  return compact<ListeningPost>({
    id: idOf(document, node),
    text: textOf(node, 'text') ?? '',
    metric: textOf(node, 'label'),
    value: quantityIn(node, 'value'),
    target: quantityIn(node, 'target'),
  });
}

export function promiseOf(node: Node, { document }: Context): CustomerPromise {
  return { id: idOf(document, node), name: textOf(node, 'label') ?? '', text: textOf(node, 'text') ?? '' };
}

export function actionsUnder(holder: Node, context: Context): Action[] {
  return childrenOf(holder, 'action').map((node) => {
    const owner = textOf(node, 'owner');
    return compact<Action>({
      id: idOf(context.document, node),
      text: textOf(node, 'text') ?? '',
      owner: owner === undefined ? undefined : teamNamed(owner, context),
      due: textOf(node, 'due'),
      status: textOf(node, 'status') as Action['status'],
      ticket: textOf(node, 'ticket'),
    });
  });
}

export function teamNamed(name: string, { folder }: Context): Team {
  const declared = declarationOf(folder, 'team', name)?.node;
  return compact<Team>({
    name,
    title: declared ? titleOf(declared) : name,
    kind: teamKind(name, folder),
    contact: declared && textOf(declared, 'contact'),
  });
}

export function systemNamed(name: string, { folder }: Context): System {
  const declared = declarationOf(folder, 'system', name)?.node;
  if (!declared) return { name, title: name, kind: 'undeclared' };
  return { name, title: titleOf(declared), kind: textOf(declared, 'whose') === 'external' ? 'external' : 'ours' };
}

/** The channel of a name. Without a declared kind, the kind is what the name itself says, if it says one (`Phone`). */
export function channelNamed(name: string, { folder }: Context): Channel {
  const declared = declarationOf(folder, 'channel', name)?.node;
  const kind = (declared && textOf(declared, 'choice')) ?? kindSaidBy(name);
  return { name, title: declared ? titleOf(declared) : name, declared: declared !== undefined, kind: kind as ChannelKind };
}

const kindWords: readonly (readonly [RegExp, ChannelKind])[] = [
  [/^(web|website|portal|site|internet|intranet|online)\b/i, 'web'],
  [/^(app|mobile)\b/i, 'mobile'],
  [/^(e-?mail|courriel)\b/i, 'email'],
  [/^(phone|telephone|hotline|call|téléphone)\b/i, 'phone'],
  [/^(chat|messenger|whatsapp)\b/i, 'chat'],
  [/^sms\b/i, 'sms'],
  [/^(social|facebook|instagram|linkedin)\b/i, 'social'],
  [/^(mail|letter|post|courrier)\b/i, 'mail'],
  [/^(store|shop|branch|magasin)\b/i, 'store'],
  [/^(person|in-person|face-to-face|visit)\b/i, 'person'],
  [/^(device|kiosk|terminal)\b/i, 'device'],
];

function kindSaidBy(name: string): ChannelKind {
  return kindWords.find(([pattern]) => pattern.test(name))?.[1] ?? 'other';
}
