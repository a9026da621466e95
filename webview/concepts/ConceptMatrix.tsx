import { useRef } from 'preact/hooks';
import { counted } from '../../src/core/counted';
import type { ConceptReport, CountedEntry } from '../../src/core/concept/concept-report';
import type { ConceptSession, ConceptState } from './concept-session';

interface ConceptMatrixProps {
  state: ConceptState;
  session: ConceptSession;
  report: ConceptReport;
}

/** More rows of a table than this nobody looks through: the list and the tree have the rest. */
const MOST_ROWS = 400;

/** How many rows use each concept, by level and by split. Each number leads to its rows; the arrows go from one to the next. */
export function ConceptMatrix({ state, session, report }: ConceptMatrixProps) {
  const table = useRef<HTMLTableElement>(null);
  const { levels, splits } = report;
  const shown = state.list.slice(0, MOST_ROWS);
  const most = Math.max(1, ...shown.flatMap(({ entry }) => entry.cells.map(({ rows }) => rows)));
  const onKeyDown = (event: KeyboardEvent) => {
    if (moveFocus(table.current, event.key)) event.preventDefault();
  };
  return (
    <div class="concept-matrix" tabIndex={0} role="region" aria-label="Coverage">
      {levels.length === 1 && splits.length === 1 && levels[0]?.label === '' && splits[0]?.label === '' && (
        <p class="mut said">
          No row says how hard it is, or of which split: a field level, difficulty, grade or split would.
        </p>
      )}
      <table ref={table} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <th scope="col">Concept</th>
            <th scope="col" class="num">
              Rows
            </th>
            {splits.map((split) =>
              levels.map((level) => (
                <th scope="col" class="num" key={`${split.label} ${level.label}`}>
                  {split.label !== '' && <span class="split">{split.label}</span>}
                  {level.label === '' ? 'all' : level.label}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ entry, place, rows }) => (
            <tr
              key={entry.id}
              class={place === state.chosen ? 'cur' : ''}
              onClick={() => session.choose(place)}
            >
              <th scope="row" title={entry.title}>
                {entry.title}
              </th>
              <td class="num">
                <Count
                  rows={rows}
                  most={0}
                  name={`${entry.title}: all`}
                  onFind={() => void session.find(entry.query)}
                />
              </td>
              {splits.map((split, part) =>
                levels.map((level, hard) => (
                  <td class="num" key={`${part} ${hard}`}>
                    <Count
                      rows={rowsIn(entry, hard, part)}
                      most={most}
                      name={[entry.title, level.label, split.label].filter(Boolean).join(', ')}
                      onFind={() => void session.find(entry.query, level.query, split.query)}
                    />
                  </td>
                )),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {state.list.length > shown.length && (
        <p class="mut said">
          {(state.list.length - shown.length).toLocaleString('en')} more are in the list.
        </p>
      )}
    </div>
  );
}

function rowsIn({ cells }: CountedEntry, level: number, split: number): number {
  return cells.find((cell) => cell.level === level && cell.split === split)?.rows ?? 0;
}

interface CountProps {
  rows: number;
  /** What a full bar stands for; 0 for no bar. */
  most: number;
  name: string;
  onFind: () => void;
}

function Count({ rows, most, name, onFind }: CountProps) {
  if (rows === 0) return <span class="zero mut">0</span>;
  return (
    <button type="button" aria-label={`${name}: ${counted(rows, 'row')}`} onClick={onFind}>
      {most > 0 && <span class="fill" style={{ height: `${(100 * rows) / most}%` }} aria-hidden="true" />}
      <span class="count">{rows.toLocaleString('en')}</span>
    </button>
  );
}

/** The focus goes to the nearest number in a direction. */
function moveFocus(table: HTMLTableElement | null, key: string): boolean {
  const by = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[key];
  const cell = document.activeElement?.closest('td');
  const [across, down] = by ?? [];
  if (!table || !cell || across === undefined || down === undefined) return false;
  const row = cell.closest('tr');
  let [x, y] = [cell.cellIndex + across, (row?.rowIndex ?? 0) + down];
  for (let found = table.rows[y]?.cells[x]; found; found = table.rows[(y += down)]?.cells[(x += across)]) {
    const button = found.querySelector('button');
    if (button) button.focus();
    if (button) return true;
  }
  return true;
}
