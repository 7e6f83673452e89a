import { words as told } from '../../exchange/cells.ts';
import type { LaneName } from '../../language/names/settings.ts';
import type { CustomerPromise, ListeningPost, Saying, Step, Team, Touchpoint } from '../../map/model.ts';
import type { Making } from './deck.ts';
import { type Paragraph, paragraph, type Run } from './text.ts';

/** What a lane says of a step, in a size of points. */
export function cellOf(lane: LaneName, step: Step, size: number, making: Making): Paragraph[] {
  const { telling, theme, strings } = making;
  switch (lane) {
    case 'steps':
      return (told.steps.step?.({ ...step, doc: '', absent: [] }, telling) ?? []).map(({ text }) => paragraph(text, size, { above: 3 }));
    case 'thinks':
    case 'says':
      return step[lane].map((each) => spoken(each, size, making));
    case 'moments':
      return step.moments.map(({ kind, text = '' }) => ({
        runs: [{ text: strings.facts([strings.moment[kind], text.trim() || undefined]), bold: true, colour: theme.moment[kind].text }],
        size,
        above: 3,
      }));
    case 'touchpoints':
      return [
        ...step.touchpoints.flatMap((each) => contact(each, size, making)),
        ...step.silences.map(({ text, lasts }) =>
          paragraph(strings.facts([strings.silence(text), lasts && strings.lasts(lasts.text)]), size, {
            colour: theme.silence.text,
            italic: true,
            above: 5,
          }),
        ),
        ...heard(step.listens, step.promises, size, making),
      ];
    case 'pains':
      return step.pains.map((pain) => {
        const [line] = told.pains.step?.({ ...step, pains: [{ ...pain, actions: [] }] }, telling) ?? [];
        const severe = pain.severity && strings.severity(pain.severity);
        return weighted(withoutEnd(line?.text ?? pain.text, severe), severe, size, theme.mood.bad.text);
      });
    case 'opportunities':
      return step.opportunities.map(({ text, impact, effort }) => {
        const weight = [impact && `${strings.impact} ${strings.levels[impact]}`, effort && `${strings.effort} ${strings.levels[effort]}`];
        return weighted(text, strings.facts(weight) || undefined, size, theme.opportunity.dots);
      });
    default:
      return (told[lane].step?.(step, telling) ?? []).map(({ text }) => paragraph(text, size, { above: 3 }));
  }
}

function spoken({ persona, text }: Saying, size: number, { telling, strings }: Making): Paragraph {
  const { personas } = telling.map;
  const who = personas.length > 1 ? (personas.find(({ name }) => name === persona)?.title ?? persona) : undefined;
  const quoted = strings.quote(text);
  return paragraph(who === undefined ? quoted : strings.by(who, quoted), size, { italic: true, above: 3 });
}

function withoutEnd(text: string, end: string | undefined): string {
  return end !== undefined && text.endsWith(end) ? text.slice(0, -end.length).replace(/\s*·\s*$/, '') : text;
}

function weighted(text: string, weight: string | undefined, size: number, colour: string): Paragraph {
  const runs: Run[] = [{ text }];
  if (weight !== undefined) runs.push({ text: '\u00a0· ' }, { text: weight, bold: true, colour });
  return { runs, size, above: 4 };
}

/** Its name, then its channel and who answers for it, then where we listen and what we promise. */
function contact({ title, channel, owner, listens, promises }: Touchpoint, size: number, making: Making): Paragraph[] {
  const { theme } = making;
  const small = size - 0.5;
  const through: Run[] = channel ? [{ text: channel.title, colour: theme.muted }, { text: '  ' }] : [];
  return [
    paragraph(title, size, { bold: true, above: 6 }),
    { runs: [...through, ...badge(owner, making)], size: small, above: 1 },
    ...heard(listens, promises, small, making),
  ];
}

/** Who answers: a team of ours on a ground of its own, whose another team is in words, and a warning where it is nobody. */
export function badge(owner: Team | undefined, { theme, strings }: Making, nobody = strings.nobody): Run[] {
  const { fill, text: colour } = theme.owner[owner?.kind ?? 'none'];
  const title = owner ? owner.title : nobody;
  const whose = owner && owner.kind !== 'ours' ? ` (${strings.deck.owner[owner.kind]})` : '';
  const pad = fill === 'none' ? '' : '\u00a0';
  return [{ text: `${pad}${title}${whose}${pad}`, colour, ...(fill === 'none' ? {} : { ground: fill, bold: true }) }];
}

function heard(
  listens: readonly ListeningPost[],
  promises: readonly CustomerPromise[],
  size: number,
  { theme, strings }: Making,
): Paragraph[] {
  return [
    ...listens.map(({ text, metric, value, target }) =>
      paragraph(strings.facts([strings.listens(text), metric && strings.measure(metric, value?.text, target?.text)]), size, {
        colour: theme.mood.good.text,
        above: 1,
      }),
    ),
    ...promises.flatMap(({ name, text, against = [] }) => [
      paragraph(strings.promises(strings.promise(name, text)), size, { colour: theme.muted, above: 1 }),
      ...against.map((other) => paragraph(strings.against(other.text, other.at), size, { colour: theme.silence.text, above: 1 })),
    ]),
  ];
}

/** What a lane is called beside steps: there what the customer does stands below the step's title. */
export function laneName(lane: LaneName, { strings }: Making): string {
  return lane === 'steps' ? strings.deck.does : strings.lanes[lane].label;
}
