import { durationText, timesOf } from '../language/names/time.ts';
import type { Node } from '../language/tree/node.ts';
import type { Figures, Stage } from './model.ts';

/** What the header says of a map: the mean of all feelings to a tenth, and how many touchpoints are ours and are listened to, and how long it takes. */
export function figuresOf(journey: Node, stages: readonly Stage[]): Figures {
  const steps = stages.flatMap((stage) => stage.steps);
  const scores = steps.flatMap((step) => step.feelings.map(({ score }) => score));
  const touchpoints = steps.flatMap((step) => step.touchpoints);
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const minutes = timesOf(journey).reduce((most, { before, takes, waits }) => Math.max(most, before + takes + waits), 0);
  return {
    ...(minutes ? { time: durationText(minutes) } : {}),
    ...(scores.length ? { mood: Math.round(mean * 10) / 10 + 0 } : {}),
    touchpoints: touchpoints.length,
    ours: touchpoints.filter(({ owner }) => owner?.kind === 'ours').length,
    heard: touchpoints.filter(({ listens }) => listens.length > 0).length,
  };
}
