import { useMemo } from 'preact/hooks';
import { recomputedIn } from '../../src/core/equality/recomputed';
import { spotChecked } from '../../src/core/equality/spot-check';
import type { SourceText } from '../../src/core/profile/reading';
import { Icon } from '../Icon';
import { Formula } from '../text/Formula';

/** What a step says of numbers, recomputed, and its rewritings with letters, tried at points: hints, which say so. */
export function StepRecomputed({ source: { text, dialect } }: { source: SourceText }) {
  const found = useMemo(() => recomputedIn(text, dialect), [text, dialect]);
  const { broken, holding } = useMemo(() => spotChecked(text, dialect), [text, dialect]);
  const doubted = found.filter(({ instead }) => instead !== '');
  return (
    <>
      {found.length > 0 && doubted.length === 0 && (
        <p class="remark num recomputed">
          {found.length === 1 ? 'recomputed: holds' : `${found.length} recomputed: all hold`}
        </p>
      )}
      {doubted.length > 0 && (
        <p class="remark num recomputed doubts">
          <Icon name="question" /> Hint, recomputed: {doubted.map(({ instead }) => instead).join('; ')}
        </p>
      )}
      {holding > 0 && broken.length === 0 && (
        <p class="remark num recomputed">
          {holding === 1 ? 'tried at points: holds' : `${holding} tried at points: all hold`}
        </p>
      )}
      {broken.map(({ tex, at }) => (
        <p class="remark num recomputed doubts">
          <Icon name="question" /> Hint, tried at points: <Formula tex={tex} display={false} /> does not hold
          at {at}; under a condition, or not at all
        </p>
      ))}
    </>
  );
}
