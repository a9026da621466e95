import { partingStep } from '../../src/core/compare/parting-step';
import type { Reading } from '../../src/core/profile/reading';
import { pathKey } from './field-roles';

/** Where the traces of two versions of a row part for the first time: the step (0-based), by `pathKey` of the field that has it. */
export function partingsOf(older: Reading, newer: Reading): Map<string, number> {
  const partings = new Map<string, number>();
  for (const trace of newer.traces) {
    const before = older.traces.find(({ id }) => id === trace.id);
    const at = before ? partingStep(before, trace) : null;
    const step = at === null ? undefined : (trace.steps[at] ?? before?.steps[at]);
    if (at !== null && step) partings.set(pathKey(step.source.path), at);
  }
  return partings;
}
