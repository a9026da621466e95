import type { DifferenceKind } from '../../src/core/compare/difference';
import type { CompareAction } from '../../src/protocol/compare-page';
import { Icon } from '../Icon';

/** A kind of difference as people see it. */
interface KindSign {
  kind: DifferenceKind;
  icon: string;
  word: string;
  action: CompareAction;
}

export const kindSigns: readonly KindSign[] = [
  { kind: 'added', icon: 'diff-added', word: 'added', action: 'toggleAdded' },
  { kind: 'removed', icon: 'diff-removed', word: 'removed', action: 'toggleRemoved' },
  { kind: 'changed', icon: 'diff-modified', word: 'changed', action: 'toggleChanged' },
  { kind: 'moved', icon: 'diff-renamed', word: 'moved', action: 'toggleMoved' },
];

/** The sign of a kind, with its word for those who do not see it. */
export function KindIcon({ kind, named = false }: { kind: DifferenceKind; named?: boolean }) {
  const icon = kindSigns.find((sign) => sign.kind === kind)?.icon ?? 'diff';
  return named ? (
    <span class={`kind ${kind}`} role="img" aria-label={kind} title={kind}>
      <Icon name={icon} />
    </span>
  ) : (
    <span class={`kind ${kind}`}>
      <Icon name={icon} />
    </span>
  );
}
