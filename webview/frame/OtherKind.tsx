import type { Opening } from '../../src/protocol/page';
import { Act } from '../Act';
import { Icon } from '../Icon';
import { keepFocus } from './keep-focus';

/** What a file is that is no JSON Lines, and the way out: its rows below are not what its author meant. */
export function OtherKind({ kind }: { kind: Opening['otherKind'] }) {
  if (!kind) return null;
  return (
    <p class="other-kind" role="status" onMouseDown={keepFocus}>
      <Icon name="warning" />
      <span>{kind.sentence}</span>
      {kind.convertible && <Act of="convertFile">Convert</Act>}
    </p>
  );
}
