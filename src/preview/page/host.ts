import type { ComponentChild } from 'preact';
import type { Theme } from '../../draw/themes.ts';
import type { ViewName } from '../../language/names/settings.ts';
import type { FromPage } from '../protocol.ts';
import type { PageTexts } from '../texts.ts';
import type { Draw } from './board.ts';
import type { Kept } from './kept.ts';
import type { Kind, Model, ShownReply } from './model.ts';
import type { Selection } from './selection.ts';
import type { Tell } from './teller.ts';

/** What the page needs of where it lives: a panel beside an editor, or a file by itself. */
export interface Host {
  texts: PageTexts;
  draw: Draw;
  tell: Tell;
  around: Around;
  /** The colours to draw in. Whoever changes them calls `recolour`. */
  theme(): Theme;
  /** The views to choose from. */
  views(shown: ShownReply): readonly ViewName[];
  /** Whether stages can be folded. */
  folds: boolean;
  /** Whether lines of the table lead to the text of the map. */
  leads: boolean;
  say(message: FromPage): void;
  /** Remembers this while the panel is hidden, and over a reload. */
  keep(state: Kept): void;
  /** Runs something once, after the messages that are waiting: of several maps in a row only the last is drawn. */
  soon(run: () => void): void;
}

/** What the page shows only where it is a panel, or only where it is a file. */
export interface Around {
  /** What the bar begins and ends with. `isShown` says whether there is a map to see. */
  start(model: Model, isShown: boolean, act: Acts): ComponentChild;
  end(isShown: boolean): ComponentChild;
  /** About what is selected: above the picture, and over it. */
  above(selection: Selection): ComponentChild;
  over(selection: Selection, shown: ShownReply, view: ViewName, act: Acts): ComponentChild;
  /** Where there is no picture. */
  instead(model: Model): ComponentChild;
}

/** What can be done with the page from there. */
export interface Acts {
  /** To the next element on which something of a kind was found. */
  find(kind: Kind): void;
  /** Nothing is selected any more, and the picture has the focus again. */
  clear(): void;
}
