import type { GroupRow } from '../../src/protocol/evidence-page';
import { Icon } from '../Icon';
import type { LoadedEvidence } from './loaded-evidence';

/** The rows that have the same problem, and which of them stays. */
export function GroupTable({ evidence: { hit, group } }: { evidence: LoadedEvidence }) {
  if (!hit.group) return null;
  const { number, size, leak } = hit.group;
  return (
    <section class="group-rows" aria-label={`Group ${number + 1}`}>
      <h3 class="num">
        Group {(number + 1).toLocaleString('en')}, {size.toLocaleString('en')} rows
      </h3>
      {leak && (
        <p class="leak">
          <Icon name="warning" /> Its rows are in {splitsOf(group)}: what is learned from one is tested by
          another.
        </p>
      )}
      <table class="runs num">
        <thead>
          <tr>
            <th scope="col">Row</th>
            <th scope="col">Split</th>
            <th scope="col">Characters</th>
            <th scope="col">Kept</th>
          </tr>
        </thead>
        <tbody>
          {group.map((row) => (
            <Member key={`${row.file}:${row.row}`} row={row} />
          ))}
        </tbody>
      </table>
      {group.length < size && (
        <p class="mut num">And {(size - group.length).toLocaleString('en')} more rows.</p>
      )}
    </section>
  );
}

function Member({ row: { file, row, split, length, ratings, stays } }: { row: GroupRow }) {
  const rated = Object.entries(ratings).map(([name, value]) => `${name} ${value}`);
  return (
    <tr>
      <td title={rated.join(', ')}>
        {file} {(row + 1).toLocaleString('en')}
      </td>
      <td>{split ?? '–'}</td>
      <td>{length.toLocaleString('en')}</td>
      <td>{stays ? 'stays' : ''}</td>
    </tr>
  );
}

function splitsOf(group: readonly GroupRow[]): string {
  return [...new Set(group.map(({ split }) => split ?? 'no split'))].join(' and ');
}
