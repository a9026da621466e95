import { placeOf } from '../../src/core/annotation/target-place';
import type { Decision, RegionTarget } from '../../src/core/annotation/event';
import type { Session } from '../session';

type RegionValue = Extract<Decision, { what: 'region' }>['value'];

/** Draws a region of an image, or takes it off with all that one said of it. */
export async function markRegion(session: Session, target: RegionTarget, value: RegionValue): Promise<void> {
  const said = value.on ? [] : ownSaidOf(session, target);
  const dropped: Decision[] = said.length > 0 ? [{ what: 'drop', target, value: said }] : [];
  await session.decide([{ what: 'region', target, value }, ...dropped]);
}

/** Ids of one's own answers and comments about a region. */
function ownSaidOf({ state: { row, opening } }: Session, target: RegionTarget): string[] {
  const place = placeOf(target);
  return (row?.packet.standing ?? []).flatMap(({ decision }) =>
    (decision.what === 'label' || decision.what === 'comment') &&
    decision.annotator === opening.annotator &&
    placeOf(decision.target) === place
      ? [decision.id]
      : [],
  );
}
