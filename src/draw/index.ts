export { type DrawOptions, Drawing, drawMap } from './drawing.ts';
export { type Face, faces, fontFamily, fontFile, fontSubsets } from './fonts.ts';
export { type Measure, measure } from './measure.ts';
export type { Region, Scene, SceneNode, StepColumn } from './scene.ts';
export { english, type LaneKey, type Strings } from './strings.ts';
export { type EmbeddedFont, nodeToSvg, regionAttributes, toSvg } from './svg.ts';
export { dark, highContrastDark, highContrastLight, light, type Theme } from './themes.ts';
