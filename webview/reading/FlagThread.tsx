import type { StandingDecision } from '../../src/protocol/page';
import { Icon } from '../Icon';

/** The flags on one target, a line each. */
export function FlagThread({ flags }: { flags: StandingDecision[] }) {
  return flags.map(({ decision }) =>
    decision.what === 'flag' ? (
      <div class="thread">
        <p>
          <Icon name="tag" /> <b>Flag: {decision.value.category}</b>{' '}
          <span class="mut">
            {decision.value.severity}, {decision.annotator}
          </span>
        </p>
        {decision.value.comment && <p>{decision.value.comment}</p>}
      </div>
    ) : null,
  );
}
