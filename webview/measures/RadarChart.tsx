import type { ChartProps } from './BarChart';
import { namesOf } from './BarChart';
import { axisFor, cutName } from './chart-scale';
import { valueText } from './number-text';

/** In the picture's own units; names stand to the left and right of the spokes. */
const WIDTH = 460;
const HEIGHT = 300;
const REACH = 116;

/** A spoke for each dimension, and one outline for each series. */
export function RadarChart({ figure, chosen, onFind }: ChartProps) {
  const { series, unit } = figure;
  const names = namesOf(figure);
  const { to, ticks } = axisFor(
    series.flatMap(({ points }) => points.map(({ value }) => value)),
    unit === 'share',
  );
  const spot = (at: number, value: number) => {
    const angle = (2 * Math.PI * at) / names.length - Math.PI / 2;
    const far = (REACH * Math.max(0, value)) / to;
    return { x: WIDTH / 2 + far * Math.cos(angle), y: HEIGHT / 2 + far * Math.sin(angle) };
  };
  const outline = (values: [number, number][]) =>
    values.map(([at, value]) => `${spot(at, value).x},${spot(at, value).y}`).join(' ');
  let place = 0;
  return (
    <svg class="chart radar" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      {ticks
        .filter((tick) => tick > 0)
        .map((tick) => (
          <g key={tick}>
            <polygon class="ring" points={outline(names.map((_, at) => [at, tick]))} />
            <text class="at-left" x={WIDTH / 2 - 4} y={spot(0, tick).y + 4}>
              {valueText(tick, unit)}
            </text>
          </g>
        ))}
      {names.map((name, at) => {
        const end = spot(at, to * 1.14);
        return (
          <text class={besideOf(end.x)} key={name} x={end.x} y={end.y + 4}>
            {cutName(name)}
          </text>
        );
      })}
      {series.map(({ name, points }, nth) => (
        <g key={name} class={`curve series-${nth % 6}`}>
          <polygon points={outline(points.map(({ label, value }) => [names.indexOf(label), value]))} />
          {points.map(({ label, value }) => {
            const here = place++;
            const { x, y } = spot(names.indexOf(label), value);
            return (
              <circle
                key={label}
                class={here === chosen ? 'cur' : ''}
                cx={x}
                cy={y}
                r={here === chosen ? 6 : 4.5}
                onClick={() => onFind(here)}
              >
                <title>{`${name}, ${label}: ${valueText(value, unit)}`}</title>
              </circle>
            );
          })}
        </g>
      ))}
    </svg>
  );
}

/** A name never runs over the outlines: it grows away from them. */
function besideOf(x: number): string {
  if (Math.abs(x - WIDTH / 2) < 1) return 'below';
  return x < WIDTH / 2 ? 'at-left' : 'at-right';
}
