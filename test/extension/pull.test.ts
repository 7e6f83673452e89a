import { describe, expect, it } from 'vitest';
import { Pull } from '../../src/extension/pull.ts';

/** A pull whose round trips end when told. */
function slow() {
  const ends: (() => void)[] = [];
  const pull = new Pull(() => new Promise((resolve) => ends.push(resolve)));
  const end = async (index: number) => {
    ends[index]?.();
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { pull, end, asked: () => ends.length };
}

describe('Pull', () => {
  it('asks at once', () => {
    const { pull, asked } = slow();
    pull.awake = true;
    pull.want();
    expect(asked()).toBe(1);
  });

  it('asks once more for all that changed during a request', async () => {
    const { pull, end, asked } = slow();
    pull.awake = true;
    for (let i = 0; i < 10; i++) pull.want();
    expect(asked()).toBe(1);
    await end(0);
    expect(asked()).toBe(2);
    await end(1);
    expect(asked()).toBe(2);
  });

  it('does not ask while nobody looks, and asks when somebody does', async () => {
    const { pull, end, asked } = slow();
    pull.want();
    pull.want();
    expect(asked()).toBe(0);
    pull.awake = true;
    expect(asked()).toBe(1);
    await end(0);
    pull.awake = false;
    pull.awake = true;
    expect(asked()).toBe(1);
  });

  it('does not follow up a request once nobody looks', async () => {
    const { pull, end, asked } = slow();
    pull.awake = true;
    pull.want();
    pull.want();
    pull.awake = false;
    await end(0);
    expect(asked()).toBe(1);
    pull.awake = true;
    expect(asked()).toBe(2);
  });
});
