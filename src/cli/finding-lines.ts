import type { Finding } from '../core/check/finding';
import { pathText } from '../core/row/json';

/** A finding as a JSON line: `row` is the line number, from 1; `span` counts UTF-16 units in the row. */
export function findingLine(
  file: string,
  { row, path, span, check, rule, severity, message, evidence }: Finding,
): string {
  return JSON.stringify({ file, row: row + 1, path, span, check, rule, severity, message, evidence });
}

export function findingInWords(file: string, { row, path, span, rule, severity, message }: Finding): string {
  const where = `${file}:${row + 1}:${(span?.start ?? 0) + 1}`;
  return `${where}: ${severity}: ${message}${path.length ? ` (${pathText(path)})` : ''} [${rule}]`;
}
