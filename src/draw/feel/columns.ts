import type { Column } from '../columns.ts';
import { isShown } from '../compare/shown.ts';
import type { FeelColumn } from './lane.ts';

/** The columns as the curves see them: a step of several that share a folded column has its share of it. */
export function feelColumns(columns: readonly Column[]): FeelColumn[] {
  return columns.flatMap(({ step, fold, x, width }): FeelColumn[] => {
    if (step) return [{ step: step.what, x, width, quiet: false, ...(isShown(step.what) ? { before: step.what.felt } : {}) }];
    const folded = fold?.what.folded ?? [];
    const each = width / folded.length;
    return folded.map((what, index) => ({ step: what, x: x + each * index, width: each, quiet: true }));
  });
}
