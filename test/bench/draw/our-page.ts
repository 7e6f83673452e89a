import { drawMap, light, toSvg } from '../../../src/draw/index.ts';
import type { JourneyMap } from '../../../src/map/model.ts';

/** A map from data to one SVG in the page that has been laid out. */
function drawOurs(map: JourneyMap): number {
  const main = document.querySelector('main') as HTMLElement;
  main.innerHTML = toSvg(drawMap(map, { theme: light }));
  return (main.firstElementChild as Element).getBoundingClientRect().width;
}

Object.assign(globalThis, { drawOurs });
