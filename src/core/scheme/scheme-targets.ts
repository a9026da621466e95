import type { AnswerTarget, Decision } from '../annotation/event';
import { stepTarget } from '../cut/step-target';
import { tracesToLabel } from '../annotation/labelling';
import type { Reading, Reference, SourceText } from '../profile/reading';
import { regionTargets } from './region-targets';
import type { SchemeTarget } from './scheme';

/**
 * The parts of a row that a scheme's questions are about, in the order in which they are asked. Pairs need the row's links. `decisions`:
 * what stands, for the regions that were drawn.
 */
export function targetsIn(
  reading: Reading,
  target: Exclude<SchemeTarget, 'pair'>,
  decisions: readonly Decision[],
): AnswerTarget[] {
  switch (target) {
    case 'row':
      return [{ kind: 'row' }];
    case 'problem':
      return problemsIn(reading).slice(0, 1);
    case 'hint':
      return reading.hints.map((hint, at) => partOf('hint', hint, at));
    case 'concept':
      return reading.concepts.map((concept, at) => partOf('concept', concept, at));
    case 'trace':
      return tracesToLabel(reading.traces).map(({ id }) => ({ kind: 'trace', trace: id }));
    case 'region':
      return regionTargets(reading, decisions);
    case 'step':
      return tracesToLabel(reading.traces).flatMap((trace) =>
        trace.steps.flatMap((_, step) => stepTarget(trace, step) ?? []),
      );
  }
}

function problemsIn({ problem, problemIds }: Reading): AnswerTarget[] {
  const texts = problem.map((source): Reference => ({ kind: 'text', source }));
  return [...texts, ...problemIds].map((reference, at) => partOf('problem', reference, at));
}

/** A part that stands in another file is known by its id. */
function partOf(kind: 'problem' | 'hint' | 'concept', reference: Reference, at: number): AnswerTarget {
  const { path, start, end }: Pick<SourceText, 'path' | 'start' | 'end'> =
    reference.kind === 'text'
      ? reference.source
      : { path: reference.path, start: 0, end: reference.id.length };
  return { kind, at, path, start, end };
}
