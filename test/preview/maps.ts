import type { JourneyMap, Stage, Step, Touchpoint } from '../../src/map/model.ts';
import type { MapReply } from '../../src/server/protocol.ts';

/** Maps made by hand, so that the page can be tried without a text. */

/** A step by its title, with what more it has. Its id is made of names, as everywhere. */
export interface StepPlan {
  name: string;
  title?: string;
  does?: string[];
  feels?: number;
  touchpoints?: string[];
  pains?: string[];
}

export function mapOf(name: string, stages: Record<string, StepPlan[]>): JourneyMap {
  const id = `journey:${name}`;
  return {
    id,
    name,
    title: name,
    personas: [],
    learn: [],
    goals: [{ id: `${id}/goal:1`, text: 'Back at work quickly' }],
    businessGoals: [],
    expects: [],
    channels: [],
    involves: [],
    metrics: [],
    evidence: [],
    figures: { touchpoints: 0, ours: 0, heard: 0 },
    stages: Object.entries(stages).map(([stage, steps]) => stageOf(`${id}/stage:${stage}`, stage, steps)),
  };
}

function stageOf(id: string, name: string, steps: StepPlan[]): Stage {
  return {
    id,
    name,
    title: name,
    goals: [],
    businessGoals: [],
    expects: [],
    metrics: [],
    evidence: [],
    steps: steps.map((plan) => stepOf(`${id}/step:${plan.name}`, plan)),
  };
}

function stepOf(id: string, { name, title = name, does = [], feels, touchpoints = [], pains = [] }: StepPlan): Step {
  const notes = (kind: string, texts: string[]) => texts.map((text, index) => ({ id: `${id}/${kind}:${index + 1}`, text }));
  return {
    id,
    name,
    title,
    hypothesis: false,
    does: notes('does', does),
    thinks: [],
    says: [],
    sees: [],
    hears: [],
    feelings: feels === undefined ? [] : [{ id: `${id}/feels:1`, score: feels, word: 'so' }],
    absent: [],
    expects: [],
    touchpoints: touchpoints.map(
      (each): Touchpoint => ({ id: `${id}/touchpoint:${each}`, name: each, title: each, listens: [], promises: [] }),
    ),
    silences: [],
    moments: [],
    pains: pains.map((text, index) => ({ id: `${id}/pain:${index + 1}`, text, actions: [] })),
    opportunities: [],
    actions: [],
    promises: [],
    listens: [],
    frontstage: [],
    backstage: [],
    handoffs: [],
    metrics: [],
    evidence: [],
    decides: [],
    next: [],
    ends: [],
    replaces: [],
    drops: [],
  };
}

/** A map of stages with so many steps each, every one with something in most lanes. */
export function largeMap(stages: number, steps: number): JourneyMap {
  const plans = (stage: number) =>
    Array.from({ length: steps }, (_, step) => ({
      name: `s${stage}-${step}`,
      title: `Step ${stage}.${step}`,
      does: ['Searches the intranet for a form'],
      feels: (step % 5) - 2,
      touchpoints: [`Desk ${stage}.${step}`],
      pains: step % 2 === 0 ? ['Nobody knows which form to use'] : [],
    }));
  return mapOf('Large', Object.fromEntries(Array.from({ length: stages }, (_, stage) => [`Stage ${stage}`, plans(stage)])));
}

export function replyOf(map: JourneyMap, version: number, more: Partial<MapReply> = {}): MapReply {
  return { version, map, journeys: [{ id: map.id, title: map.title }], marks: {}, errors: 0, ...more };
}
