import { WORST_FIRST } from '../../src/core/check/finding';
import type { Severity } from '../../src/core/check/finding';
import { Icon } from '../Icon';
import { SEVERITY_ICONS } from '../severity-icons';

interface FindingsBadgeProps {
  /** More than are listed, where not all are. */
  count: number;
  listed: readonly { severity: Severity }[];
}

/** How many findings a row has, with the sign of the worst. */
export function FindingsBadge({ count, listed }: FindingsBadgeProps) {
  const worst = WORST_FIRST.find((each) => listed.some(({ severity }) => severity === each));
  if (!worst) return null;
  const words = count === 1 ? '1 finding' : `${count} findings`;
  return (
    <span class={`badge finding ${worst}`} role="img" aria-label={words} title={words}>
      <Icon name={SEVERITY_ICONS[worst]} />
    </span>
  );
}
