import { Icon } from '../Icon';
import type { Suggested } from './trace-columns';

/** What models say of a step of which one has spoken: below its number, where nothing has to move for it. */
export function SuggestedLabels({ labels }: { labels: readonly Suggested[] }) {
  return (
    <span class="suggested">
      {labels.map(({ by, words, icon }) => {
        const name = `${by} suggests ${words}`;
        return (
          <span role="img" aria-label={name} title={name}>
            <Icon name="sparkle" />
            <Icon name={icon} />
          </span>
        );
      })}
    </span>
  );
}
