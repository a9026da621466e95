import type { RawRow } from '../dataset/row-reader';
import { ReadableRow } from '../field/field';
import { isInQueue, isRepeated } from '../queue/queue-share';
import { identityRule } from '../profile/profile-identity';
import type { Profile } from '../profile/profile';
import type { Json } from '../row/json';
import { identifyRow } from '../row/key';
import type { RowIdentity } from '../row/key';
import { decodeRow } from '../row/parse';
import type { DecidedFact, StateFacts } from './state-facts';

/** A row as a query looks at it. Everything is made when it is first asked for: most conditions ask for little. */
export class QueriedRow {
  private readonly raw: RawRow;
  private readonly profile: Profile;
  private readonly facts: StateFacts;
  private decoded: string | undefined;
  private parsed: ReadableRow | null | undefined;
  private known: RowIdentity | undefined;
  private leaves: string[] | undefined;

  constructor(raw: RawRow, profile: Profile, facts: StateFacts) {
    this.raw = raw;
    this.profile = profile;
    this.facts = facts;
  }

  /** 0-based */
  get number(): number {
    return this.raw.number;
  }

  /** The row's text as it stands in the file. */
  get text(): string {
    return (this.decoded ??= decodeRow(this.raw.bytes));
  }

  /** Null when the row is not JSON, or too long to be read whole. */
  get readable(): ReadableRow | null {
    if (this.parsed === undefined) this.parsed = this.parse();
    return this.parsed;
  }

  /** The texts that words are searched in: all texts among the row's values, or the row as it stands when it is not JSON. */
  get texts(): string[] {
    this.leaves ??= this.readable ? textsIn(this.readable.value) : [this.text];
    return this.leaves;
  }

  get decisions(): readonly DecidedFact[] {
    if (this.facts.decisions.size === 0) return [];
    const { key, hash } = this.identity;
    const decided = this.facts.decisions.get(key) ?? [];
    return decided.filter((fact) => fact.hash === undefined || fact.hash === hash);
  }

  /** Whether somebody (null: anybody) has the row in a team's queue. */
  isInQueue(name: string, annotator: string | null): boolean {
    const queue = this.facts.queues.get(name);
    return queue !== undefined && isInQueue(queue, this.identity.key, annotator);
  }

  /** The key of the row, where it comes to an annotator a second time in a team's queue; else null. */
  repeatedKey(name: string, annotator: string): string | null {
    const queue = this.facts.queues.get(name);
    return queue && isRepeated(queue, this.identity.key, annotator) ? this.identity.key : null;
  }

  get findings(): readonly string[] {
    return this.facts.findings.get(this.raw.number) ?? [];
  }

  private get identity(): RowIdentity {
    const value = this.readable?.value;
    return (this.known ??= identifyRow(this.raw.bytes, value, identityRule(this.profile)));
  }

  private parse(): ReadableRow | null {
    if (this.raw.size > this.raw.bytes.length) return null;
    try {
      const value: Json = JSON.parse(this.text);
      return new ReadableRow(value, this.profile);
    } catch {
      return null;
    }
  }
}

function textsIn(value: Json): string[] {
  const texts: string[] = [];
  for (const leaf of leavesOf([value])) if (typeof leaf === 'string') texts.push(leaf);
  return texts;
}

/** The texts, numbers and other single values within these, however deep. */
export function leavesOf(values: readonly Json[]): (string | number | boolean | null)[] {
  const leaves: (string | number | boolean | null)[] = [];
  const waiting: Json[] = values.toReversed();
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (typeof value !== 'object' || value === null) leaves.push(value);
    else for (const inner of Object.values(value).toReversed()) waiting.push(inner);
  }
  return leaves;
}
