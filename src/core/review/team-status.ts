import { isModel } from '../annotation/annotator-name';
import type { SignedDecision } from '../annotation/event';
import { flagThreads } from '../annotation/flag-thread';
import type { Fold } from '../annotation/fold';
import { isAnswer, isStepLabel } from '../annotation/label-kinds';
import { NO_WORD_QUESTIONS } from '../scheme/word-questions';
import type { WordQuestions } from '../scheme/word-questions';
import { curationsOf, noCurations } from './curation';
import type { CurationCounts } from './curation';
import { rowReview } from './row-review';
import type { RowReview } from './row-review';

/** What one annotator has said that stands. */
export interface MemberStatus {
  annotator: string;
  /** Rows of which anything was decided. */
  rows: number;
  steps: number;
  verdicts: number;
  answers: number;
  /** What this one settled of others. */
  settled: number;
  /** Rows that this one accepted, rejected, fixed or skipped. */
  curated: number;
  openFlags: number;
  /** ISO 8601; of the last event, taken back or not. */
  last: string;
}

/** Who of a team said how much of a dataset, by name, and how its rows stand among them. */
export interface TeamStatus {
  members: MemberStatus[];
  rows: Record<RowReview, number>;
  /** Rows, by what the last reviewer made of them. */
  curated: CurationCounts;
}

/** From the logs alone: rows that nobody spoke of are in no figure. */
export function teamStatus(fold: Fold, words: WordQuestions = NO_WORD_QUESTIONS): TeamStatus {
  const members = new Map(fold.annotators.map((annotator) => [annotator, emptyStatus(fold, annotator)]));
  const rows: TeamStatus['rows'] = { alone: 0, agreed: 0, disputed: 0, settled: 0 };
  const curated = noCurations();
  for (const key of fold.rowKeys) {
    const standing = fold.standing(key);
    for (const decision of standing) count(members.get(decision.annotator), decision);
    for (const { flag, open } of flagThreads(standing)) {
      const member = members.get(flag.annotator);
      if (member && open) member.openFlags++;
    }
    const review = rowReview(standing, words);
    if (review) rows[review]++;
    const last = curationsOf(standing).at(-1);
    if (last) curated[last.value.verdict]++;
  }
  return { members: [...members.values()].toSorted(byName), rows, curated };
}

function emptyStatus(fold: Fold, annotator: string): MemberStatus {
  const [newest] = fold.newestFirst(annotator);
  return {
    ...{ annotator, rows: fold.rowsDecidedBy(annotator).size, steps: 0, verdicts: 0, answers: 0, settled: 0 },
    ...{ curated: 0, openFlags: 0, last: newest?.time ?? '' },
  };
}

function count(member: MemberStatus | undefined, decision: SignedDecision): void {
  if (!member) return;
  if (isAnswer(decision)) member.answers++;
  else if (isStepLabel(decision)) member.steps++;
  else if (decision.what === 'verdict') member.verdicts++;
  else if (decision.what === 'adjudication') member.settled++;
  else if (decision.what === 'curation') member.curated++;
}

/** People before models. */
function byName(a: MemberStatus, b: MemberStatus): number {
  const models = Number(isModel(a.annotator)) - Number(isModel(b.annotator));
  return models || (a.annotator < b.annotator ? -1 : 1);
}

/** The status as lines of text, a line an annotator, in columns. */
export function teamStatusWords({ members, rows, curated }: TeamStatus): string {
  const head = [
    'annotator',
    'rows',
    'steps',
    'verdicts',
    'answers',
    'settled',
    'curated',
    'open flags',
    'last',
  ];
  const lines = members.map(({ last, ...member }) => [
    ...Object.values(member).map(String),
    last.slice(0, 16),
  ]);
  const table = inColumns([head, ...lines]);
  const sum = `Rows: ${rows.disputed} disputed, ${rows.agreed} agreed on, ${rows.settled} settled, ${rows.alone} labelled by one.`;
  const { accepted, rejected, fixed, skipped } = curated;
  const made = `Reviewed: ${accepted} accepted, ${rejected} rejected, ${fixed} fixed, ${skipped} skipped.`;
  return `${table}\n\n${sum}\n${accepted + rejected + fixed + skipped > 0 ? `${made}\n` : ''}`;
}

/** Numbers at the right of their column, the first one's names at the left. */
function inColumns(lines: readonly string[][]): string {
  const widths = (lines[0] ?? []).map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)));
  const padded = (word: string, at: number) =>
    at === 0 ? word.padEnd(widths[at] ?? 0) : word.padStart(widths[at] ?? 0);
  return lines.map((line) => line.map(padded).join('  ')).join('\n');
}
