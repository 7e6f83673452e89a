import type { Tongue } from '../language/message.ts';
import type { Format } from '../render/job.ts';

/** What a format is called, and what it is good for: for those who choose one. */
export interface FormatTexts {
  name: string;
  use: string;
}

/** Of each format, in a tongue. */
export function formatsIn(tongue: Tongue): Record<Format, FormatTexts> {
  return {
    svg: { name: tongue('SVG picture'), use: tongue('Sharp at every size; for documents, wikis and drawing programs') },
    png: { name: tongue('PNG picture'), use: tongue('For chats, e-mails and slides, and wherever no other picture goes') },
    pdf: { name: tongue('PDF pages'), use: tongue('To print and to send; its text can be searched and copied') },
    html: { name: tongue('Web page'), use: tongue('One file for every browser: to zoom, to fold, to read as a table') },
    pptx: { name: tongue('PowerPoint slides'), use: tongue('A slide per stage, of shapes and text that can be changed') },
    md: { name: tongue('Markdown text'), use: tongue('All that the picture shows, in tables; for wikis and pull requests') },
  };
}
