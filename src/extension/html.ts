import type { Texts } from '../preview/texts.ts';

/** What the page of a panel is made of. */
export interface PageParts {
  /** Addresses within the webview. */
  script: string;
  style: string;
  /** The webview's own source, as its content security policy names it. */
  source: string;
  /** Unguessable, new for each page. */
  nonce: string;
  /** That of the texts, as HTML names it. */
  language: string;
  texts: Texts;
}

/** The page of a panel. It is set once: whatever changes later travels as a message. */
export function pageHtml({ script, style, source, nonce, language, texts }: PageParts): string {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${source}`,
    `font-src ${source}`,
    // Photos of personas and a logo come as data; nothing else is shown as an image.
    'img-src data:',
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${style}">
<title>Journey</title>
</head>
<body>
<div id="app" data-texts="${attribute(JSON.stringify(texts))}"><p class="waiting">${texts.waiting}</p></div>
<script type="module" nonce="${nonce}" src="${script}"></script>
</body>
</html>
`;
}

/** A text as the value of an attribute in double quotes. */
function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
