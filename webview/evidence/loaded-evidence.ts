import { readRow } from '../../src/core/profile/read-row';
import { emptyReading } from '../../src/core/profile/reading';
import type { Reading, SourceText, Trace } from '../../src/core/profile/reading';
import type { Profile } from '../../src/core/profile/profile';
import { pathText } from '../../src/core/row/json';
import { decodeRow, parseRow } from '../../src/core/row/parse';
import type { EvidenceOpening, HitEvidence, ListedHit } from '../../src/protocol/evidence-page';
import type { Mark } from '../text/mark';
import { longRuns, marksInField, marksInProblem } from './hit-marks';
import type { NumberedRun } from './hit-marks';

/** A text with what is marked in it. */
export interface MarkedText {
  source: SourceText;
  marks: Mark[];
}

/** A row or an item as it is shown. */
export interface EvidenceSide {
  problem: MarkedText[];
  answer: SourceText | null;
  solution: SourceText[];
}

/** A hit's evidence as the page works with it. */
export interface LoadedEvidence extends Pick<
  HitEvidence,
  'answers' | 'others' | 'twins' | 'drifted' | 'group'
> {
  hit: ListedHit;
  row: EvidenceSide;
  item: EvidenceSide;
  /** Where the row holds the item, where that is not its problem: whose words these are, and the words. */
  found: { words: string; texts: MarkedText[] } | null;
  /** The field of the row; null where the whole problem was compared. */
  field: string | null;
  runs: NumberedRun[];
  /** Numbers that differ. */
  numbers: HitEvidence['numbers'];
}

export function loadEvidence(
  hit: ListedHit,
  evidence: HitEvidence,
  { profile, sources }: EvidenceOpening,
): LoadedEvidence {
  const { path, numbers, answers, others, twins, drifted, group } = evidence;
  const [row, item] = [
    readBytes(evidence.row, profile),
    readBytes(evidence.item, sources[hit.source]?.profile),
  ];
  const runs = longRuns(evidence.runs);
  const inField = (texts: SourceText[]) =>
    texts.map((source) => ({ source, marks: marksInField(source, path ?? [], evidence.runs, numbers) }));
  const inProblem = (problem: SourceText[], side: 'item' | 'row') =>
    marksInProblem(problem, evidence.runs, numbers, side);
  return {
    hit,
    row: sideOf(row, path ? inField(row.problem) : inProblem(row.problem, 'row')),
    item: sideOf(item, inProblem(item.problem, 'item')),
    found: path && foundElsewhere(row, pathText(path), inField),
    field: path && pathText(path),
    runs,
    numbers,
    answers,
    others,
    twins,
    drifted,
    group,
  };
}

function readBytes(bytes: ArrayBuffer, profile: Profile | undefined): Reading {
  const parsed = parseRow(decodeRow(new Uint8Array(bytes)));
  return profile && parsed.kind === 'value' ? readRow(parsed.value, profile) : emptyReading();
}

function sideOf({ answers, traces }: Reading, problem: MarkedText[]): EvidenceSide {
  const reference = traces.find(({ kind }) => kind === 'reference');
  return { problem, answer: answers[0] ?? null, solution: stepsOf(reference) };
}

function stepsOf(trace: Trace | undefined): SourceText[] {
  return trace?.steps.map(({ source }) => source) ?? [];
}

/** The hint, turn or solution in which an item was found. */
function foundElsewhere(
  { problem, hints, context, traces }: Reading,
  field: string,
  inField: (sources: SourceText[]) => MarkedText[],
): LoadedEvidence['found'] {
  const is = ({ path }: SourceText) => pathText(path) === field;
  if (problem.some(is)) return null;
  const hint = hints.flatMap((each) => (each.kind === 'text' && is(each.source) ? [each.source] : []));
  if (hint.length > 0) return { words: 'Hint', texts: inField(hint) };
  const turns = context.filter(({ source }) => is(source));
  if (turns[0])
    return { words: `Turn of ${turns[0].speaker}`, texts: inField(turns.map(({ source }) => source)) };
  const trace = traces.find(({ steps }) => steps.some(({ source }) => is(source)));
  if (!trace) return null;
  const words = trace.kind === 'reference' ? 'Solution' : `Solution of ${trace.author}`;
  return { words, texts: inField(stepsOf(trace).filter(is)) };
}
