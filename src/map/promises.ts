import { nameKey } from '../language/names/folder.ts';
import { promiseKey } from '../language/names/promises.ts';
import type { Stage } from './model.ts';

/** Fills in where each promise of a journey is promised otherwise. */
export function contradictions(stages: readonly Stage[]): void {
  const places = stages.flatMap(({ steps }) =>
    steps.flatMap((step) => [
      ...step.promises.map((promise) => ({ promise, at: step.title })),
      ...step.touchpoints.flatMap(({ promises, title }) => promises.map((promise) => ({ promise, at: title }))),
    ]),
  );
  const said = places.filter(({ promise: { name, text } }) => name && text.trim());
  for (const alike of Map.groupBy(said, ({ promise }) => nameKey(promise.name)).values()) {
    const values = Map.groupBy(alike, ({ promise }) => promiseKey(promise.text));
    if (values.size < 2) continue;
    for (const [key, own] of values) {
      const against = [...values].flatMap(([other, [first]]) =>
        other === key || !first ? [] : [{ text: first.promise.text, at: first.at }],
      );
      for (const { promise } of own) promise.against = against;
    }
  }
}
