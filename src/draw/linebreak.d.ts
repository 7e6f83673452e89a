declare module 'linebreak' {
  /** A place where a line may (or, if required, must) end: an index into the text. */
  export interface Break {
    position: number;
    required: boolean;
  }
  export default class LineBreaker {
    constructor(text: string);
    nextBreak(): Break | null;
  }
}
