import type { Logo } from '../draw/brand.ts';
import { type Brand, viewNames } from '../language/names/settings.ts';
import { formats } from '../render/job.ts';
import type { MapReply, Pictures } from '../server/protocol.ts';
import { areMarks, isThinMap } from './map-shape.ts';
import type { FromPage, ToPage } from './protocol.ts';
import { each, type Is, isCount, isFlag, isNumber, isRecord, isText, list, oneOf, optional, record } from './shapes.ts';
import type { ThinReply } from './thin.ts';

/** Messages cross between two programs, so each end looks at what it gets. What is not as agreed is dropped. */

/** What the page said, if it is one of the messages agreed. */
export function fromPage(message: unknown): FromPage | undefined {
  if (!isRecord(message)) return undefined;
  const { type, version, id, journey } = message;
  switch (type) {
    case 'ready':
      return { type };
    case 'drawn':
      return isCount(version) ? { type, version: version as number } : undefined;
    case 'reveal':
      return isName(id) ? { type, id } : undefined;
    case 'choose':
      return isName(journey) ? { type, journey } : undefined;
    case 'view': {
      const view = viewNames.find((name) => name === message.view);
      return view && { type, view };
    }
    case 'export': {
      const format = formats.find((name) => name === message.format);
      return format && { type, format };
    }
    default:
      return undefined;
  }
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

const journey = record<MapReply['journeys'][number]>({ id: isText, title: isText });

/** Both become part of style sheets: what else than a colour and a name stands there is not let through. */
const brand = record<Brand>({
  accent: optional((value) => typeof value === 'string' && /^#[\da-f]{6}$/.test(value)),
  font: optional((value) => typeof value === 'string' && /^[\p{L}\p{N}][\p{L}\p{N}\p{M} .&+_-]*$/u.test(value)),
});

/** Nothing that leads elsewhere. */
const isImage: Is = (value) => typeof value === 'string' && /^data:image\/(?:png|jpeg|webp|svg\+xml);base64,[\w+/=]*$/.test(value);
const size = record<NonNullable<Logo['size']>>({ width: isNumber, height: isNumber });
const pictures = record<Pictures>({
  photos: each(isImage),
  logo: optional(record<Logo>({ href: isImage, size: optional(size) })),
});

const reply = record<ThinReply>({
  version: isCount,
  map: optional(isThinMap),
  why: optional(oneOf('empty', 'declares', 'unreadable')),
  before: optional(isThinMap),
  view: optional(oneOf(...viewNames)),
  lanes: optional(list(isText)),
  language: optional(oneOf('en', 'fr')),
  brand: optional(brand),
  stamp: optional(isText),
  pictures: optional(pictures),
  journeys: list(journey),
  marks: each(areMarks),
  errors: isCount,
});

type Told<Type extends ToPage['type']> = Omit<Extract<ToPage, { type: Type }>, 'type'>;
const messages: Readonly<Record<ToPage['type'], Is>> = {
  map: record<Told<'map'>>({ uri: isText, name: isText, reply }),
  cursor: record<Told<'cursor'>>({ step: optional(isText), element: optional(isText), moved: isFlag, typed: optional(isFlag) }),
  notice: record<Told<'notice'>>({ text: optional(isText) }),
};

/** What the extension said, if it is one of the messages agreed. */
export function toPage(message: unknown): ToPage | undefined {
  if (!isRecord(message) || typeof message.type !== 'string' || !Object.hasOwn(messages, message.type)) return undefined;
  return messages[message.type as ToPage['type']](message) ? (message as unknown as ToPage) : undefined;
}
