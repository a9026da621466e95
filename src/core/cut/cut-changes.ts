import type { TraceCut } from '../annotation/event';
import type { Step, Trace } from '../profile/reading';
import { cutPlaces } from './cut-places';

/** A place at which a step can be divided, and the cut of the trace that this gives. */
export interface Division {
  /** Which of the step's parts it stands in: 0, or of a step that was joined more. */
  part: number;
  /** UTF-16 offset in that part's text; 0 parts what was joined. */
  at: number;
  /** A sentence, a clause, a line or a part begins there; else only a word. */
  begins: boolean;
  cut: TraceCut;
}

export const AS_THE_DATASET: TraceCut = { splits: [], joins: [] };

/** All places at which a step of a trace can be divided, in their order. `cut`: the trace's cut as it is. */
export function divisionsOf(trace: Trace, at: number, cut: TraceCut): Division[] {
  const step = trace.steps[at];
  if (!step) return [];
  const own = (trace.uncut ?? trace).steps;
  return [step, ...(step.joined ?? [])].flatMap((part, place): Division[] => {
    const number = part.cut?.step ?? at;
    const whole = own[number];
    if (!whole) return [];
    const from = part.cut?.piece?.from ?? 0;
    const first = part.source.start - whole.source.start;
    const inside = cutPlaces(whole)
      .filter((each) => each.at > first && each.at < first + part.source.text.length)
      .map((each) => ({
        ...{ part: place, at: each.at - first, begins: each.begins },
        cut: { ...cut, splits: inOrder([...cut.splits, { step: number, at: each.at }]) },
      }));
    const parting =
      place === 0 || from > 0 ? [] : [{ part: place, at: 0, begins: true, cut: without(cut, number) }];
    return [...parting, ...inside];
  });
}

/** The cut of a trace in which a step belongs to the one before it; in words why there is none. */
export function joinedBefore(trace: Trace, at: number, cut: TraceCut): TraceCut | string {
  const [before, step] = [trace.steps[at - 1], trace.steps[at]];
  if (!step) return 'No step is in hand.';
  if (!before) return 'No step comes before this one.';
  if (kindOf(before) !== kindOf(step))
    return 'Steps of prose, of a program and of what it printed are not joined.';
  const number = step.cut?.step ?? at;
  const from = step.cut?.piece?.from ?? 0;
  if (from === 0) return { ...cut, joins: [...cut.joins, number].toSorted((a, b) => a - b) };
  return { ...cut, splits: cut.splits.filter((split) => split.step !== number || split.at !== from) };
}

function kindOf({ form, speaker }: Step): string {
  return `${form ?? ''} ${speaker ?? ''}`;
}

function without(cut: TraceCut, step: number): TraceCut {
  return { ...cut, joins: cut.joins.filter((join) => join !== step) };
}

function inOrder(splits: TraceCut['splits']): TraceCut['splits'] {
  return splits.toSorted((a, b) => a.step - b.step || a.at - b.at);
}
