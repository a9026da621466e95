import type { ContaminationVerdict } from '../annotation/event';
import { wilsonInterval } from '../measure/wilson';
import { HIT_CLASSES } from './match-classes';
import type { HitClass } from './match-classes';

/** How well the hits of a class stand up to those who look at them. */
export interface ClassPrecision {
  class: HitClass;
  hits: number;
  judged: number;
  /** Judged to be anything but a false alarm. */
  real: number;
  /** Of `real` among `judged`, at 95 %; null where nothing was judged. */
  interval: { low: number; high: number } | null;
}

/** By class, those that were found, the surest first. */
export function precisionByClass(
  hits: readonly { class: HitClass; verdict: ContaminationVerdict | null }[],
): ClassPrecision[] {
  return HIT_CLASSES.flatMap((kind) => {
    const verdicts = hits.flatMap((hit) => (hit.class === kind ? [hit.verdict] : []));
    if (verdicts.length === 0) return [];
    const judged = verdicts.filter((verdict) => verdict !== null);
    const real = judged.filter((verdict) => verdict !== 'false-alarm').length;
    const interval = judged.length > 0 ? wilsonInterval(real, judged.length) : null;
    return [{ class: kind, hits: verdicts.length, judged: judged.length, real, interval }];
  });
}
