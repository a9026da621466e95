import type { ChartProps } from './BarChart';
import { namesOf } from './BarChart';
import { LEFT, RIGHT, WIDTH, axisFor, heightOf } from './chart-scale';
import { ChartFrame } from './ChartFrame';
import { IntervalMark } from './IntervalMark';
import { valueText } from './number-text';

/** Intervals of several curves stand beside each other, so many units of the picture apart. */
const SIDE_STEP = 3;

/** One curve for each series over the names along the axis, which are as far apart as their order says. */
export function CurveChart({ figure, chosen, onFind }: ChartProps) {
  const { series, unit } = figure;
  const names = namesOf(figure).toSorted((a, b) => Number.parseFloat(a) - Number.parseFloat(b) || 0);
  const axis = axisFor(
    series.flatMap(({ points }) => points.flatMap(({ value, high }) => [value, high ?? value])),
    unit === 'share',
  );
  const room = (WIDTH - LEFT - RIGHT) / Math.max(1, names.length);
  const middle = (at: number) => LEFT + room * (at + 0.5);
  let place = 0;
  return (
    <ChartFrame figure={figure} axis={axis} names={names} placeOf={middle}>
      {series.map(({ name, points }, nth) => (
        <g key={name} class={`curve series-${nth % 6}`}>
          <polyline
            points={points
              .map(({ label, value }) => `${middle(names.indexOf(label))},${heightOf(value, axis)}`)
              .join(' ')}
          />
          {points.map((point) => (
            <IntervalMark
              key={point.label}
              point={point}
              axis={axis}
              x={middle(names.indexOf(point.label)) + nth * SIDE_STEP}
            />
          ))}
          {points.map(({ label, value }) => {
            const here = place++;
            return (
              <circle
                key={label}
                class={here === chosen ? 'cur' : ''}
                cx={middle(names.indexOf(label))}
                cy={heightOf(value, axis)}
                r={here === chosen ? 6 : 4.5}
                onClick={() => onFind(here)}
              >
                <title>{`${name}, ${label}: ${valueText(value, unit)}`}</title>
              </circle>
            );
          })}
        </g>
      ))}
    </ChartFrame>
  );
}
