import type { HitClass } from '../../src/core/contamination/match-classes';
import type { EvidenceOpening, ListedHit } from '../../src/protocol/evidence-page';

/** Which hits are shown; null where any is. */
export interface HitFilter {
  class: HitClass | null;
  decision: ListedHit['decision'] | null;
  /** Place of the benchmark or file among those of the check. */
  source: number | null;
  /** Only those in groups over several splits. */
  leaks: boolean;
  /** Only those that nobody judged. */
  unjudged: boolean;
}

export const NO_FILTER: HitFilter = {
  class: null,
  decision: null,
  source: null,
  leaks: false,
  unjudged: false,
};

export function fits(hit: ListedHit, filter: HitFilter): boolean {
  return (
    (filter.class === null || hit.class === filter.class) &&
    (filter.decision === null || hit.decision === filter.decision) &&
    (filter.source === null || hit.source === filter.source) &&
    (!filter.leaks || hit.group?.leak === true) &&
    (!filter.unjudged || hit.judgement === null)
  );
}

/** What is shown, in words. */
export function filterWords(filter: HitFilter, { sources }: EvidenceOpening): string {
  const name = filter.source === null ? null : (sources[filter.source]?.name ?? null);
  const leaks = filter.leaks ? 'over several splits' : null;
  const words = [filter.class, filter.decision, name, leaks].filter((word) => word !== null);
  return words.length === 0 ? 'of every class' : words.join(', ');
}
