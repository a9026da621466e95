import { DISPUTED } from '../review-session';
import { Act } from '../Act';
import type { PageState } from '../page-state';

/** Says why there is nothing to review, and what to do. */
export function NothingToReview({ state: { queue } }: { state: PageState }) {
  if (queue.underWay !== null) return <div class="review-empty" />;
  const words =
    queue.query === DISPUTED ? 'Annotators differ on no row.' : queue.rows === 0 ? 'No row is found.' : '';
  return (
    <div class="review-empty">
      <p>{words}</p>
      <p class="mut">
        To settle labels takes the logs of two annotators beside the dataset, for example pulled from the
        team's repository. Any row can be accepted, rejected or fixed.
      </p>
      <p>
        <Act of="clearQuery">All rows</Act> <Act of="viewFocus">Read and label</Act>
      </p>
    </div>
  );
}
