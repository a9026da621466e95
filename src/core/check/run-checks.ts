import type { RawRow } from '../dataset/row-reader';
import { identityRule } from '../profile/profile-identity';
import type { Profile } from '../profile/profile';
import type { Json } from '../row/json';
import { identifyRow, keyHash, keyOf } from '../row/key';
import type { IdentityRule, RowIdentity } from '../row/key';
import { decodeRow, parseRow } from '../row/parse';
import type { ParsedRow } from '../row/parse';
import type { CheckedRow } from './check';
import { asSet, isOff, noSettings } from './check-settings';
import type { CheckSettings } from './check-settings';
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
export function startChecks(
  profile: Profile,
  settings: CheckSettings = noSettings,
): (row: RawRow) => RowVerdict {
  const wanted = checks.filter(({ id }) => !isOff(id, settings));
  const running = wanted.map((check) => check.start(profile, settings[check.id]?.options));
  const rule = identityRule(profile);
  return ({ number, bytes, size }) => {
    const parsed = size > bytes.length ? tooLong : parseRow(decodeRow(bytes));
    const row: CheckedRow = { number, bytes, size, parsed };
    const findings: Finding[] = [];
    for (const check of running)
      for (const finding of check.row(row)) findings.push(...asSet(finding, settings));
    return new RowVerdict(findings, bytes, parsed.kind === 'value' ? parsed.value : undefined, rule);
  };
}

/** A row that was cut short is not judged as if it were broken. */
const tooLong: ParsedRow = { kind: 'blank', text: '' };
