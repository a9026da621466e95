import type { Member } from '../import/object-members';
import type { CsvOptions } from './export-options';
import { guarded } from './formula-guard';

const LINE_END = '\r\n';
const NEEDS_QUOTES = /[",\r\n;\t]|^\s|\s$/;

/** Lines of a CSV file after RFC 4180. A number stands as it is spelled, what is nested as JSON; null and missing are an empty cell. */
export class CsvRows {
  private readonly columns: string[];
  private readonly options: CsvOptions;

  constructor(columns: string[], options: CsvOptions) {
    this.columns = columns;
    this.options = options;
  }

  header(): Buffer {
    const mark = this.options.mark ? '\ufeff' : '';
    return Buffer.from(mark + this.line(this.columns.map((name) => this.cell(name))));
  }

  row(members: Member[]): Buffer {
    const byName = new Map(members.map(({ name, value }) => [name, value]));
    return Buffer.from(this.line(this.columns.map((name) => this.cellOf(byName.get(name)))));
  }

  private line(cells: string[]): string {
    const alone = cells.length === 1 && cells[0] === '';
    return (alone ? '""' : cells.join(',')) + LINE_END; // an empty line would be no row
  }

  private cellOf(value: Buffer | undefined): string {
    const text = value?.toString() ?? 'null';
    if (text === 'null') return '';
    return this.cell(text.startsWith('"') ? (JSON.parse(text) as string) : text);
  }

  private cell(text: string): string {
    const safe = this.options.guardFormulas ? guarded(text) : text;
    return safe === '' || NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  }
}
