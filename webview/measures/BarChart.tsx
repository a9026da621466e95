import type { Figure, Point } from '../../src/core/measure/figure';
import type { Axis } from './chart-scale';
import { LEFT, RIGHT, WIDTH, axisFor, heightOf } from './chart-scale';
import { IntervalMark } from './IntervalMark';
import { ChartFrame } from './ChartFrame';
import { valueText } from './number-text';

export interface ChartProps {
  figure: Figure;
  /** The point in hand, counted over all series. */
  chosen: number;
  onFind: (place: number) => void;
}

/** Bars beside one another for each name, one of every series, with the bounds of their intervals. */
export function BarChart({ figure, chosen, onFind }: ChartProps) {
  const { series, unit } = figure;
  const names = namesOf(figure);
  const all = series.flatMap(({ points }) => points.filter(({ value }) => Number.isFinite(value)));
  const axis = axisFor(
    all.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value]),
    unit === 'share',
  );
  const room = (WIDTH - LEFT - RIGHT) / Math.max(1, names.length);
  const wide = Math.min(48, (room * 0.76) / series.length);
  const middle = (at: number) => LEFT + room * (at + 0.5);
  let place = 0;
  return (
    <ChartFrame figure={figure} axis={axis} names={names} placeOf={middle}>
      {series.map(({ name, points }, nth) =>
        points.map((point) => {
          const here = place++;
          const x = middle(names.indexOf(point.label)) + wide * (nth - series.length / 2);
          return (
            <g
              key={`${name} ${point.label}`}
              class={`bar series-${nth % 6} ${here === chosen ? 'cur' : ''}`}
              onClick={() => onFind(here)}
            >
              <title>{`${name}, ${point.label}: ${valueText(point.value, unit)}`}</title>
              <Bar point={point} axis={axis} x={x} wide={wide} />
            </g>
          );
        }),
      )}
    </ChartFrame>
  );
}

function Bar({ point, axis, x, wide }: { point: Point; axis: Axis; x: number; wide: number }) {
  const { value } = point;
  if (!Number.isFinite(value)) return null;
  const [zero, end] = [heightOf(0, axis), heightOf(value, axis)];
  return (
    <>
      <rect
        x={x + 1}
        width={Math.max(1, wide - 2)}
        y={Math.min(zero, end)}
        height={value === 0 ? 0 : Math.max(1, Math.abs(zero - end))}
      />
      <IntervalMark point={point} axis={axis} x={x + wide / 2} />
    </>
  );
}

/** The names along the axis, over all series. */
export function namesOf({ series }: Figure): string[] {
  return [...new Set(series.flatMap(({ points }) => points.map(({ label }) => label)))];
}
