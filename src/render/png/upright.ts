import type { Scene, SceneNode } from '../../draw/index.ts';
import { bytesOf } from '../base64.ts';

/** What cameras say of how a photograph is to be turned (Exif 2.3, tag 0x0112), as SVG turns it about its middle. 1 is upright. */
const turns: Record<number, string> = {
  2: 'scale(-1 1)',
  3: 'rotate(180)',
  4: 'scale(1 -1)',
  5: 'rotate(270) scale(-1 1)',
  6: 'rotate(90)',
  7: 'rotate(90) scale(-1 1)',
  8: 'rotate(270)',
};

/** A scene whose photographs are turned as their cameras say. Browsers do that; what makes the dots does not. */
export function withUprightPhotos(scene: Scene): Scene {
  const turned = (node: SceneNode): SceneNode => {
    if (node.tag === 'image') return upright(node);
    return node.children ? { ...node, children: node.children.map(turned) } : node;
  };
  return { ...scene, regions: scene.regions.map((region) => ({ ...region, children: region.children.map(turned) })) };
}

function upright(node: SceneNode): SceneNode {
  const href = String(node.attrs.href ?? '');
  const said = /^data:image\/jpeg;base64,/i.test(href) ? orientationOf(bytesOf(href.slice(href.indexOf(',') + 1))) : 1;
  const turn = turns[said];
  if (turn === undefined) return node;
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => Number(node.attrs[name] ?? 0)) as [
    number,
    number,
    number,
    number,
  ];
  const [across, down] = [x + width / 2, y + height / 2];
  // One that lies on its side fills a box that lies so, too.
  const box = said > 4 ? { x: across - height / 2, y: down - width / 2, width: height, height: width } : {};
  const transform = `translate(${across} ${down}) ${turn} translate(${-across} ${-down})`;
  return { ...node, attrs: { ...node.attrs, ...box, transform } };
}

/** What a JPEG file says of how it is to be turned: 1 to 8, and 1 where it says nothing. */
export function orientationOf(jpeg: Uint8Array): number {
  const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength);
  try {
    for (let at = 2; view.getUint8(at) === 0xff; at += 2 + view.getUint16(at + 2)) {
      // 'Exif', two zeros, and a TIFF file.
      if (view.getUint8(at + 1) === 0xe1 && view.getUint32(at + 4) === 0x45786966) return inTiff(view, at + 10);
      if (view.getUint8(at + 1) === 0xda) break;
    }
  } catch {
    // The file ends too soon.
  }
  return 1;
}

function inTiff(view: DataView, start: number): number {
  const isLittle = view.getUint16(start) === 0x4949;
  const list = start + view.getUint32(start + 4, isLittle);
  for (let left = view.getUint16(list, isLittle), row = list + 2; left > 0; left--, row += 12) {
    if (view.getUint16(row, isLittle) === 0x0112) return view.getUint16(row + 8, isLittle);
  }
  return 1;
}
