import { Button } from '../controls';
import { Icon } from '../Icon';
import type { StepAnswer } from './row-asking';

interface StepPlacesProps {
  answer: StepAnswer;
  current: boolean;
  onKey: ((key: string) => void) | undefined;
}

/** The places left of a step: its answers; while it is in hand, the keys of the question where there is room for them. */
export function StepPlaces({ answer, current, onKey }: StepPlacesProps) {
  const { words, tone, implied, choices } = answer;
  if (current && choices.length > 0)
    return (
      <span class="slots">
        {choices.map(({ key, title, on }) => (
          <Button
            look="label"
            class={`slot ${on ? 'on' : ''}`}
            name={title}
            title={`${title} (${key})`}
            pressed={on}
            onPress={() => onKey?.(key)}
          >
            <span class="key">{key}</span>
          </Button>
        ))}
      </span>
    );
  if (words === '') return <span class={`said ${tone === 'due' ? 'dots' : ''}`} />;
  const icon = tone === 'error' ? 'close' : tone === 'due' ? 'circle-large' : 'check';
  const name = implied ? `${words}, implied by the first error` : words;
  return (
    <span class={`said ${tone} ${implied ? 'implied' : ''}`} role="img" aria-label={name} title={name}>
      <Icon name={icon} /> <span class="words">{words}</span>
    </span>
  );
}
