import type { EvidenceOpening } from '../../src/protocol/evidence-page';
import { EvidenceAct } from './EvidenceAct';
import type { HitFilter } from './hit-filter';

interface FilterBarProps {
  filter: HitFilter;
  opening: EvidenceOpening;
  /** How many hits it leaves, and of how many. */
  shown: number;
  all: number;
}

/** Which hits are shown, each choice with its key. */
export function FilterBar({ filter, opening: { kind, sources, duplicates }, shown, all }: FilterBarProps) {
  const source = filter.source === null ? undefined : sources[filter.source];
  const every = kind === 'duplicate' ? 'every file' : 'every benchmark';
  return (
    <div class="hit-filter" role="group" aria-label="Which hits are shown">
      <EvidenceAct of="chooseClass" pressed={filter.class !== null}>
        {filter.class ?? 'every class'}
      </EvidenceAct>
      {kind === 'contamination' && (
        <EvidenceAct of="chooseDecision" pressed={filter.decision !== null}>
          {filter.decision ?? 'remove and review'}
        </EvidenceAct>
      )}
      {sources.length > 1 && (
        <EvidenceAct of="chooseBenchmark" pressed={filter.source !== null}>
          {source?.name ?? every}
        </EvidenceAct>
      )}
      {duplicates && duplicates.leaks > 0 && (
        <EvidenceAct of="onlyLeaks" pressed={filter.leaks}>
          {filter.leaks ? 'over several splits' : 'every split'}
        </EvidenceAct>
      )}
      <EvidenceAct of="onlyUnjudged" pressed={filter.unjudged}>
        {filter.unjudged ? 'not judged' : 'judged or not'}
      </EvidenceAct>
      <span class="r num mut" role="status">
        {shown === all
          ? all.toLocaleString('en')
          : `${shown.toLocaleString('en')} of ${all.toLocaleString('en')}`}
      </span>
    </div>
  );
}
