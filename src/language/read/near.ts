/**
 * The number of letters inserted, left out, replaced or swapped with a neighbour that lead from one word to another
 * (Damerau–Levenshtein, restricted). Counts no further than `limit` + 1.
 */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let value = Math.min((last[j] as number) + 1, (row[j - 1] as number) + 1, (last[j - 1] as number) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) value = Math.min(value, (beforeLast[j - 2] as number) + 1);
      row.push(value);
      least = Math.min(least, value);
    }
    if (least > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length] as number;
}

/** How many wrong letters a word of this length may have and still be taken for another. */
export function tolerance(length: number): number {
  return length < 3 ? 0 : length < 6 ? 1 : 2;
}

/** Of `candidates`, the one that is nearest to `word` and near enough to be what was meant; case and accents count for nothing. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const plain = fold(word);
  const limit = tolerance(plain.length);
  let best: string | undefined;
  let least = limit + 1;
  for (const candidate of candidates) {
    const other = fold(candidate);
    const steps = other === plain ? 0 : distance(plain, other, limit);
    if (steps < least) {
      least = steps;
      best = candidate;
    }
  }
  return best;
}

/** A word without case, accents and width, for comparing. */
export function fold(word: string): string {
  return /^[ -~]*$/.test(word) ? word.toLowerCase() : word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');
}
