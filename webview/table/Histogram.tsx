import type { ColumnSummary } from '../../src/protocol/table';
import { hasTerm } from '../../src/core/query/query-terms';

/** A drawing of ten by this many units, stretched to its column. */
const WIDTH = 100;
const HEIGHT = 20;
/** Units between two bars, and the least height of a bar that counts anything. */
const GAP = 1.2;
const LEAST = 1;

/** How a column's values are spread; the bars that the query asks for stand out. */
export function Histogram({ bars, query }: { bars: ColumnSummary['bars']; query: string }) {
  const most = Math.max(...bars.map(({ count }) => count), 1);
  const step = WIDTH / bars.length;
  return (
    <svg
      class="hist"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      {bars.map(({ count, label, query: term }, at) => {
        const height = count === 0 ? 0 : Math.max(LEAST, (count / most) * (HEIGHT - 2));
        return (
          <rect
            class={hasTerm(query, term) ? 'in' : ''}
            x={at * step + GAP / 2}
            y={HEIGHT - height}
            width={Math.max(step - GAP, step / 2)}
            height={height}
          >
            {label !== '' && <title>{`${label}: ${count.toLocaleString('en')}`}</title>}
          </rect>
        );
      })}
    </svg>
  );
}
