import type { QueueState } from '../../src/protocol/table';
import { Icon } from '../Icon';

/** So many faults are shown; the rest come when these are mended. */
const SHOWN = 2;

/** What of the query could not be understood, or why the search ended early, under the line. */
export function QueryFaults({ queue }: { queue: QueueState }) {
  const { query, faults, failure, stoppedAt } = queue;
  if (faults.length === 0 && failure === null && stoppedAt === null) return null;
  return (
    <div class="query-faults" role="status">
      {faults.slice(0, SHOWN).map(({ start, end, message }) => (
        <p>
          <Icon name="warning" />
          {end > start && <u>{query.slice(start, end)}</u>}
          <span>{message}</span>
        </p>
      ))}
      {failure !== null && (
        <p>
          <Icon name="error" />
          <span>{failure}</span>
        </p>
      )}
      {stoppedAt !== null && (
        <p>
          <Icon name="info" />
          <span>{stoppedWords(queue, stoppedAt)}</span>
        </p>
      )}
    </div>
  );
}

function stoppedWords({ query }: QueueState, share: number): string {
  const percent = `${Math.floor(100 * share)} %`;
  return query === ''
    ? `Sorting was stopped at ${percent} of the file: the rows stand as before.`
    : `The search was stopped at ${percent} of the file: there may be more rows. Enter in the query searches again.`;
}
