import { viewNames } from '../language/names/settings.ts';
import type { FromPage, ToPage } from './protocol.ts';

/** Messages cross between two programs, so each end looks at what it gets. What is not as agreed is dropped. */

type Shape = Record<string, unknown>;

const isShape = (value: unknown): value is Shape => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';
const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value);
const isOptional = (value: unknown, is: (value: unknown) => boolean): boolean => value === undefined || is(value);

/** What the page said, if it is one of the messages agreed. */
export function fromPage(message: unknown): FromPage | undefined {
  if (!isShape(message)) return undefined;
  switch (message.type) {
    case 'ready':
      return { type: 'ready' };
    case 'drawn':
      return isCount(message.version) ? { type: 'drawn', version: message.version } : undefined;
    case 'reveal':
      return isText(message.id) && message.id !== '' ? { type: 'reveal', id: message.id } : undefined;
    case 'choose':
      return isText(message.journey) && message.journey !== '' ? { type: 'choose', journey: message.journey } : undefined;
    default:
      return undefined;
  }
}

/** What the extension said, if it is one of the messages agreed. The map in a reply is taken as a map once it has a map's outline. */
export function toPage(message: unknown): ToPage | undefined {
  if (!isShape(message)) return undefined;
  switch (message.type) {
    case 'map':
      return isText(message.uri) && isText(message.name) && isReply(message.reply) ? (message as unknown as ToPage) : undefined;
    case 'cursor':
      return isOptional(message.step, isText) &&
        isOptional(message.element, isText) &&
        typeof message.moved === 'boolean' &&
        isOptional(message.typed, isFlag)
        ? (message as unknown as ToPage)
        : undefined;
    case 'notice':
      return isOptional(message.text, isText) ? (message as unknown as ToPage) : undefined;
    default:
      return undefined;
  }
}

function isReply(reply: unknown): boolean {
  return (
    isShape(reply) &&
    isCount(reply.version) &&
    isCount(reply.errors) &&
    isShape(reply.marks) &&
    Object.values(reply.marks).every(Array.isArray) &&
    Array.isArray(reply.journeys) &&
    reply.journeys.every((journey) => isShape(journey) && isText(journey.id) && isText(journey.title)) &&
    isOptional(reply.language, (language) => language === 'en' || language === 'fr') &&
    isOptional(reply.view, (view) => viewNames.some((name) => name === view)) &&
    isOptional(reply.before, isMap) &&
    isOptional(reply.lanes, (lanes) => Array.isArray(lanes) && lanes.every(isText)) &&
    isOptional(reply.brand, isBrand) &&
    isOptional(reply.stamp, isText) &&
    isOptional(reply.pictures, arePictures) &&
    isOptional(reply.why, (why) => why === 'empty' || why === 'declares' || why === 'unreadable') &&
    isOptional(reply.map, isMap)
  );
}

/** Both become part of style sheets: what else than a colour and a name stands there is not let through. */
function isBrand(brand: unknown): boolean {
  return (
    isShape(brand) &&
    isOptional(brand.accent, (accent) => isText(accent) && /^#[\da-f]{6}$/.test(accent)) &&
    isOptional(brand.font, (font) => isText(font) && /^[\p{L}\p{N}][\p{L}\p{N}\p{M} .&+_-]*$/u.test(font))
  );
}

function arePictures(pictures: unknown): boolean {
  return (
    isShape(pictures) &&
    isShape(pictures.photos) &&
    Object.values(pictures.photos).every(isText) &&
    isOptional(pictures.logo, (logo) => isShape(logo) && isText(logo.href))
  );
}

function isMap(map: unknown): boolean {
  return isShape(map) && isText(map.id) && isText(map.title) && Array.isArray(map.stages);
}
