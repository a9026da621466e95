import { Act } from '../Act';
import { Icon } from '../Icon';

/** Labels that were given to an earlier text of the row: they stay until one says what becomes of them. */
export function DriftNotice({ labels }: { labels: number }) {
  if (labels === 0) return null;
  const words = labels === 1 ? 'One label of yours is' : `${labels} labels of yours are`;
  return (
    <p class="drift row-drift" role="status">
      <Icon name="warning" /> {words} of an earlier text of this row. <Act of="carryLabels">Still right</Act>{' '}
      <Act of="dropLabels">Drop</Act>
    </p>
  );
}
