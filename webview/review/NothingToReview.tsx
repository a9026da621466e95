import { Act } from '../Act';
import type { PageState } from '../page-state';

/** Says why there is nothing to review, and what to do. */
export function NothingToReview({ state: { queue, row } }: { state: PageState }) {
  if (queue.underWay !== null) return <div class="review-empty" />;
  const words =
    queue.rows === 0 ? 'Annotators differ on no row.' : row ? 'Nobody has labelled this row yet.' : '';
  return (
    <div class="review-empty">
      <p>{words}</p>
      <p class="mut">
        A review needs the logs of two annotators beside the dataset, for example pulled from the team's
        repository.
      </p>
      <p>
        <Act of="clearQuery">All rows</Act> <Act of="viewFocus">Read and label</Act>
      </p>
    </div>
  );
}
