import { Icon } from '../Icon';
import { labelSigns } from './label-signs';
import type { Suggested } from './trace-columns';

/** What models say of a step that one has labelled: below its number, where nothing has to move for it. */
export function SuggestedLabels({ labels }: { labels: Suggested[] }) {
  return (
    <span class="suggested">
      {labels.map(({ by, value }) => {
        const words = `${by} suggests ${value}`;
        const sign = labelSigns.find((each) => each.value === value);
        return (
          <span class={value} role="img" aria-label={words} title={words}>
            <Icon name="sparkle" />
            <Icon name={sign?.icon ?? 'question'} />
          </span>
        );
      })}
    </span>
  );
}
