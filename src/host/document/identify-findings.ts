import type { Finding } from '../../core/check/finding';
import type { RawRow } from '../../core/dataset/row-reader';
import { identifyRow } from '../../core/row/key';
import type { IdentityRule } from '../../core/row/key';
import { decodeRow, parseRow } from '../../core/row/parse';

/** Findings with the identities of their rows, which are read for those that lack one; a row that is gone has none. */
export async function identifyFindings(
  findings: Finding[],
  read: (row: number) => Promise<RawRow[]>,
  rule: IdentityRule,
): Promise<Finding[]> {
  const identified: Finding[] = [];
  for (const finding of findings) {
    const [raw] = finding.identity ? [] : await read(finding.row);
    if (!raw) {
      identified.push(finding);
      continue;
    }
    const parsed = parseRow(decodeRow(raw.bytes));
    const value = parsed.kind === 'value' ? parsed.value : undefined;
    identified.push({ ...finding, identity: identifyRow(raw.bytes, value, rule) });
  }
  return identified;
}
