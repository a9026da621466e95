import { precisionByClass } from '../../src/core/contamination/precision';
import type { ClassPrecision } from '../../src/core/contamination/precision';
import type { HitClass } from '../../src/core/contamination/match-classes';
import type { ListedHit } from '../../src/protocol/evidence-page';

interface ClassTableProps {
  hits: ListedHit[];
  chosen: HitClass | null;
  onChoose: (kind: HitClass | null) => void;
}

/** How many hits each class has, how many were judged, and how many of those stood up to it. Pressing one shows it alone. */
export function ClassTable({ hits, chosen, onChoose }: ClassTableProps) {
  const classes = precisionByClass(
    hits.map((hit) => ({ class: hit.class, verdict: hit.judgement?.verdict ?? null })),
  );
  return (
    <table class="class-table num" aria-label="Hits by class">
      <thead>
        <tr>
          <th scope="col">Class</th>
          <th scope="col">Hits</th>
          <th scope="col">Judged</th>
          <th scope="col">Precision</th>
        </tr>
      </thead>
      <tbody>
        {classes.map((counted) => (
          <tr class={counted.class === chosen ? 'cur' : ''}>
            <th scope="row">
              <button
                type="button"
                aria-pressed={counted.class === chosen}
                onClick={() => onChoose(counted.class === chosen ? null : counted.class)}
              >
                {counted.class}
              </button>
            </th>
            <td>{counted.hits.toLocaleString('en')}</td>
            <td>{counted.judged.toLocaleString('en')}</td>
            <Precision of={counted} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The share of what was judged that is no false alarm, with its interval. */
function Precision({ of: { real, judged, interval } }: { of: ClassPrecision }) {
  if (!interval)
    return (
      <td class="mut" title="None was judged yet">
        –
      </td>
    );
  const [low, high] = [percent(interval.low), percent(interval.high)];
  return (
    <td title={`${real} of ${judged} judged are no false alarm; 95 % interval ${low} to ${high} %`}>
      {percent(real / judged)} %{' '}
      <span class="mut interval">
        {low}–{high}
      </span>
    </td>
  );
}

function percent(share: number): string {
  return (100 * share).toFixed(0);
}
