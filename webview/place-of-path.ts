import type { Step, Trace } from '../src/core/profile/reading';
import type { JsonPath } from '../src/core/row/json';
import type { Cursor } from './cursor';

/**
 * The step that a value at `path` belongs to; where several steps are cut out of one value, the one that has its letter `at`
 * (UTF-16 offset). Null when the value is none of a step.
 */
export function placeOfPath(traces: readonly Trace[], path: JsonPath, at: number): Cursor | null {
  for (const [trace, { steps }] of traces.entries()) {
    const about = ({ source }: Step) => within(path, source.path) || within(source.path, path);
    const isThere = (part: Step) => about(part) && at >= part.source.start && at < part.source.end;
    const parts = steps.map((step) => [step, ...(step.joined ?? [])]);
    const found = parts.findIndex((all) => all.some(isThere));
    const step = found === -1 ? parts.findIndex((all) => all.some(about)) : found;
    if (step !== -1) return { trace, step };
  }
  return null;
}

function within(path: JsonPath, outer: JsonPath): boolean {
  return outer.every((part, at) => part === path[at]);
}
