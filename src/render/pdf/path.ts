/** A piece of an outline, in absolute coordinates: a start, a line, a cubic curve, an end where it began. */
export type Segment =
  | readonly ['M' | 'L', number, number]
  | readonly ['C', number, number, number, number, number, number]
  | readonly ['Z'];

const counts: Record<string, number> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 };
const kappa = (4 / 3) * (Math.SQRT2 - 1);

/** The data of an SVG path as a PDF can draw it: lines and cubic curves. What is no path data is left out. */
export function outlineOf(d: string): Segment[] {
  const out: Segment[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  /** Where the last curve pulled from, for those that go on smoothly. */
  let pull: { x: number; y: number; of: 'C' | 'Q' } | undefined;
  const curve = (x1: number, y1: number, x2: number, y2: number, toX: number, toY: number) => {
    out.push(['C', x1, y1, x2, y2, toX, toY]);
    [x, y] = [toX, toY];
  };
  const quadratic = (atX: number, atY: number, toX: number, toY: number) => {
    pull = { x: atX, y: atY, of: 'Q' };
    const third = (from: number, at: number) => from + ((at - from) * 2) / 3;
    curve(third(x, atX), third(y, atY), third(toX, atX), third(toY, atY), toX, toY);
  };
  for (const { letter, numbers: n } of commandsOf(d)) {
    const relative = letter === letter.toLowerCase();
    const [ox, oy] = relative ? [x, y] : [0, 0];
    const at = (index: number) => (n[index] ?? 0) + (index % 2 === 0 ? ox : oy);
    const last = pull;
    pull = undefined;
    const mirrored = (of: 'C' | 'Q') => (last?.of === of ? ([2 * x - last.x, 2 * y - last.y] as const) : ([x, y] as const));
    const line = (toX: number, toY: number) => {
      out.push(['L', toX, toY]);
      [x, y] = [toX, toY];
    };
    switch (letter.toUpperCase()) {
      case 'M':
        [x, y] = [at(0), at(1)];
        [startX, startY] = [x, y];
        out.push(['M', x, y]);
        break;
      case 'L':
        line(at(0), at(1));
        break;
      case 'H':
        line((n[0] ?? 0) + ox, y);
        break;
      case 'V':
        line(x, (n[0] ?? 0) + oy);
        break;
      case 'C':
        pull = { x: at(2), y: at(3), of: 'C' };
        curve(at(0), at(1), at(2), at(3), at(4), at(5));
        break;
      case 'S': {
        const [x1, y1] = mirrored('C');
        pull = { x: at(0), y: at(1), of: 'C' };
        curve(x1, y1, at(0), at(1), at(2), at(3));
        break;
      }
      case 'Q':
        quadratic(at(0), at(1), at(2), at(3));
        break;
      case 'T': {
        const [x1, y1] = mirrored('Q');
        quadratic(x1, y1, at(0), at(1));
        break;
      }
      case 'A':
        out.push(...arc(x, y, n, (n[5] ?? 0) + ox, (n[6] ?? 0) + oy));
        [x, y] = [(n[5] ?? 0) + ox, (n[6] ?? 0) + oy];
        break;
      default:
        out.push(['Z']);
        [x, y] = [startX, startY];
    }
  }
  return out;
}

/** Each command with its own numbers: further numbers repeat it, after a start as a line. */
function commandsOf(d: string): { letter: string; numbers: number[] }[] {
  return [...d.matchAll(/([a-z])([^a-z]*)/gi)].flatMap(([, letter = '', rest = '']) => {
    const count = counts[letter.toUpperCase()];
    if (count === undefined) return [];
    if (count === 0) return [{ letter, numbers: [] }];
    const all = [...rest.matchAll(/-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi)].map(([value]) => Number(value));
    const found: { letter: string; numbers: number[] }[] = [];
    for (let from = 0; from + count <= all.length; from += count) {
      const again = letter === 'M' ? 'L' : letter === 'm' ? 'l' : letter;
      found.push({ letter: from === 0 ? letter : again, numbers: all.slice(from, from + count) });
    }
    return found;
  });
}

/** An arc of an ellipse as curves of at most a quarter, by the way that the SVG specification finds its centre (appendix B.2.4). */
function arc(fromX: number, fromY: number, n: readonly number[], toX: number, toY: number): Segment[] {
  const [wantedX = 0, wantedY = 0, degrees = 0, large = 0, sweep = 0] = n;
  let [rx, ry] = [Math.abs(wantedX), Math.abs(wantedY)];
  if (rx === 0 || ry === 0) return [['L', toX, toY]];
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const [dx, dy] = [(fromX - toX) / 2, (fromY - toY) / 2];
  const [px, py] = [cos * dx + sin * dy, cos * dy - sin * dx];
  const stretch = Math.max(1, Math.hypot(px / rx, py / ry));
  [rx, ry] = [rx * stretch, ry * stretch];
  const square = (rx * py) ** 2 + (ry * px) ** 2;
  const far = square === 0 ? 0 : Math.sqrt(Math.max(0, ((rx * ry) ** 2 - square) / square)) * (large === sweep ? -1 : 1);
  const [qx, qy] = [(far * rx * py) / ry, (-far * ry * px) / rx];
  const begin = Math.atan2((py - qy) / ry, (px - qx) / rx);
  let turn = Math.atan2((-py - qy) / ry, (-px - qx) / rx) - begin;
  if (sweep === 0 && turn > 0) turn -= 2 * Math.PI;
  if (sweep !== 0 && turn < 0) turn += 2 * Math.PI;
  const parts = Math.max(1, Math.ceil(Math.abs(turn) / (Math.PI / 2) - 1e-9));
  const each = turn / parts;
  const reach = (4 / 3) * Math.tan(each / 4);
  const [centreX, centreY] = [cos * qx - sin * qy + (fromX + toX) / 2, sin * qx + cos * qy + (fromY + toY) / 2];
  const point = (ux: number, uy: number) => [centreX + cos * rx * ux - sin * ry * uy, centreY + sin * rx * ux + cos * ry * uy] as const;
  return Array.from({ length: parts }, (_, index): Segment => {
    const [a, b] = [begin + each * index, begin + each * (index + 1)];
    const one = point(Math.cos(a) - reach * Math.sin(a), Math.sin(a) + reach * Math.cos(a));
    const two = point(Math.cos(b) + reach * Math.sin(b), Math.sin(b) - reach * Math.cos(b));
    const end = index === parts - 1 ? ([toX, toY] as const) : point(Math.cos(b), Math.sin(b));
    return ['C', ...one, ...two, ...end];
  });
}

/** A rectangle, with round corners where `radius` is more than 0. */
export function rectangle(x: number, y: number, width: number, height: number, radius: number): Segment[] {
  const r = Math.min(radius, width / 2, height / 2);
  const [right, bottom] = [x + width, y + height];
  if (r <= 0) return [['M', x, y], ['L', right, y], ['L', right, bottom], ['L', x, bottom], ['Z']];
  const c = r * (1 - kappa);
  return [
    ['M', x + r, y],
    ['L', right - r, y],
    ['C', right - c, y, right, y + c, right, y + r],
    ['L', right, bottom - r],
    ['C', right, bottom - c, right - c, bottom, right - r, bottom],
    ['L', x + r, bottom],
    ['C', x + c, bottom, x, bottom - c, x, bottom - r],
    ['L', x, y + r],
    ['C', x, y + c, x + c, y, x + r, y],
    ['Z'],
  ];
}

export function circleAt(x: number, y: number, radius: number): Segment[] {
  return rectangle(x - radius, y - radius, radius * 2, radius * 2, radius);
}

/** Where an outline lies from top to bottom, a little generously: curves do not reach the points that pull at them. */
export function heightOf(segments: readonly Segment[]): { top: number; bottom: number } {
  let [top, bottom] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const [, ...numbers] of segments) {
    for (let index = 1; index < numbers.length; index += 2) {
      const y = numbers[index] as number;
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  return { top, bottom };
}
