import Papa from 'papaparse';
import { unguarded } from '../export/formula-guard';
import { cellAsJson } from './cell-value';
import { columnsOf } from './table-columns';
import type { ImportOptions, RowBatch } from './import-options';
import { atRow } from './import-report';
import type { ImportReport } from './import-report';

/** A row of this many characters is no row: a quote was never closed. */
const LONGEST_ROW = 32 * 1024 * 1024;

/** The rows of a table (CSV, TSV) as JSON objects. Rows are numbered from 0 behind the header. */
export async function* tableRows(
  texts: AsyncIterable<string>,
  delimiter: string,
  options: ImportOptions,
  report: ImportReport,
): AsyncGenerator<RowBatch> {
  let maker: RowMaker | null = null;
  for await (let lines of parsedRows(texts, delimiter, report)) {
    if (maker === null) {
      lines = lines.slice(lines.findIndex((line) => !isBlank(line)));
      if (lines.every(isBlank)) continue;
      const { columns, header } = columnsOf(lines, options.table);
      maker = new RowMaker(columns, options, report);
      if (header) lines.shift();
    }
    // where there is but one column, an empty cell looks like a blank line
    yield maker.rows(maker.width === 1 ? lines : lines.filter((line) => !isBlank(line)));
  }
}

function isBlank(line: string[]): boolean {
  return line.length === 1 && line[0] === '';
}

/** Cells by rows, as the parser finds them in a window that grows until a row is whole. */
async function* parsedRows(
  texts: AsyncIterable<string>,
  delimiter: string,
  report: ImportReport,
): AsyncGenerator<string[][]> {
  let window = '';
  let tryAt = 0;
  let parser: Papa.Parser | null = null;
  for await (const text of texts) {
    window += text;
    if (window.length < Math.min(tryAt, LONGEST_ROW)) continue;
    parser ??= parserFor(window, delimiter);
    if (parser === null) continue;
    const cursor = yield* parse(parser, window, true, report);
    window = window.slice(cursor);
    tryAt = cursor > 0 ? 0 : 2 * window.length;
    if (window.length >= LONGEST_ROW) {
      throw new Error('A quote (") is opened and never closed: the rest of the table cannot be read.');
    }
  }
  parser ??= parserFor(`${window}\n\n`, delimiter);
  if (parser) yield* parse(parser, window, false, report);
}

interface Parsed {
  data: string[][];
  errors: { message: string; row?: number }[];
  meta: { cursor: number };
}

/** Gives how far whole rows go. */
async function* parse(
  parser: Papa.Parser,
  window: string,
  more: boolean,
  report: ImportReport,
): AsyncGenerator<string[][], number> {
  const { data, errors, meta } = parser.parse(window, 0, more) as Parsed;
  for (const { message, row } of errors) {
    const cells = data[row ?? 0]?.join(delimiterForPeople) ?? '';
    if (!more || (row ?? 0) < data.length) report.problem(`“${cells.slice(0, 40)}”`, `${message}.`);
  }
  if (data.length > 0) yield data;
  return meta.cursor;
}

const delimiterForPeople = ', ';

/** A parser for the line breaks of this text: the first one outside of quotes. Null when there is none yet. */
function parserFor(text: string, delimiter: string): Papa.Parser | null {
  let inText = false;
  for (let at = 0; at + 1 < text.length; at++) {
    const sign = text[at];
    if (sign === '"') inText = !inText;
    if (inText || (sign !== '\n' && sign !== '\r')) continue;
    const newline = sign === '\r' && text[at + 1] === '\n' ? '\r\n' : sign;
    return new Papa.Parser({ delimiter, newline });
  }
  return null;
}

interface Taken {
  /** Place of the column in the table. */
  at: number;
  column: string;
  /** `"name":` */
  key: string;
}

/** Makes rows of cells. */
class RowMaker {
  private readonly columns: string[];
  private readonly taken: Taken[];
  private readonly options: ImportOptions;
  private readonly report: ImportReport;
  private row = 0;

  constructor(columns: string[], options: ImportOptions, report: ImportReport) {
    this.columns = columns;
    this.options = options;
    this.report = report;
    const choice = options.fields ?? columns.map((name) => ({ name, as: name }));
    this.taken = choice.flatMap(({ name, as }) => {
      const at = columns.indexOf(name);
      return at === -1 ? [] : [{ at, column: name, key: `${JSON.stringify(as)}:` }];
    });
  }

  get width(): number {
    return this.columns.length;
  }

  rows(lines: string[][]): RowBatch {
    return lines.map((cells) => {
      const row = Buffer.from(this.rowOf(cells));
      this.row++;
      return row;
    });
  }

  private rowOf(cells: string[]): string {
    const parts: string[] = [];
    for (const { at, column, key } of this.taken) {
      const cell = cells[at];
      if (cell !== undefined) parts.push(key + this.valueOf(cell, column));
    }
    if (cells.length !== this.columns.length) parts.push(...this.ragged(cells));
    return `{${parts.join(',')}}`;
  }

  private valueOf(cell: string, column: string): string {
    const { types, unguard } = this.options.table;
    const text = unguard ? unguarded(cell) : cell;
    if (text !== cell) {
      this.report.note("Cells like '=1+1 had an apostrophe before the formula sign; it was taken away.");
    }
    const type = Object.hasOwn(types, column) ? types[column] : undefined;
    const value = cellAsJson(text, type ?? 'text');
    if (value !== null) return value;
    this.report.problem(
      atRow(this.row),
      `${column} is no ${type === 'json' ? 'JSON' : type}; it stays text.`,
    );
    return JSON.stringify(text);
  }

  /** Cells that have no column are kept, in a list. */
  private ragged(cells: string[]): string[] {
    const wanted = this.columns.length;
    this.report.problem(atRow(this.row), `It has ${cells.length} cells, not ${wanted}.`);
    if (cells.length < wanted) return [];
    let name = 'more_cells';
    while (this.columns.includes(name)) name += '_';
    return [`${JSON.stringify(name)}:${JSON.stringify(cells.slice(wanted))}`];
  }
}
