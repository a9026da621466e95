import type { RawRow } from '../../../src/core/dataset/row-reader';
import type { CheckSettings } from '../../../src/core/check/check-settings';
import { asFinding, DatasetReading } from '../../../src/core/check/run-dataset-checks';
import { startChecks } from '../../../src/core/check/run-checks';
import { typesetFault } from '../../../src/core/maths/typeset-fault';
import type { Finding } from '../../../src/core/check/finding';
import type { Profile } from '../../../src/core/profile/profile';

/** A row as it is read from a file, whole. */
export function rawRow(number: number, content: string | Uint8Array): RawRow {
  const bytes = Buffer.from(content);
  return { number, bytes, size: bytes.length };
}

/** The findings of all checks in these rows, as if they were a file. */
export function findingsIn(rows: string[], profile: Profile, settings: CheckSettings = {}): Finding[] {
  const check = startChecks(profile, typesetFault, settings);
  const reading = new DatasetReading(profile, settings);
  const verdicts = rows.map((text, number) => check(rawRow(number, text)));
  for (const { row } of verdicts) reading.row(row);
  const told = reading.told([{ firstRow: 0, facts: reading.facts() }]);
  return verdicts.flatMap(({ findings, row }, number) => [
    ...findings,
    ...told.filter((each) => each.row === number).map((each) => asFinding(each, row)),
  ]);
}

/** A finding without its words: line, rule, severity, and what stands at its place. */
export function inShort({ row, rule, severity, span }: Finding, lines: string[]): string {
  const place = span ? lines[row]!.slice(span.start, span.end) : '';
  return [row + 1, rule, severity, place.length > 40 ? `${place.slice(0, 37)}...` : place].join(' ');
}

/** A row in the shape of MATH. */
export const math = (problem: string, solution: string, answer = '12') => ({
  problem,
  solution,
  answer,
  subject: 'Algebra',
  level: 1,
  unique_id: 'made/1.json',
});
