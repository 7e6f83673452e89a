/** What maps are written as, by the ends of file names. */
export const formats = ['svg', 'md'] as const;
export type Format = (typeof formats)[number];
