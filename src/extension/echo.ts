/** A selection in a document, in a form that can be compared. */
export interface Place {
  uri: string;
  line: number;
  character: number;
}

/**
 * Tells a cursor that we moved from one that the writer moved. A click in the picture selects text, and the selection comes
 * back as an event: it must not scroll the picture under the pointer.
 */
export class Echo {
  #expected: Place | undefined;
  #revealing: string | undefined;

  /** From here until `arrived`, whatever moves in that document is our doing. */
  reveal(place: Place): void {
    this.#expected = place;
    this.#revealing = place.uri;
  }

  /** The text is shown. Its event may still be under way. */
  arrived(): void {
    this.#revealing = undefined;
  }

  /** Whether the cursor came to stand there through us. Any other move ends the expectation. */
  isOurs(place: Place): boolean {
    const expected = this.#expected;
    if (expected === undefined || expected.uri !== place.uri) return false;
    if (expected.line === place.line && expected.character === place.character) {
      if (this.#revealing === undefined) this.#expected = undefined;
      return true;
    }
    if (this.#revealing === place.uri) return true;
    this.#expected = undefined;
    return false;
  }
}
