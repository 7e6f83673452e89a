/** Numbers, durations, dates and times: from what is written to what it means. Each gives undefined for what it cannot read. */

const units: Record<string, number> = {
  s: 1 / 60,
  sec: 1 / 60,
  second: 1 / 60,
  min: 1,
  minute: 1,
  h: 60,
  hour: 60,
  d: 1440,
  day: 1440,
  w: 10080,
  week: 10080,
  mo: 43200,
  month: 43200,
};

/** The unit of a duration that a word names, in minutes: `d`, `days`. A month counts 30 days. */
export function unitMinutes(word: string): number | undefined {
  const plain = word.toLowerCase();
  return units[plain] ?? (plain.length > 2 ? units[plain.replace(/s$/, '')] : undefined);
}

/** The length of a duration in minutes: `45s`, `2-5d` (the shorter end), `1h30min`, `2 days`. */
export function durationMinutes(text: string): number | undefined {
  const range = /^(\d+(?:\.\d+)?)\s*[-–]\s*\d+(?:\.\d+)?\s*([a-z]+)$/i.exec(text);
  if (range) return times(range[1], range[2]);
  let total = 0;
  let rest = text.trim();
  while (rest) {
    const piece = /^(\d+(?:\.\d+)?)\s*([a-z]+)\s*/i.exec(rest);
    if (!piece) return undefined;
    const minutes = times(piece[1], piece[2]);
    if (minutes === undefined) return undefined;
    total += minutes;
    rest = rest.slice(piece[0].length);
  }
  return text.trim() ? total : undefined;
}

function times(amount: string | undefined, unit: string | undefined): number | undefined {
  const minutes = unitMinutes(unit ?? '');
  return minutes === undefined ? undefined : Number(amount) * minutes;
}

/** A date as ISO (`2026-12-15`), from that or from `15.12.2026`; undefined for a day that no calendar has. */
export function isoDate(text: string): string | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : german ? [german[3], german[2], german[1]] : [];
  if (!year || !month || !day) return undefined;
  const result = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${result}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== result ? undefined : result;
}

/** Whether a word is a clock time, `09:10`. */
export function isClockTime(text: string): boolean {
  return /^([01]?\d|2[0-4]):[0-5]\d$/.test(text);
}

/** The score of a feeling as written, whatever its range: `-2`, `+1`, `−2`. Fractions such as `4/5` have none. */
export function scoreOf(text: string): number | undefined {
  const plain = text.replace(/^[−–]/, '-');
  return /^[-+]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

/** The first number in a value, `61` of `61%`, `-12` of `−12`, `3.2` of `3.2/5`, `1400` of `1 400`. */
export function firstNumber(text: string): number | undefined {
  const found = /[-−–]?\d[\d\u00a0\u202f ]*(?:[.,]\d+)?/.exec(text);
  if (!found) return undefined;
  const number = Number(
    found[0]
      .replace(/[−–]/, '-')
      .replace(/[\s\u00a0\u202f]/g, '')
      .replace(',', '.'),
  );
  return Number.isFinite(number) ? number : undefined;
}
