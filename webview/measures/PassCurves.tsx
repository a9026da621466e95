import type { MeasureReport } from '../../src/core/measure/measure-report';

type Curves = MeasureReport['curves'];

const WIDTH = 560;
const HEIGHT = 240;
const LEFT = 40;
const BOTTOM = 24;
const TOP = 10;
/** More lines than this nobody tells apart; the table has all. */
const MOST_LINES = 6;

/** pass@k over k, a line for each that tried, and the numbers below. */
export function PassCurves({ curves }: { curves: Curves }) {
  const drawn = curves.filter(({ points }) => points.length > 1).slice(0, MOST_LINES);
  const ks = [...new Set(curves.flatMap(({ points }) => points.map(({ k }) => k)))].toSorted((a, b) => a - b);
  const most = Math.log2(Math.max(2, ks.at(-1) ?? 2));
  const x = (k: number) => LEFT + (WIDTH - LEFT - 12) * (Math.log2(k) / most);
  const y = (value: number) => TOP + (HEIGHT - TOP - BOTTOM) * (1 - value);
  return (
    <section>
      <header>
        <h2>pass@k</h2>
        <span class="mut">the chance that one of k tries is right (unbiased, Chen et al. 2021)</span>
      </header>
      <svg
        class="curves"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label="pass@k over k; the table below has the numbers"
      >
        {[0, 0.25, 0.5, 0.75, 1].map((value) => (
          <g>
            <line class="grid" x1={LEFT} x2={WIDTH - 12} y1={y(value)} y2={y(value)} />
            <text x={LEFT - 6} y={y(value) + 4} text-anchor="end">
              {100 * value} %
            </text>
          </g>
        ))}
        {ks.map((k) => (
          <text x={x(k)} y={HEIGHT - 6} text-anchor="middle">
            {k}
          </text>
        ))}
        {drawn.map(({ by, points }, at) => (
          <g class={`line-${at}`} key={by}>
            <polyline points={points.map(({ k, value }) => `${x(k)},${y(value)}`).join(' ')} />
            {points.map(({ k, value }) => (
              <circle cx={x(k)} cy={y(value)} r={3} />
            ))}
          </g>
        ))}
      </svg>
      <table class="numbers num">
        <thead>
          <tr>
            <th scope="col">k</th>
            {ks.map((k) => (
              <th scope="col">{k}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {curves.map((curve) => {
            const { by, points } = curve;
            const at = drawn.indexOf(curve);
            return (
              <tr key={by}>
                <th scope="row">
                  {at !== -1 && (
                    <svg class={`key line-${at}`} viewBox="0 0 24 8" aria-hidden="true">
                      <polyline points="0,4 24,4" />
                    </svg>
                  )}{' '}
                  {nameOf(by, curves.length)}
                </th>
                {ks.map((k) => {
                  const point = points.find((each) => each.k === k);
                  const title =
                    point &&
                    `${point.problems} problems, standard error ${(100 * point.standardError).toFixed(1)} %`;
                  return <td title={title}>{point ? (100 * point.value).toFixed(1) : ''}</td>;
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function nameOf(by: string, lines: number): string {
  if (by !== '') return by;
  return lines > 1 ? 'all together' : 'all tries';
}
