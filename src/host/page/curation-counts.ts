import type { Fold } from '../../core/annotation/fold';
import { CurationCount } from '../../core/review/curation';
import type { CurationCounts } from '../../core/review/curation';

/** By annotator; a fold that is read anew is counted anew. */
const counted = new WeakMap<Fold, Map<string, CurationCount>>();

/** How many rows an annotator accepted, rejected, fixed or skipped. `changed`: the key of a row of which something was decided since. */
export function curationCounts(fold: Fold, annotator: string, changed?: string): CurationCounts {
  const counts = counted.get(fold) ?? new Map<string, CurationCount>();
  counted.set(fold, counts);
  const known = counts.get(annotator);
  if (known && changed !== undefined) known.refresh(changed);
  const count = known ?? new CurationCount(fold, annotator);
  counts.set(annotator, count);
  return count.counts;
}
