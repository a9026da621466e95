import type { FindingVerdict } from '../annotation/finding-verdict';
import { isSettled } from '../annotation/finding-verdict';
import { pathText } from '../row/json';
import type { Finding, Severity } from './finding';

/** A finding, and what reviewers came to about it. */
export interface JudgedFinding {
  finding: Finding;
  verdict: FindingVerdict | null;
}

export const groupings = ['rule', 'severity', 'file'] as const;
export type Grouping = (typeof groupings)[number];

export interface FindingGroup {
  by: Grouping;
  /** The rule, the severity, or the file. */
  name: string;
  /** The worst in it. */
  severity: Severity;
  /** By row. */
  findings: JudgedFinding[];
  /** How many of them nobody has settled. */
  open: number;
}

/** What of the findings is shown. */
export interface FindingFilter {
  /** Words that must all stand in the rule, the message, the field or the evidence; their case does not matter. */
  text: string;
  /** Also what was judged a false alarm or accepted. */
  settledToo: boolean;
}

const RANK: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/**
 * Findings of a file in groups: the worst first, then the largest. Rows within a group ascend. What is settled counts for the order of the
 * groups though it is not shown: a verdict moves none.
 */
export function groupFindings(
  findings: readonly JudgedFinding[],
  by: Grouping,
  filter: FindingFilter,
  file = '',
): FindingGroup[] {
  const groups = new Map<string, FindingGroup>();
  const ranks = new Map<string, Rank>();
  for (const judged of findings) {
    const name = by === 'file' ? file : judged.finding[by];
    if (!hasWords(judged, filter)) continue;
    ranks.set(name, rankWith(ranks.get(name), judged));
    if (!filter.settledToo && isSettled(judged.verdict)) continue;
    const group = groups.get(name) ?? { by, name, severity: 'info', findings: [], open: 0 };
    groups.set(name, group);
    take(group, judged);
  }
  for (const group of groups.values()) group.findings.sort((a, b) => a.finding.row - b.finding.row);
  const rankOf = ({ name }: FindingGroup) => ranks.get(name) ?? NO_RANK;
  return [...groups.values()].toSorted(
    (a, b) => rankOf(a).severity - rankOf(b).severity || rankOf(b).count - rankOf(a).count,
  );
}

/** How many of the findings that nobody has settled have each severity. */
export function countOpen(findings: readonly JudgedFinding[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  for (const { finding, verdict } of findings) if (!isSettled(verdict)) counts[finding.severity]++;
  return counts;
}

/** What the order of groups goes by: the worst of their findings, and how many they are. */
interface Rank {
  severity: number;
  count: number;
}

const NO_RANK: Rank = { severity: RANK.info, count: 0 };

function rankWith({ severity, count }: Rank = NO_RANK, { finding }: JudgedFinding): Rank {
  return { severity: Math.min(severity, RANK[finding.severity]), count: count + 1 };
}

function take(group: FindingGroup, judged: JudgedFinding): void {
  group.findings.push(judged);
  if (!isSettled(judged.verdict)) group.open++;
  if (RANK[judged.finding.severity] < RANK[group.severity]) group.severity = judged.finding.severity;
}

function hasWords({ finding }: JudgedFinding, { text }: FindingFilter): boolean {
  if (text.trim() === '') return true;
  const { rule, message, path, evidence } = finding;
  const words = `${rule} ${message} ${pathText(path)} ${evidence}`.toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => words.includes(word));
}
