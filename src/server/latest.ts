/** What was read, by address. Of several readings of one address that one counts which began last, in whatever order they end. */
export class Latest<Content> {
  private readonly begun = new Map<string, number>();
  private readonly contents = new Map<string, Content>();

  /** Takes in what a reading gives that begins now. */
  async take(uri: string, read: () => Promise<Content>): Promise<void> {
    const number = (this.begun.get(uri) ?? 0) + 1;
    this.begun.set(uri, number);
    const content = await read();
    if (this.begun.get(uri) === number) this.contents.set(uri, content);
  }

  /** What was read; nothing while the first reading lasts. */
  get(uri: string): Content | undefined {
    return this.contents.get(uri);
  }

  /** Whether it has been read, or is being read: then a change concerns it. */
  has(uri: string): boolean {
    return this.begun.has(uri);
  }

  addresses(): string[] {
    return [...this.begun.keys()];
  }
}
