import { useContext } from 'preact/hooks';
import type { StepLabel } from '../../src/core/annotation/event';
import { actions } from '../../src/protocol/actions';
import { Acting } from '../acting';
import { Button } from '../controls';
import { Icon } from '../Icon';
import { labelSigns } from './label-signs';

/** One label by shape, colour and name. */
export function LabelSign({ value, implied = false }: { value: StepLabel; implied?: boolean }) {
  const sign = labelSigns.find((each) => each.value === value);
  const name = implied ? `${value}, implied by the first error` : value;
  return (
    <span class={`slot ${value} on ${implied ? 'implied' : ''}`} role="img" aria-label={name} title={name}>
      <Icon name={sign?.icon ?? 'question'} />
    </span>
  );
}

/** The four places of a step: buttons while it is the current one, its label in its own place after. */
export function LabelPlaces(props: {
  label: StepLabel | null;
  implied: boolean;
  current: boolean;
  asked: boolean;
}) {
  const { label, implied, current, asked } = props;
  const act = useContext(Acting);
  if (!asked && label === null) return <span class="slots" />;
  return (
    <div class="slots">
      {labelSigns.map((sign) => {
        if (current && act) {
          return (
            <Button
              look="label"
              class={`slot ${sign.value} ${label === sign.value ? 'on' : ''}`}
              name={sign.value}
              title={`${actions[sign.action].title} (${actions[sign.action].cap})`}
              pressed={label === sign.value}
              onPress={() => act(sign.action)}
            >
              <Icon name={sign.icon} />
            </Button>
          );
        }
        if (label === sign.value) return <LabelSign value={label} implied={implied} />;
        return <span class={label === null ? 'slot dot' : 'slot'} aria-hidden="true" />;
      })}
    </div>
  );
}
