/** By field and by value, the first rows that hold it, from 0. No values for a field that has too many. */
export type RowsOfValues = { field: string; values: { value: string; rows: number[] }[] }[];

const MOST_FIELDS = 200;
/** A field with more values than this sorts nothing. */
const MOST_VALUES = 200;
/** So many rows of a value are kept. */
export const MOST_ROWS = 20;

/** Where the values of fields stand, of few fields with few values. */
export class FieldRows {
  /** Null for a field with too many values. */
  private readonly fields = new Map<string, Map<string, number[]> | null>();

  add(field: string, value: string, row: number): void {
    const rows = this.rowsOf(field, value);
    if (rows && rows.length < MOST_ROWS) rows.push(row);
  }

  list(): RowsOfValues {
    return Array.from(this.fields, ([field, values]) => ({
      field,
      values: Array.from(values ?? [], ([value, rows]) => ({ value, rows })),
    }));
  }

  /** Takes in what was listed of later rows, `before` rows before them. */
  take(list: RowsOfValues, before: number): void {
    for (const { field, values } of list) {
      if (values.length === 0) this.fields.set(field, null);
      for (const { value, rows } of values) for (const row of rows) this.add(field, value, before + row);
    }
  }

  private rowsOf(field: string, value: string): number[] | undefined {
    let values = this.fields.get(field);
    if (values === undefined && this.fields.size < MOST_FIELDS) this.fields.set(field, (values = new Map()));
    const rows = values?.get(value);
    if (rows || !values) return rows;
    const none: number[] = [];
    if (values.size < MOST_VALUES) values.set(value, none);
    else this.fields.set(field, null);
    return none;
  }
}
