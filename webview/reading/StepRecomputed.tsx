import { useMemo } from 'preact/hooks';
import { recomputedIn } from '../../src/core/equality/recomputed';
import type { SourceText } from '../../src/core/profile/reading';
import { Icon } from '../Icon';

/** What a step says of numbers, recomputed: a hint, which says so. Nothing where there is nothing to recompute. */
export function StepRecomputed({ source }: { source: SourceText }) {
  const found = useMemo(() => recomputedIn(source.text, source.dialect), [source.text, source.dialect]);
  const doubted = found.filter(({ instead }) => instead !== '');
  if (found.length === 0) return null;
  if (doubted.length === 0)
    return (
      <p class="remark num recomputed">
        {found.length === 1 ? 'recomputed: holds' : `${found.length} recomputed: all hold`}
      </p>
    );
  return (
    <p class="remark num recomputed doubts">
      <Icon name="question" /> Hint, recomputed: {doubted.map(({ instead }) => instead).join('; ')}
    </p>
  );
}
