import type { Face } from '../src/draw/fonts.ts';

/** See fonts.mjs. */
export function shippedFonts(modules: string): Promise<Record<Face, Uint8Array>>;
export function copyFonts(modules: string, to: string): Promise<void>;
