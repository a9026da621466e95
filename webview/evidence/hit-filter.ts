import type { MatchClass } from '../../src/core/contamination/decision';
import type { EvidenceOpening, ListedHit } from '../../src/protocol/evidence-page';

/** Which hits are shown; null where any is. */
export interface HitFilter {
  class: MatchClass | null;
  decision: ListedHit['decision'] | null;
  /** Place of the benchmark among those of the check. */
  benchmark: number | null;
  /** Only those that nobody judged. */
  unjudged: boolean;
}

export const NO_FILTER: HitFilter = { class: null, decision: null, benchmark: null, unjudged: false };

export function fits(hit: ListedHit, filter: HitFilter): boolean {
  return (
    (filter.class === null || hit.class === filter.class) &&
    (filter.decision === null || hit.decision === filter.decision) &&
    (filter.benchmark === null || hit.benchmark === filter.benchmark) &&
    (!filter.unjudged || hit.judgement === null)
  );
}

/** What is shown, in words. */
export function filterWords(filter: HitFilter, { benchmarks }: EvidenceOpening): string {
  const name = filter.benchmark === null ? null : (benchmarks[filter.benchmark]?.name ?? null);
  const words = [filter.class, filter.decision, name].filter((word) => word !== null);
  return words.length === 0 ? 'of every class' : words.join(', ');
}
