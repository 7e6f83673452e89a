import type { Persona } from '../../map/model.ts';
import type { Spot } from './curve.ts';
import type { FeelColumn } from './lane.ts';
import { within } from './moods.ts';

/** One face: a feeling, or those of several personas who feel the same at a step. */
export interface Face extends Spot {
  column: FeelColumn;
  /** Of the feelings. */
  ids: string[];
  score: number;
  word: string | undefined;
  /** Whose feelings they are. */
  personas: Persona[];
}

/** A stretch of a curve with no gap in it. A step without a feeling is no gap; one where the persona is absent is. */
export interface Run {
  key: string;
  /** Which of the curves it belongs to, counted from 0. */
  curve: number;
  faces: Face[];
}

/** The curves of a lane, in the order of those who travel. Personas who feel the same all along share one. */
export interface Runs {
  /** Whose each curve is. */
  curves: Persona[][];
  runs: Run[];
  /** Each once, though several curves may pass it. */
  faces: Face[];
}

/** Sorts feelings into curves. A face stands in its column's middle, `perScore` pixels from one score to the next. */
export function runsOf(columns: FeelColumn[], personas: Persona[], perScore: number): Runs {
  const found = new Set(columns.flatMap(({ step }) => step.feelings.map(({ persona = '' }) => persona)));
  const travellers = personas.map(({ name }) => name).filter((name) => found.has(name));
  const names = [...new Set([...travellers, ...found])];
  const alike = [...Map.groupBy(names, (name) => JSON.stringify(columns.map((column) => feltAt(column, name)))).values()];
  const known = (name: string) => {
    const there = personas.filter((persona) => persona.name === name);
    return there.length || !name ? there : [stranger(name)];
  };
  const faces = columns.map((column) => facesAt(column, known, perScore));
  const runs: Run[] = [];
  for (const [curve, [name = '']] of alike.entries()) {
    let run: Run | undefined;
    let count = 0;
    for (const [index, { step }] of columns.entries()) {
      if (step.absent.includes(name)) run = undefined;
      const face = faces[index]?.get(name);
      if (!face) continue;
      if (!run) {
        run = { key: `${name}:${count++}`, curve, faces: [] };
        runs.push(run);
      }
      run.faces.push(face);
    }
  }
  return { curves: alike.map((group) => group.flatMap(known)), runs, faces: [...new Set(faces.flatMap((there) => [...there.values()]))] };
}

/** Who is felt for at a step and does not travel on the map: a name, so that the face says whose it is. */
function stranger(name: string): Persona {
  const empty = { goals: [], needs: [], motivations: [], frustrations: [], prefers: [], evidence: [] };
  return { id: `persona:${name}`, name, title: name, declared: false, ...empty };
}

/** What somebody feels at a step: score and word, `false` where absent. */
function feltAt({ step }: FeelColumn, name: string): unknown {
  const felt = step.feelings.find(({ persona = '' }) => persona === name);
  return felt ? [within(felt.score), felt.word ?? ''] : !step.absent.includes(name);
}

/** The faces of a step by the name of who feels so; the same face for all who feel the same. */
function facesAt(column: FeelColumn, known: (name: string) => Persona[], perScore: number): Map<string, Face> {
  const faces = new Map<string, Face>();
  for (const { id, persona = '', score: written, word } of column.step.feelings) {
    const score = within(written);
    const same = [...faces.values()].find((face) => face.score === score && (face.word ?? '') === (word ?? ''));
    const face = same ?? { x: column.x + column.width / 2, y: -score * perScore, column, ids: [], score, word, personas: [] };
    face.ids.push(id);
    face.personas.push(...known(persona));
    faces.set(persona, face);
  }
  return faces;
}
