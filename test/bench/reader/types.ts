/** A statement as a reader found it. Kinds and contents are compared within one reader only. */
export interface Found {
  kind: string;
  content: string;
  /** Kind and content of the statement that holds it; empty at the top level. */
  holder: string;
  /** Offsets of what the statement says itself, without what stands below it. */
  start: number;
  end: number;
}

/** A way to turn text into a tree. */
export interface Reader<Tree> {
  read(text: string, before?: Tree): Tree;
  found(tree: Tree, text: string): Found[];
}

/** A broken text, and where in the intact one the statement stands that was broken. */
export interface Breakage {
  how: string;
  start: number;
  text: string;
}

/** How much of the rest one breakage leaves, in counts of statements and of steps. */
export interface Survival {
  how: string;
  others: number;
  kept: number;
  steps: number;
  keptSteps: number;
}
