import { paceOf } from '../../core/annotation/pace';
import { queuesOf } from '../../core/project/project';
import { goldScore, sumOfScores } from '../../core/queue/gold-score';
import type { LabelScore } from '../../core/queue/gold-score';
import { selfScore } from '../../core/queue/self-score';
import { wordQuestionsOf } from '../../core/scheme/scheme-in-force';
import { noCurations } from '../../core/review/curation';
import type { LastDecisions, OwnFigures, RowState } from '../../protocol/page';
import type { DatasetDocument } from '../document/dataset-document';
import { begunCount } from './begun-rows';
import { curationCounts } from './curation-counts';

export function ownFigures(document: DatasetDocument, annotator: string | null): OwnFigures {
  if (annotator === null)
    return { labelledRows: 0, begunRows: 0, pace: null, gold: null, self: null, curated: noCurations() };
  const { fold } = document.annotations;
  return {
    labelledRows: labelledRows(document, annotator),
    begunRows: begunCount(document, annotator),
    pace: paceOf(fold.newestFirst(annotator)),
    gold: sumOfScores(goldScores(document, annotator)),
    self: selfScoreOf(document, annotator),
    curated: curationCounts(fold, annotator),
  };
}

/** The figures after a decision on a row. What takes all rows that are gold or came twice is counted anew only if it is one of them. */
export function figuresAfter(
  document: DatasetDocument,
  key: string,
  annotator: string,
): Omit<OwnFigures, 'gold' | 'self'> & Pick<RowState, 'gold' | 'self'> {
  const { fold } = document.annotations;
  return {
    labelledRows: labelledRows(document, annotator),
    begunRows: begunCount(document, annotator),
    pace: paceOf(fold.newestFirst(annotator)),
    curated: curationCounts(fold, annotator, key),
    ...(isGold(document, key) ? { gold: sumOfScores(goldScores(document, annotator)) } : {}),
    ...(fold.rowsRepeatedBy(annotator).has(key) ? { self: selfScoreOf(document, annotator) } : {}),
  };
}

/** How many rows an annotator labelled by what is asked now. */
function labelledRows({ annotations: { fold }, inForce }: DatasetDocument, annotator: string): number {
  return fold.rowsLabelledBy(annotator, inForce.asks.scheme?.name ?? null).size;
}

export function goldScores(document: DatasetDocument, annotator: string | null): LastDecisions['gold'] {
  if (annotator === null) return [];
  const { project, uri, annotations } = document;
  return Object.entries(queuesOf(project, uri.fsPath)).flatMap(([queue, { gold }]) => {
    const isMeasure = gold !== undefined && gold !== annotator;
    const score = isMeasure ? goldScore(annotations.fold, gold, annotator, wordQuestionsOf(project)) : null;
    return score ? [{ ...score, queue }] : [];
  });
}

export function selfScoreOf(
  { annotations, project }: DatasetDocument,
  annotator: string | null,
): LabelScore | null {
  if (annotator === null) return null;
  return selfScore(annotations.fold, annotator, wordQuestionsOf(project));
}

function isGold({ project, uri, annotations }: DatasetDocument, key: string): boolean {
  const golds = Object.values(queuesOf(project, uri.fsPath)).flatMap(({ gold }) => gold ?? []);
  return golds.some((gold) => annotations.fold.rowsDecidedBy(gold).has(key));
}
