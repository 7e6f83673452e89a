import type { Direction, End } from './geometry.ts';

/** What of a key press decides. */
export interface Press {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

export type ZoomStep = 'in' | 'out' | 'reset';

const zooms: Record<string, ZoomStep> = { '+': 'in', '=': 'in', '-': 'out', _: 'out', '0': 'reset' };
const moves: Record<string, Direction | End> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
};

/** The zoom that Ctrl or Cmd with plus, minus or nought asks for. */
export function zoomOf({ key, ctrlKey, metaKey, altKey }: Press): ZoomStep | undefined {
  return (ctrlKey || metaKey) && !altKey ? zooms[key] : undefined;
}

/** What a key does while the picture has the focus. */
export function moveOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Press): Direction | End | 'open' | 'clear' | undefined {
  if (ctrlKey || metaKey || altKey || shiftKey) return undefined;
  if (key === 'Enter') return 'open';
  if (key === 'Escape') return 'clear';
  return moves[key];
}
