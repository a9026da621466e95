import type { AnswerValue } from '../scheme/asked-questions';
import type { AnswerTarget, RegionTarget, SignedDecision, StepTarget } from '../annotation/event';
import { isModel } from '../annotation/annotator-name';
import { isAnswer, isStepLabel } from '../annotation/label-kinds';
import { placeOf } from '../annotation/target-place';
import { NO_WORD_QUESTIONS } from '../scheme/word-questions';
import type { WordQuestions } from '../scheme/word-questions';
import { reviewAnswers } from './answer-review';
import { reviewRow } from './trace-review';
import type { Reviewed, Standing } from './trace-review';

/** Who said what, when, of which bytes. */
interface Source {
  annotator: string;
  /** A label, a verdict, or the answer to a question. */
  value: AnswerValue;
  time: string;
  /** Why, where that was said. */
  rationale?: string;
  /** Content hash of the row that was seen. */
  hash: string;
}

/** What a step, a verdict or an answer comes to among all annotators, and where that comes from. */
export interface LabelRecord {
  target: Pick<AnswerTarget, 'kind'>;
  /** The region of an image that it is about. */
  region?: RegionTarget;
  /** Null where the row itself or a part of it is meant. */
  trace: string | null;
  /** 0-based; null for what is about no step. */
  step: number | null;
  /** Where an annotator cut the trace otherwise than the dataset: the piece that begins in the step. */
  piece: StepTarget['piece'] | null;
  /** `scheme/question`; null for labels without a scheme. */
  question: string | null;
  standing: Standing;
  /** Null while people differ and nobody settled it. */
  value: AnswerValue | null;
  said: Source[];
  /** The adjudication, where there is one. */
  settled: Source | null;
}

/** The records of one row. `standing`: what stands of it, oldest first. Models' labels are in none. */
export function labelRecords(
  standing: readonly SignedDecision[],
  words: WordQuestions = NO_WORD_QUESTIONS,
): LabelRecord[] {
  const events = new Map(standing.map((event) => [event.id, event]));
  return [
    ...traceRecords(standing, events),
    ...pieceRecords(standing, events),
    ...answerRecords(standing, events, words),
  ];
}

type Events = ReadonlyMap<string, SignedDecision>;

function traceRecords(standing: readonly SignedDecision[], events: Events): LabelRecord[] {
  return reviewRow(standing).flatMap(({ trace, steps, verdict }) => [
    ...steps.flatMap((step, at) =>
      recordOf(step, { target: { kind: 'step' }, trace, step: at, piece: null, question: null }, events),
    ),
    ...recordOf(
      verdict,
      { target: { kind: 'trace' }, trace, step: null, piece: null, question: null },
      events,
    ),
  ]);
}

/** Labels of what annotators cut otherwise: each piece by itself, for those who have the same one. */
function pieceRecords(standing: readonly SignedDecision[], events: Events): LabelRecord[] {
  const pieces = new Map<
    string,
    { target: StepTarget; said: Map<string, { value: AnswerValue; id: string }> }
  >();
  for (const decision of standing) {
    if (!isStepLabel(decision) || !decision.target.piece || isModel(decision.annotator)) continue;
    const place = placeOf(decision.target);
    const piece = pieces.get(place) ?? { target: decision.target, said: new Map() };
    pieces.set(place, piece);
    piece.said.set(decision.annotator, { value: decision.value, id: decision.id });
  }
  return [...pieces.values()].flatMap(({ target, said }) => {
    const { trace, step, piece = null } = target;
    const values = new Set([...said.values()].map(({ value }) => value));
    const state = values.size > 1 ? 'disputed' : said.size > 1 ? 'agreed' : 'alone';
    const place = { target: { kind: 'step' as const }, trace, step, piece, question: null };
    return recordOf({ said, settled: null, standing: state }, place, events);
  });
}

function answerRecords(
  standing: readonly SignedDecision[],
  events: Events,
  words: WordQuestions,
): LabelRecord[] {
  return reviewAnswers(standing, words).flatMap((review) => {
    const { target, scheme, question } = review;
    const place = {
      ...{ target, question: `${scheme}/${question}` },
      trace: 'trace' in target ? target.trace : null,
      step: target.kind === 'step' ? target.step : null,
      piece: (target.kind === 'step' && target.piece) || null,
      ...(target.kind === 'region' ? { region: target } : {}),
    };
    return recordOf(review, place, events);
  });
}

interface Settling {
  said: ReadonlyMap<string, { value: AnswerValue; id: string }>;
  settled: { value: AnswerValue; id: string } | null;
  standing: Reviewed['standing'];
}

/** None where nobody said anything. */
function recordOf(
  { said, settled, standing }: Settling,
  place: Pick<LabelRecord, 'target' | 'trace' | 'step' | 'piece' | 'region' | 'question'>,
  events: Events,
): LabelRecord[] {
  const sources = [...said.values()].flatMap((each) => sourceOf(each, events));
  const ruling = settled ? (sourceOf(settled, events)[0] ?? null) : null;
  if (sources.length === 0 && !ruling) return [];
  const alike = standing === 'agreed' || standing === 'alone' ? (sources[0]?.value ?? null) : null;
  return [{ ...place, standing, value: ruling ? ruling.value : alike, said: sources, settled: ruling }];
}

function sourceOf({ value, id }: { value: Source['value']; id: string }, events: Events): Source[] {
  const event = events.get(id);
  if (!event) return [];
  const why = isAnswer(event) && event.rationale !== undefined ? { rationale: event.rationale } : {};
  return [{ annotator: event.annotator, value, ...why, time: event.time, hash: event.row.hash }];
}
