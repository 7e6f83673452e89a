import type { BuildOptions } from 'esbuild';

export const standalone: readonly (Pick<BuildOptions, 'format' | 'minify' | 'sourcemap'> & { from: string; to: string })[];
export function writeTexts(folder: string): Promise<void>;
