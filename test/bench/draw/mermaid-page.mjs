import mermaid from 'mermaid';

mermaid.initialize({ startOnLoad: false, maxTextSize: Number.MAX_SAFE_INTEGER });
let count = 0;

/** A Mermaid journey from text to an SVG in the page that has been laid out. */
globalThis.drawMermaid = async (text) => {
  const { svg } = await mermaid.render(`m${count++}`, text);
  const main = document.querySelector('main');
  main.innerHTML = svg;
  return main.firstElementChild.getBoundingClientRect().width;
};
