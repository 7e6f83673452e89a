import type { Strings } from '../../draw/strings.ts';
import type { Lines } from '../../exchange/cells.ts';
import { tellMap } from '../../exchange/telling.ts';
import type { Fact, ToldMap } from '../../exchange/told.ts';
import type { ViewName } from '../../language/names/settings.ts';
import type { JourneyMap, Stage, Step } from '../../map/model.ts';

/** A map in words, for the notes of slides: all of it, whatever a slide had to leave out. */
export type Noted = ToldMap;

export function told(map: JourneyMap, strings: Strings, view: ViewName, before?: JourneyMap): Noted {
  return tellMap(map, strings, { view, ...(before ? { before } : {}), columns: Number.MAX_SAFE_INTEGER });
}

/** A fact on lines of its own, `Goal: …`. */
export function factNotes(facts: readonly Fact[], strings: Strings): string[] {
  return facts.flatMap(({ name, lines }) => said(name, lines, strings));
}

function said(name: string, lines: Lines, { by }: Strings): string[] {
  const [only] = lines;
  if (!name) return lines.map(({ text }) => text);
  if (lines.length === 1 && only) return [by(name, only.text)];
  return [by(name, '').trim(), ...lines.map(({ text }) => `– ${text}`)];
}

/** What is told of a stage and of some of its steps. */
export function stepNotes({ stages }: Noted, { id }: Stage, steps: readonly Step[], strings: Strings): string[] {
  const stage = stages.find((each) => each.id === id);
  if (!stage) return [];
  const notes = [...(stage.title ? [stage.title] : []), ...factNotes(stage.facts, strings)];
  for (const step of steps) {
    const table = stage.tables.find((each) => each.steps.some((other) => other.id === step.id));
    const at = table?.steps.findIndex((other) => other.id === step.id) ?? -1;
    const rows = table?.rows.map(({ name, cells }): Fact => ({ name, lines: cells[at] ?? [] })) ?? [];
    notes.push(
      '',
      step.title,
      ...factNotes(
        rows.filter(({ lines }) => lines.length > 0),
        strings,
      ),
    );
  }
  return notes;
}
