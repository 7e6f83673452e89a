import PDFDocument from 'pdfkit';

/** A font inside a document: `encode` gives a text's glyphs as hexadecimal numbers, and where they stand in thousandths of the font's size. */
export interface PdfFont {
  readonly id: string;
  /** From 1 to 1000; 400 is regular. */
  readonly weight: number;
  /** Its tables of layout are there where it has them. */
  readonly font: { hasGlyphForCodePoint(code: number): boolean; GSUB?: object; GPOS?: object; morx?: object };
  ref(): unknown;
  encode(
    text: string,
    features?: string[],
  ): [glyphs: string[], positions: { xAdvance: number; yOffset: number; xOffset: number; advanceWidth: number }[]];
}

/** What pdfkit's types do not tell of it. */
interface Inner {
  _font: Omit<PdfFont, 'weight'>;
  page: { fonts: Record<string, unknown> };
  info: { CreationDate?: Date };
  endMetadata(): void;
  openImage(source: Uint8Array): PdfImage;
  markStructureContent(tag: string): PDFKit.PDFStructureContent;
}

export interface PdfImage {
  width: number;
  height: number;
  orientation?: number;
}

/** A document whose bytes depend on nothing but what is put into it. Its pages are measured in points from their top left corner. */
export class Pdf {
  readonly doc: PDFKit.PDFDocument;
  private readonly inner: Inner;
  private readonly chunks: Uint8Array[] = [];
  private readonly ended: Promise<void>;
  private count = 0;

  /** @param language - A tag of BCP 47. */
  constructor(title: string, language: string) {
    this.doc = new PDFDocument({
      pdfVersion: '1.7',
      // None of the fonts that every PDF viewer has: their measures are no part of this program.
      font: '',
      autoFirstPage: false,
      tagged: true,
      displayTitle: true,
      lang: language,
      info: { Title: title, Creator: 'Journey', Producer: 'Journey', CreationDate: new Date(0) },
    });
    this.inner = this.doc as unknown as Inner;
    // pdfkit would write the title into a second, XML form of the same facts without escaping it.
    this.inner.endMetadata = () => {};
    // The date was for the document's id alone.
    delete this.inner.info.CreationDate;
    this.ended = new Promise((resolve, reject) => {
      this.doc.on('data', (chunk: Uint8Array) => this.chunks.push(chunk));
      this.doc.on('end', resolve);
      this.doc.on('error', reject);
    });
  }

  page(width: number, height: number): void {
    this.doc.addPage({ size: [width, height], margin: 0 });
  }

  /** Fails where the data is no font. */
  font(data: Uint8Array, weight: number): PdfFont {
    const name = `font-${this.count++}`;
    this.doc.registerFont(name, data as Buffer);
    this.doc.font(name);
    return Object.assign(this.inner._font, { weight });
  }

  /** Lets the page in work use a font. */
  use(font: PdfFont): void {
    this.inner.page.fonts[font.id] ??= font.ref();
  }

  /** Fails where the data is no PNG and no JPEG. */
  image(data: Uint8Array): PdfImage {
    return this.inner.openImage(data);
  }

  draw(operators: string): void {
    this.doc.addContent(operators);
  }

  /** What is drawn by `draw` as a part of the page's structure. */
  marked(tag: string, draw: () => void): PDFKit.PDFStructureContent {
    const content = this.inner.markStructureContent(tag);
    draw();
    this.doc.endMarkedContent();
    return content;
  }

  /** What is drawn by `draw` as something that is not to be read. */
  artifact(draw: () => void): void {
    this.doc.markContent('Artifact');
    draw();
    this.doc.endMarkedContent();
  }

  async end(): Promise<Uint8Array> {
    this.doc.end();
    await this.ended;
    const whole = new Uint8Array(this.chunks.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const chunk of this.chunks) {
      whole.set(chunk, at);
      at += chunk.length;
    }
    return whole;
  }
}
