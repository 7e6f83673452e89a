import { plainDigits } from '../read/digits.ts';
import { fold } from '../read/near.ts';
import { plainQuantity } from '../read/plain.ts';
import { isoDate } from '../read/values.ts';
import { type Node, textOf } from '../tree/node.ts';
import type { Table } from './data.ts';
import type { Context } from './facts.ts';
import { nameKey } from './folder.ts';

/*
 * What a data file says of a measure: `metric nps from "survey.csv" column score on 2026-10-01`.
 *
 * - The column is the one that `column` names, else the one of the measure's own name; where none is written alike, one that differs only in
 *   case or accents.
 * - The row is the last one that has a number in that column. With `on`, only rows count whose first column is that day.
 * - The number is read as in a map, and a decimal comma as the file's others.
 * - A value that is written in the map wins over the file.
 */

export interface Measured {
  /** The value in its plain form: `61%`, `-12`. */
  text: string;
  /** The day that the first column of its row names, ISO. */
  on?: string;
}

/** The value of a measure as its data file says it; nothing while the file is unread, cannot be read, or has no number there. */
export function measuredValue(metric: Node, { document, folder }: Context): Measured | undefined {
  const [file, label] = [textOf(metric, 'file'), textOf(metric, 'column') ?? textOf(metric, 'label')];
  if (!file?.trim() || !label) return undefined;
  const data = folder.data.find(document.uri, file);
  if (data === undefined || typeof data === 'string') return undefined;
  const day = textOf(metric, 'on');
  return valueIn(data, label, day === undefined ? undefined : (isoDate(day) ?? ''));
}

/**
 * The last number of a column.
 *
 * @param day - ISO: of the rows whose first column is that day.
 */
export function valueIn(table: Table, column: string, day?: string): Measured | undefined {
  const at = columnNamed(table, column);
  for (let index = table.rows.length - 1; at >= 0 && index >= 0; index--) {
    const row = table.rows[index] as readonly string[];
    const text = quantityOf(row[at] ?? '', table.decimal);
    if (text === undefined) continue;
    const on = at === 0 ? undefined : isoDate((row[0] ?? '').trim());
    if (day === undefined || on === day) return { text, ...(on ? { on } : {}) };
  }
  return undefined;
}

/** Where a column stands in a table; −1 where it has none of that name. */
export function columnNamed({ columns }: Table, name: string): number {
  const same = columns.findIndex((column) => nameKey(column) === nameKey(name));
  return same >= 0 ? same : columns.findIndex((column) => fold(nameKey(column)) === fold(nameKey(name)));
}

/** A cell in the plain form of a value; nothing where it does not begin with a number. */
function quantityOf(cell: string, decimal: '.' | ',' = '.'): string | undefined {
  const plain = plainDigits(cell.trim());
  if (!/^[-+]? ?\p{Sc}? ?[-+]?\d/u.test(plain)) return undefined;
  const sure = plain.replace(
    /^([^\d]*)([1-9]\d{0,2})([.,])(\d{3})(?![\d.,])/,
    (_, before: string, whole: string, mark: string, rest: string) =>
      [before, mark === decimal ? Number(`${whole}.${rest}`) : whole + rest].join(''),
  );
  return plainQuantity(sure);
}
