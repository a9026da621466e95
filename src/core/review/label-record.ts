import type { AnswerValue } from '../scheme/asked-questions';
import type { AnswerTarget, SignedDecision } from '../annotation/event';
import { reviewAnswers } from './answer-review';
import { reviewRow } from './trace-review';
import type { Reviewed, Standing } from './trace-review';

/** Who said what, when, of which bytes. */
interface Source {
  annotator: string;
  /** A label, a verdict, or the answer to a question. */
  value: AnswerValue;
  time: string;
  /** Content hash of the row that was seen. */
  hash: string;
}

/** What a step, a verdict or an answer comes to among all annotators, and where that comes from. */
export interface LabelRecord {
  target: Pick<AnswerTarget, 'kind'>;
  /** Null where the row itself or a part of it is meant. */
  trace: string | null;
  /** 0-based; null for what is about no step. */
  step: number | null;
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
export function labelRecords(standing: readonly SignedDecision[]): LabelRecord[] {
  const events = new Map(standing.map((event) => [event.id, event]));
  return [...traceRecords(standing, events), ...answerRecords(standing, events)];
}

type Events = ReadonlyMap<string, SignedDecision>;

function traceRecords(standing: readonly SignedDecision[], events: Events): LabelRecord[] {
  return reviewRow(standing).flatMap(({ trace, steps, verdict }) => [
    ...steps.flatMap((step, at) =>
      recordOf(step, { target: { kind: 'step' }, trace, step: at, question: null }, events),
    ),
    ...recordOf(verdict, { target: { kind: 'trace' }, trace, step: null, question: null }, events),
  ]);
}

function answerRecords(standing: readonly SignedDecision[], events: Events): LabelRecord[] {
  return reviewAnswers(standing).flatMap((review) => {
    const { target, scheme, question } = review;
    const place = {
      ...{ target, question: `${scheme}/${question}` },
      trace: 'trace' in target ? target.trace : null,
      step: target.kind === 'step' ? target.step : null,
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
  place: Pick<LabelRecord, 'target' | 'trace' | 'step' | 'question'>,
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
  return event ? [{ annotator: event.annotator, value, time: event.time, hash: event.row.hash }] : [];
}
