import type { ComponentChildren } from 'preact';
import type { Figure } from '../../src/core/measure/figure';
import type { Axis } from './chart-scale';
import { BOTTOM, HEIGHT, LEFT, RIGHT, WIDTH, cutName, heightOf, namesApart } from './chart-scale';
import { valueText } from './number-text';

interface ChartFrameProps {
  figure: Figure;
  axis: Axis;
  names: string[];
  /** Where a name stands, from the left. */
  placeOf: (at: number) => number;
  children: ComponentChildren;
}

/** The lines, numbers and names around bars or curves. The table below says the same to those who do not see it. */
export function ChartFrame({ figure, axis, names, placeOf, children }: ChartFrameProps) {
  const apart = namesApart(names);
  return (
    <svg class="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      {axis.ticks.map((tick) => (
        <g key={tick}>
          <line
            class={tick === 0 ? 'zero' : 'tick'}
            x1={LEFT}
            x2={WIDTH - RIGHT}
            y1={heightOf(tick, axis)}
            y2={heightOf(tick, axis)}
          />
          <text class="at-left" x={LEFT - 6} y={heightOf(tick, axis) + 4}>
            {valueText(tick, figure.unit)}
          </text>
        </g>
      ))}
      {names.map((name, at) =>
        at % apart === 0 ? (
          <text class="below" key={name} x={placeOf(at)} y={HEIGHT - BOTTOM + 18}>
            {cutName(name)}
          </text>
        ) : null,
      )}
      {children}
    </svg>
  );
}
