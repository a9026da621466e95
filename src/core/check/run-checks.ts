import type { RawRow } from '../dataset/row-reader';
import type { ImageFiles } from '../image/image-files';
import { identityRule } from '../profile/profile-identity';
import type { Profile } from '../profile/profile';
import { readExactly } from '../profile/spelled-reading';
import type { Reading } from '../profile/reading';
import type { Json } from '../row/json';
import { identifyRow, keyHash, keyOf } from '../row/key';
import type { IdentityRule, RowIdentity } from '../row/key';
import { decodeRow, parseRow } from '../row/parse';
import type { ParsedRow } from '../row/parse';
import { everyCost } from './check';
import type { CheckCost, CheckedRow, TypesetFault } from './check';
import { asSet, isOff, noSettings } from './check-settings';
import type { CheckSettings } from './check-settings';
import { checks, fileChecks } from './checks';
import type { Finding } from './finding';

/** What one pass over a row gives. */
export class RowVerdict {
  readonly findings: Finding[];
  readonly row: CheckedRow;
  private readonly bytes: Uint8Array;
  private readonly value: Json | undefined;
  private readonly rule: IdentityRule;

  constructor(findings: Finding[], row: CheckedRow, rule: IdentityRule) {
    this.findings = findings;
    this.row = row;
    this.bytes = row.bytes;
    this.value = row.parsed.kind === 'value' ? row.parsed.value : undefined;
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

/** Reads rows one by one, in order, through every check, or those of some costs. */
export function startChecks(
  profile: Profile,
  typeset: TypesetFault,
  settings: CheckSettings = noSettings,
): (row: RawRow, costs?: readonly CheckCost[]) => RowVerdict {
  const wanted = checks.filter(({ id }) => !isOff(id, settings));
  const running = wanted.map((check) => ({
    cost: check.cost,
    check: check.start(profile, settings[check.id]?.options, typeset),
  }));
  const rule = identityRule(profile);
  return (raw, costs = everyCost) => {
    const row = checkedRow(raw, profile);
    const findings: Finding[] = [];
    for (const { cost, check } of running) {
      if (!costs.includes(cost)) continue;
      for (const finding of check.row(row)) findings.push(...asSet(finding, settings));
    }
    return new RowVerdict(findings, row, rule);
  };
}

/** Reads rows through the checks that need files; null for a row that needs none. */
export function startFileChecks(
  profile: Profile,
  images: ImageFiles,
  settings: CheckSettings = noSettings,
): (row: CheckedRow) => Promise<Finding[]> | null {
  const wanted = fileChecks.filter(({ id }) => !isOff(id, settings));
  const running = wanted.map((check) => check.start(profile, images));
  return (row) => {
    const found = running.flatMap((check) => check.row(row) ?? []);
    if (found.length === 0) return null;
    return Promise.all(found).then((lists) => lists.flat().flatMap((finding) => asSet(finding, settings)));
  };
}

function checkedRow({ number, bytes, size }: RawRow, profile: Profile): CheckedRow {
  const parsed = size > bytes.length ? tooLong : parseRow(decodeRow(bytes));
  return { number, bytes, size, parsed, reading: onceRead(parsed, profile) };
}

/** Several checks read the same row; many rows are read by none. */
function onceRead(parsed: ParsedRow, profile: Profile): () => Reading | null {
  let reading: Reading | null | undefined;
  return () => (reading ??= parsed.kind === 'value' ? readExactly(parsed, profile) : null);
}

/** A row that was cut short is not judged as if it were broken. */
const tooLong: ParsedRow = { kind: 'blank', text: '' };
