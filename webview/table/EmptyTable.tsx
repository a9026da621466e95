import type { QueueState } from '../../src/protocol/table';
import { Act } from '../Act';
import type { PageState } from '../page-state';

/** No rows: says why, and what to do. */
export function EmptyTable({ state: { queue, progress } }: { state: PageState }) {
  if (queue.query === '') {
    if (!progress.complete) return null;
    return (
      <div class="no-rows">
        <p>This file has no rows yet.</p>
        <p class="mut">
          A dataset has one JSON object a line. Rows appear here as soon as the file has some.
        </p>
      </div>
    );
  }
  if (queue.underWay !== null) {
    return (
      <div class="no-rows">
        <p>Nothing found yet.</p>
      </div>
    );
  }
  return (
    <div class="no-rows" role="status">
      <p>{whyNone(queue)}</p>
      <p>
        <Act of="find">Change it</Act> <Act of="clearQuery">Show all rows</Act>
      </p>
    </div>
  );
}

/** What is wrong with the query itself is told under it. */
function whyNone({ stoppedAt }: QueueState): string {
  return stoppedAt === null
    ? 'No row matches this query.'
    : 'Nothing was found before the search was stopped.';
}
