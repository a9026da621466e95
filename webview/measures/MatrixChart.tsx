import { counted } from '../../src/core/counted';
import type { ChartProps } from './BarChart';
import { namesOf } from './BarChart';
import { cutName } from './chart-scale';
import { valueText } from './number-text';

const WIDTH = 720;
/** Room for the names at the left and, aslant, above. */
const LEFT = 152;
const TOP = 118;
const RIGHT = 64;
const CELLS = WIDTH - LEFT - RIGHT;
const GREATEST_CELL = 44;
/** In a smaller cell no number can be read, and beside one no name. */
const ROOM_FOR_NUMBER = 30;
const ROOM_FOR_NAME = 11;

/** A line for each series and a column for each name, the darker the larger the share. The diagonal, where both are one, is framed. */
export function MatrixChart({ figure, chosen, onFind }: ChartProps) {
  const { series, unit } = figure;
  const names = [...new Set([...series.map(({ name }) => name), ...namesOf(figure)])];
  const size = Math.min(GREATEST_CELL, CELLS / Math.max(1, names.length));
  const every = Math.ceil(ROOM_FOR_NAME / size);
  const at = (place: number) => place * size;
  let place = 0;
  return (
    <svg class="chart matrix" viewBox={`0 0 ${WIDTH} ${TOP + series.length * size + 12}`} aria-hidden="true">
      {names.map((name, column) =>
        column % every === 0 ? (
          <text
            class="above"
            key={name}
            transform={`translate(${LEFT + at(column) + size / 2 + 4} ${TOP - 6}) rotate(-45)`}
          >
            {cutName(name)}
          </text>
        ) : null,
      )}
      {series.map(({ name, points }, line) => (
        <g key={name}>
          {line % every === 0 && (
            <text class="at-left" x={LEFT - 8} y={TOP + at(line) + size / 2 + 4}>
              {cutName(name)}
            </text>
          )}
          {names.map((column, nth) => (
            <rect
              key={column}
              class={column === name ? 'square same' : 'square'}
              x={LEFT + at(nth)}
              y={TOP + at(line)}
              width={size - 1}
              height={size - 1}
            />
          ))}
          {points.map((point) => {
            const here = place++;
            const [x, y] = [LEFT + at(names.indexOf(point.label)), TOP + at(line)];
            return (
              <g
                key={point.label}
                class={`cell ${here === chosen ? 'cur' : ''} ${point.label === name ? 'same' : ''}`}
                onClick={() => onFind(here)}
              >
                <title>{`${name} taken for ${point.label}: ${counted(point.rows.total, 'row')}, ${valueText(point.value, unit)}`}</title>
                <rect
                  x={x}
                  y={y}
                  width={size - 1}
                  height={size - 1}
                  style={`fill-opacity:${0.12 + 0.5 * point.value}`}
                />
                {size >= ROOM_FOR_NUMBER && (
                  <text x={x + size / 2} y={y + size / 2 + 4}>
                    {point.rows.total.toLocaleString('en')}
                  </text>
                )}
              </g>
            );
          })}
        </g>
      ))}
    </svg>
  );
}
