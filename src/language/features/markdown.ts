/** Longer texts are cut: a hover is a glance. */
const longest = 600;

/** Text of a file as Markdown that shows it as it is: nothing in a map becomes a link, a picture or markup. */
export const markdown = {
  text(text: string): string {
    return (text.length > longest ? `${text.slice(0, longest)}…` : text)
      .replace(/[\\`*_{}[\]<>()#+\-.!|~&:@/]/g, (mark) => (mark === '<' ? '&lt;' : mark === '&' ? '&amp;' : `\\${mark}`))
      .replace(/\s*[\r\n]+\s*/g, ' ');
  },
  /** Lines of the language, coloured. The fence is longer than any within. */
  code(lines: string): string {
    const fence = '`'.repeat(Math.max(3, ...[...lines.matchAll(/`+/g)].map(([run]) => run.length + 1)));
    return `${fence}journey\n${lines}\n${fence}`;
  },
};
