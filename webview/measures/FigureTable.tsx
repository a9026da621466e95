import { useEffect, useRef } from 'preact/hooks';
import { counted } from '../../src/core/counted';
import type { Figure, Point } from '../../src/core/measure/figure';
import { valueText } from './number-text';

interface FigureTableProps {
  figure: Figure;
  chosen: number;
  onFind: (place: number) => void;
}

/** The numbers behind a chart. Each leads to its rows, where it has any. */
export function FigureTable({ figure, chosen, onFind }: FigureTableProps) {
  const table = useRef<HTMLTableElement>(null);
  useEffect(() => table.current?.querySelector('.cur')?.scrollIntoView({ block: 'nearest' }), [chosen]);
  const { series, axis, unit, behind } = figure;
  const several = series.length > 1;
  const within = series.some(({ points }) => points.some(({ low }) => low !== null));
  let place = 0;
  return (
    <table class="figure-table" ref={table}>
      <thead>
        <tr>
          {several && <th scope="col">Series</th>}
          <th scope="col">{axis}</th>
          <th scope="col" class="num">
            Value
          </th>
          {within && (
            <th scope="col" class="num">
              95 % interval
            </th>
          )}
          <th scope="col" class="num">
            Of
          </th>
          <th scope="col" class="num">
            {behind === '' ? 'Rows' : behind.charAt(0).toUpperCase() + behind.slice(1)}
          </th>
        </tr>
      </thead>
      <tbody>
        {series.map(({ name, points }, nth) =>
          points.map((point) => {
            const here = place++;
            return (
              <tr key={`${name} ${point.label}`} class={here === chosen ? 'cur' : ''}>
                {several && (
                  <td>
                    <span class={`swatch series-${nth % 6}`} aria-hidden="true" /> {name}
                  </td>
                )}
                <th scope="row">{point.label}</th>
                <td class="num">{valueText(point.value, unit)}</td>
                {within && <td class="num">{intervalText(point, unit)}</td>}
                <td class="num">{ofText(point)}</td>
                <td class="num">
                  <Rows point={point} name={`${name}, ${point.label}`} onFind={() => onFind(here)} />
                </td>
              </tr>
            );
          }),
        )}
      </tbody>
    </table>
  );
}

function Rows({ point: { rows }, name, onFind }: { point: Point; name: string; onFind: () => void }) {
  if (rows.total === 0) return <span class="mut">–</span>;
  return (
    <button type="button" aria-label={`${name}: find ${counted(rows.total, 'row')}`} onClick={onFind}>
      {rows.total.toLocaleString('en')}
    </button>
  );
}

/** `812 of 1,000` says more than the share of them. */
function ofText({ part, count }: Point): string {
  const all = count.toLocaleString('en');
  return part === undefined ? all : `${part.toLocaleString('en')} of ${all}`;
}

function intervalText({ low, high }: Point, unit: Figure['unit']): string {
  return low === null || high === null ? '–' : `${valueText(low, unit)} to ${valueText(high, unit)}`;
}
