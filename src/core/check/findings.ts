import { WORST_FIRST } from './finding';
import type { Finding, Severity } from './finding';

/** A file with more findings than this is broken as a whole: more of the same would only fill the memory. */
const MOST_KEPT = 5000;
/** Of so many rows it is known that something was found, and by which rules. */
const MOST_NOTED = 1_000_000;

/** The findings of one dataset by row. Beyond a bound they are only counted. */
export class Findings {
  private readonly byRow = new Map<number, Finding[]>();
  private readonly rulesByRow = new Map<number, string[]>();
  /** The worst of those that are only counted. */
  private readonly worstCounted = new Map<number, Severity>();
  /** How many are kept. */
  kept = 0;
  /** All findings, kept or not. */
  total = 0;

  /** Takes a batch in, and returns the rows it touches. */
  add(batch: Finding[]): number[] {
    const rows = new Set<number>();
    for (const finding of batch) {
      this.total++;
      this.note(finding);
      if (this.kept >= MOST_KEPT) {
        this.count(finding);
        continue;
      }
      const list = this.byRow.get(finding.row);
      if (list) list.push(finding);
      else this.byRow.set(finding.row, [finding]);
      this.kept++;
      rows.add(finding.row);
    }
    return [...rows];
  }

  /** Forgets what a check found. Returns the rows that it touches. */
  drop(check: string): number[] {
    const rows: number[] = [];
    for (const [row, findings] of this.byRow) {
      const left = findings.filter((finding) => finding.check !== check);
      if (left.length === findings.length) continue;
      this.kept -= findings.length - left.length;
      if (left.length > 0) this.byRow.set(row, left);
      else this.byRow.delete(row);
      rows.push(row);
    }
    for (const [row, rules] of this.rulesByRow) {
      const left = rules.filter((rule) => !rule.startsWith(`${check}/`));
      if (left.length > 0) this.rulesByRow.set(row, left);
      else this.rulesByRow.delete(row);
    }
    return rows;
  }

  /** The rules of each row's findings, for many more rows than findings are kept of. */
  get rules(): ReadonlyMap<number, readonly string[]> {
    return this.rulesByRow;
  }

  private note({ row, rule }: Finding): void {
    const rules = this.rulesByRow.get(row);
    if (!rules && this.rulesByRow.size < MOST_NOTED) this.rulesByRow.set(row, [rule]);
    else if (rules && !rules.includes(rule)) rules.push(rule);
  }

  private count({ row, severity }: Finding): void {
    const before = this.worstCounted.get(row);
    if (before === undefined && this.worstCounted.size >= MOST_NOTED) return;
    const worst = WORST_FIRST.find((each) => each === before || each === severity);
    if (worst) this.worstCounted.set(row, worst);
  }

  /** The worst of a row's findings that are not kept; null where all are. */
  worstBeyond(row: number): Severity | null {
    return this.worstCounted.get(row) ?? null;
  }

  of(row: number): Finding[] {
    return this.byRow.get(row) ?? [];
  }

  /** Those that are kept, by row. */
  all(): Finding[] {
    return [...this.byRow.entries()].toSorted(([a], [b]) => a - b).flatMap(([, findings]) => findings);
  }
}
