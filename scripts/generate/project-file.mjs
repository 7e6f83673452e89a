/** Writes docs/project-file.md, the page about `journey.json`, from the table of settings and the rules. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { laneChoices, settings, severityChoices } from '../../src/language/project/table.ts';
import { rules } from '../../src/language/rules/index.ts';

const path = join(import.meta.dirname, '../../docs/project-file.md');

/** The page. */
export function projectPage() {
  return `${[
    '# The project file: journey.json',
    'A `journey.json` at the root of a folder of maps holds what an editor and a build must agree on. The nearest one above a map counts, also from above the workspace folder; all maps below it share their names. Editor, command line and build read the same file. It need not be there, it may be empty, and so may its braces: `{}`.',
    fence('json', example),
    'Comments (`//`, `/* … */`) and a comma behind the last value are fine. VS Code completes settings, values, lanes, codes of rules and their numbers, and explains them under the pointer.',
    '## Settings',
    ...settings.flatMap(section),
    '## When something is wrong in it',
    'Whatever cannot be right is a finding with the code `project-file`, in the editor’s list of problems (also while the file is not open) and in `journey check`: a setting, rule, lane or number that does not exist, a value that cannot be, a lane named twice, a logo that cannot be drawn, JSON that is broken. Each says what was probably meant, and offers it as a fix. All else in the file counts, and the maps are drawn and checked. A file larger than 1 MB, or one that cannot be read, is one finding, and the defaults hold.',
    'A changed `journey.json` holds at once, also before it is saved: open maps are checked and drawn anew. When it is removed, the next one above counts, else the defaults.',
  ].join('\n\n')}\n`;
}

const example = `{
  "language": "en",
  "theme": "light",
  // For the board: nothing from behind the scenes.
  "lanes": ["steps", "feels", "touchpoints", "pains", "opportunities"],
  "rules": {
    "missing-type": "off",
    "unowned-touchpoint": "error",
    "too-long": { "severity": "warning", "stages": 10 }
  }
}`;

function section({ key, kind, about, example: value }) {
  const said = [`### \`${key}\``, about];
  if (kind.is === 'choice')
    said.push(
      table(
        ['value', 'means'],
        kind.of.map((choice) => [`\`"${choice.value}"\``, choice.about]),
      ),
    );
  if (kind.is === 'lanes') {
    said.push(
      table(
        ['lane', 'shows'],
        laneChoices.map((lane) => [`\`${lane.value}\``, lane.about.replace(/^Shows |\.$/g, '')]),
      ),
      'The stages are no lane: they head the picture. The header above the lanes and the notes below them stay as they are. A list without any lane counts as none.',
    );
  }
  if (kind.is === 'rules') {
    const numbers = rules.flatMap(({ code, options = {} }) =>
      Object.entries(options).map(([name, { default: usual, least, about: what }]) => [
        `[\`${code}\`](rules/${code}.md)`,
        `\`${name}\``,
        `${usual}`,
        `${least}`,
        what.replace(/\.$/, ''),
      ]),
    );
    said.push(
      'Either a severity alone, or an object with `severity` and the rule’s numbers. The codes are those of [the rules](rules/README.md).',
      table(
        ['severity', 'means'],
        severityChoices.map((choice) => [`\`"${choice.value}"\``, choice.about]),
      ),
      'These rules have numbers, all whole:',
      table(['rule', 'number', 'without a setting', 'at least', 'says'], numbers),
    );
  }
  return [...said, fence('json', `{ "${key}": ${value} }`)];
}

function table(heads, rows) {
  return [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function fence(language, text) {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}

if (import.meta.main) {
  const text = projectPage();
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeFileSync(path, text);
}
