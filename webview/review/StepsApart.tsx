import type { FirstErrorsApart } from '../../src/core/agreement/first-errors-apart';

const WIDTH = 284;
const HEIGHT = 120;
const FOOT = 100;
const TALLEST = 80;
/** Farther apart than this they stand together at the end. */
const FARTHEST = 4;

/** How many steps apart the two put the first error. */
export function StepsApart({
  annotators,
  of: { apart, traces },
}: {
  annotators: [string, string];
  of: FirstErrorsApart;
}) {
  const bars = barsOf(apart);
  const most = Math.max(1, ...bars.map(({ often }) => often));
  const pitch = WIDTH / bars.length;
  const same = bars.find(({ steps }) => steps === 0)?.often ?? 0;
  return (
    <section>
      <header>
        <h2>First error, steps apart</h2>
      </header>
      <svg
        class="chart"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`${annotators[1]} minus ${annotators[0]}: ${same} of ${traces} at the same step`}
      >
        {bars.map(({ steps, often, words }, at) => {
          const height = (TALLEST * often) / most;
          const middle = pitch * (at + 0.5);
          return (
            <g>
              <rect
                class={steps === 0 ? 'bar hit' : 'bar'}
                x={middle - 12}
                y={FOOT - height}
                width={24}
                height={height}
              />
              {often > 0 && (
                <text class="v" x={middle} y={FOOT - height - 5} text-anchor="middle">
                  {often}
                </text>
              )}
              <text x={middle} y={FOOT + 15} text-anchor="middle">
                {words}
              </text>
            </g>
          );
        })}
        <line x1={0} x2={WIDTH} y1={FOOT + 0.5} y2={FOOT + 0.5} />
      </svg>
      <p class="mut">
        Below zero: {annotators[1]} earlier. Above: {annotators[0]} earlier.
      </p>
    </section>
  );
}

function barsOf(apart: FirstErrorsApart['apart']): { steps: number; often: number; words: string }[] {
  return Array.from({ length: 2 * FARTHEST + 1 }, (_, at) => {
    const steps = at - FARTHEST;
    const end = Math.abs(steps) === FARTHEST;
    const often = apart
      .filter((each) =>
        end
          ? Math.sign(each.steps) === Math.sign(steps) && Math.abs(each.steps) >= FARTHEST
          : each.steps === steps,
      )
      .reduce((sum, { traces }) => sum + traces, 0);
    const sign = steps < 0 ? '−' : steps > 0 ? '+' : '';
    return { steps, often, words: `${sign}${Math.abs(steps)}${end ? '…' : ''}` };
  });
}
