import type { RawRow } from '../dataset/row-reader';
import { identityRule } from '../profile/profile-identity';
import { decodeRow, parseRow } from '../row/parse';
import type { ParsedRow } from '../row/parse';
import { identifyRow } from '../row/key';
import type { RowIdentity } from '../row/key';
import type { Profile } from '../profile/profile';
import { checks } from './checks';
import type { CheckedRow } from './check';
import type { Finding } from './finding';

/** What one pass over a row gives. */
export interface RowVerdict {
  identity: RowIdentity;
  findings: Finding[];
}

/** Reads rows one by one, in order, through every check. */
export function startChecks(profile: Profile): (row: RawRow) => RowVerdict {
  const running = checks.map((check) => check.start(profile));
  return ({ number, bytes, size }) => {
    const parsed = size > bytes.length ? tooLong : parseRow(decodeRow(bytes));
    const row: CheckedRow = { number, bytes, size, parsed };
    const value = parsed.kind === 'value' ? parsed.value : undefined;
    return {
      identity: identifyRow(bytes, value, identityRule(profile)),
      findings: running.flatMap((check) => check.row(row)),
    };
  };
}

/** A row that was cut short is not judged as if it were broken. */
const tooLong: ParsedRow = { kind: 'blank', text: '' };
