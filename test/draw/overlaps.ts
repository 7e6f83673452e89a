/**
 * Finds text that leaves its box, crosses another text, a face or a badge, or lies on the curve: in a page, as the browser draws it, or in a scene.
 *
 *     const found = overlaps(await page.evaluate(geometryOfPage, 'svg'));
 */

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Line extends Box {
  text: string;
  /** What it must stay in: the shapes it stands on, and its picture. */
  holders: Box[];
}

/** What is drawn, in one system of coordinates. */
export interface Geometry {
  lines: Line[];
  /** Points along each curve, close together. */
  curves: { x: number; y: number }[][];
  /** Faces, diamonds and badges. */
  solids: Box[];
}

/** Reads the pictures of a page that a selector finds. Runs in the page, so it uses nothing from outside itself. */
export function geometryOfPage(selector: string): Geometry {
  const boxOf = (element: Element): Box => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x, y, width, height };
  };
  const holds = (holder: Box, { x, y, width, height }: Box) => {
    const middle = y + height / 2 >= holder.y && y + height / 2 <= holder.y + holder.height;
    return middle && [x + Math.min(4, width / 2), x + width / 2].some((at) => at >= holder.x && at <= holder.x + holder.width);
  };
  const found: Geometry = { lines: [], curves: [], solids: [] };
  for (const picture of document.querySelectorAll<SVGSVGElement>(selector)) {
    const scale = picture.getScreenCTM()?.a ?? 1;
    for (const text of picture.querySelectorAll('text')) {
      const shapes: Box[] = [];
      for (let parent: Element | null = text.parentElement; parent && parent !== picture; parent = parent.parentElement) {
        for (const sibling of parent.children) {
          const isLine = sibling.tagName === 'path' && sibling.getAttribute('fill') === 'none';
          if (!isLine && /^(rect|path|circle)$/.test(sibling.tagName)) shapes.push(boxOf(sibling));
        }
      }
      const size = Number.parseFloat(getComputedStyle(text).fontSize) * scale;
      const spans = text.querySelectorAll('tspan');
      for (const line of spans.length > 0 ? spans : [text]) {
        const drawn = boxOf(line);
        // The line's box has room for accents and descenders; what matters is where letters are.
        const box = { ...drawn, y: drawn.y + drawn.height / 2 - size / 2, height: size };
        const holders = [...shapes.filter((shape) => holds(shape, box)), boxOf(picture)];
        found.lines.push({ ...box, text: line.textContent ?? '', holders });
      }
    }
    // Curves of feelings, and the dashed ones of the map that is compared with.
    const curved = [...picture.querySelectorAll<SVGPathElement>('path[fill="none"]')].filter(
      (path) => path.getAttribute('stroke')?.startsWith('url(') || (/C/.test(path.getAttribute('d') ?? '') && path.getBBox().width > 60),
    );
    for (const path of curved) {
      const [toScreen, length] = [path.getScreenCTM(), path.getTotalLength()];
      const points: { x: number; y: number }[] = [];
      for (let at = 0; toScreen && at <= length; at += 4) {
        const { x, y } = path.getPointAtLength(at).matrixTransform(toScreen);
        points.push({ x, y });
      }
      found.curves.push(points);
    }
    for (const circle of picture.querySelectorAll<SVGCircleElement>('circle')) {
      if (circle.r.baseVal.value >= 5) found.solids.push(boxOf(circle));
    }
  }
  return found;
}

/** How far two things may reach into each other, in pixels: browsers round. */
const slack = 0.75;
/** Half of the curve's width. */
const halfStroke = 1.5;

/** A sentence for everything that lies where it should not. */
export function overlaps({ lines, curves, solids }: Geometry): string[] {
  const found: string[] = [];
  const ordered = lines.filter(({ text, width }) => text.trim() !== '' && width > 0).sort((a, b) => a.x - b.x);
  for (const [index, line] of ordered.entries()) {
    for (const holder of line.holders) {
      const out = Math.max(
        holder.x - line.x,
        line.x + line.width - holder.x - holder.width,
        holder.y - line.y,
        line.y + line.height - holder.y - holder.height,
      );
      if (out > slack) found.push(`“${line.text}” leaves its box by ${out.toFixed(1)}`);
    }
    for (let next = index + 1; next < ordered.length; next++) {
      const other = ordered[next] as Line;
      if (other.x > line.x + line.width) break;
      if (cross(line, other)) found.push(`“${line.text}” crosses “${other.text}”`);
    }
    for (const solid of solids) {
      const inside =
        contains(solid, line.x + line.width / 2, line.y + line.height / 2) &&
        line.holders.some((holder) => holder.x === solid.x && holder.y === solid.y);
      if (!inside && cross(line, solid)) found.push(`“${line.text}” crosses a face or a badge`);
    }
    const near: Box = {
      x: line.x - halfStroke,
      y: line.y - halfStroke,
      width: line.width + 2 * halfStroke,
      height: line.height + 2 * halfStroke,
    };
    for (const curve of curves) {
      if (curve.some(({ x, y }) => contains(near, x, y))) found.push(`“${line.text}” lies on the curve`);
    }
  }
  return found;
}

function cross(a: Box, b: Box): boolean {
  return (
    Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > slack &&
    Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > slack
  );
}

function contains(box: Box, x: number, y: number): boolean {
  return x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height;
}
