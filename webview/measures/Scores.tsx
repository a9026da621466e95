import type { MeasureReport } from '../../src/core/measure/measure-report';

interface ScoresProps {
  scores: MeasureReport['scores'];
  onFind: (query: string) => void;
}

/** The rows' own numbers: how they spread, and their mean. A bar leads to its rows. */
export function Scores({ scores, onFind }: ScoresProps) {
  return (
    <section>
      <header>
        <h2>Scores</h2>
        <span class="mut">difficulty, rates and other numbers of the rows</span>
      </header>
      <table class="numbers num scores">
        <thead>
          <tr>
            <th scope="col" />
            <th scope="col">spread</th>
            <th scope="col">mean</th>
            <th scope="col">least</th>
            <th scope="col">greatest</th>
            <th scope="col">rows</th>
          </tr>
        </thead>
        <tbody>
          {scores.map(({ name, field, spread }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>
                <Spread {...spread.histogram} name={name} field={field} onFind={onFind} />
              </td>
              <td>{short(spread.mean)}</td>
              <td>{short(spread.min)}</td>
              <td>{short(spread.max)}</td>
              <td class="mut">{spread.count.toLocaleString('en')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface SpreadProps {
  name: string;
  field: string;
  from: number;
  width: number;
  counts: number[];
  onFind: (query: string) => void;
}

function Spread({ name, field, from, width, counts, onFind }: SpreadProps) {
  const most = Math.max(1, ...counts);
  return (
    <span class="spread">
      {counts.map((count, at) => {
        const [low, high] = [from + at * width, from + (at + 1) * width];
        const range = width === 0 ? short(low) : `${short(low)} to ${short(high)}`;
        return (
          <button
            type="button"
            class="figure"
            aria-label={`${name} ${range}: ${count} rows`}
            title={`${range}: ${count.toLocaleString('en')}`}
            onClick={() => onFind(`${field}:${low}..${high}`)}
          >
            <span class="fill" style={{ height: `${(100 * count) / most}%` }} />
          </button>
        );
      })}
    </span>
  );
}

function short(value: number): string {
  return Number(value.toPrecision(4)).toLocaleString('en', { maximumSignificantDigits: 4 });
}
