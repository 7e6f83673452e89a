/** What the page of a panel is made of. */
export interface PageParts {
  /** Addresses within the webview. */
  script: string;
  style: string;
  /** The webview's own source, as its content security policy names it. */
  source: string;
  /** Unguessable, new for each page. */
  nonce: string;
}

/** The page of a panel. It is set once: whatever changes later travels as a message. */
export function pageHtml({ script, style, source, nonce }: PageParts): string {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${source}`,
    `font-src ${source}`,
    `img-src ${source} data:`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${style}">
<title>Journey</title>
</head>
<body>
<div id="app"><p class="waiting">Drawing the journey …</p></div>
<script type="module" nonce="${nonce}" src="${script}"></script>
</body>
</html>
`;
}
