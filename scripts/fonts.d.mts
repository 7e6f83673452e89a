/** See fonts.mjs. */
export function copyFonts(modules: string, to: string): Promise<void>;
