import { Busy } from '../controls';
import { Icon } from '../Icon';
import { EvidenceAct } from './EvidenceAct';
import type { EvidenceState } from './evidence-session';

/** What was checked against what, and how far it is. */
export function EvidenceBar({ state: { opening, shown, at } }: { state: EvidenceState }) {
  const { name, benchmarks, rows, underWay, run } = opening;
  const names = benchmarks.map((each) => `${each.name} (${each.items.toLocaleString('en')})`).join(', ');
  return (
    <header class="top">
      <b title={names}>{benchmarks.length > 0 ? `${name} against ${names}` : name}</b>
      {run > 0 && <span class="mut num hide-narrow">{rows.toLocaleString('en')} rows</span>}
      {noticesOf(opening).map((notice) => (
        <span class="notice" key={notice} title={notice}>
          <Icon name="warning" /> {notice}
        </span>
      ))}
      <span class="r">
        {underWay !== null && <Busy>Checking: {Math.floor(100 * underWay)} %</Busy>}
        {shown.length > 0 && (
          <span class="num place">
            Hit {(at + 1).toLocaleString('en')}{' '}
            <span class="mut">of {shown.length.toLocaleString('en')}</span>
          </span>
        )}
      </span>
      {underWay !== null && <EvidenceAct of="stop">Stop</EvidenceAct>}
    </header>
  );
}

/** What is to be known before anything is believed. */
function noticesOf({ benchmarks, unread, edited, stopped, stale }: EvidenceState['opening']): string[] {
  const changed = benchmarks.filter((each) => each.changed).map((each) => each.name);
  return [
    ...(changed.length > 0 ? [`${changed.join(', ')} changed since it was added`] : []),
    ...(unread > 0 ? [`${unread.toLocaleString('en')} rows cannot be read`] : []),
    ...(edited > 0
      ? [`${edited.toLocaleString('en')} hits are in rows that you edited: save, and check again`]
      : []),
    ...(stopped ? ['stopped before its end'] : []),
    ...(stale ? ['of an earlier state of the dataset'] : []),
  ];
}
