export { branded, type Logo } from './brand.ts';
export { Drawing, type DrawOptions, drawMap } from './drawing.ts';
export type { Region, Scene, SceneNode, StepColumn } from './scene.ts';
export { type EmbeddedFont, toSvg, withoutGround } from './svg.ts';
export { light, type Theme, themes } from './themes.ts';
export { stringsOf } from './tongues.ts';
