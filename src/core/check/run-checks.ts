import type { RawRow } from '../dataset/row-reader';
import { identityRule } from '../profile/profile-identity';
import type { Profile } from '../profile/profile';
import { readRow } from '../profile/read-row';
import type { Reading } from '../profile/reading';
import type { Json } from '../row/json';
import { identifyRow, keyHash, keyOf } from '../row/key';
import type { IdentityRule, RowIdentity } from '../row/key';
import { decodeRow, parseRow } from '../row/parse';
import type { ParsedRow } from '../row/parse';
import type { CheckedRow } from './check';
import { checks } from './checks';
import type { Finding } from './finding';

/** What one pass over a row gives. */
export class RowVerdict {
  readonly findings: Finding[];
  private readonly bytes: Uint8Array;
  private readonly value: Json | undefined;
  private readonly rule: IdentityRule;

  constructor(findings: Finding[], bytes: Uint8Array, value: Json | undefined, rule: IdentityRule) {
    this.findings = findings;
    this.bytes = bytes;
    this.value = value;
    this.rule = rule;
  }

  /** Made anew each time: it costs as much as parsing the row. */
  get identity(): RowIdentity {
    return identifyRow(this.bytes, this.value, this.rule);
  }

  /** The identity's key, without its hash. */
  get key(): string {
    return keyOf(this.bytes, this.value, this.rule);
  }

  /** See `keyHash` of rows. */
  get keyHash(): number {
    return keyHash(this.bytes, this.value, this.rule);
  }
}

/** Reads rows one by one, in order, through every check. */
export function startChecks(profile: Profile): (row: RawRow) => RowVerdict {
  const running = checks.map((check) => check.start(profile));
  const rule = identityRule(profile);
  return ({ number, bytes, size }) => {
    const parsed = size > bytes.length ? tooLong : parseRow(decodeRow(bytes));
    const row: CheckedRow = { number, bytes, size, parsed, reading: onceRead(parsed, profile) };
    const findings: Finding[] = [];
    for (const check of running) findings.push(...check.row(row));
    return new RowVerdict(findings, bytes, parsed.kind === 'value' ? parsed.value : undefined, rule);
  };
}

/** Several checks read the same row; many rows are read by none. */
function onceRead(parsed: ParsedRow, profile: Profile): () => Reading | null {
  let reading: Reading | null | undefined;
  return () => (reading ??= parsed.kind === 'value' ? readRow(parsed.value, profile) : null);
}

/** A row that was cut short is not judged as if it were broken. */
const tooLong: ParsedRow = { kind: 'blank', text: '' };
