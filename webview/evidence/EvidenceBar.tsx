import type { DuplicateSummary, EvidenceOpening, OpenSource } from '../../src/protocol/evidence-page';
import { Busy } from '../controls';
import { Icon } from '../Icon';
import { EvidenceAct } from './EvidenceAct';
import type { EvidenceState } from './evidence-session';

/** What was checked against what, and how far it is. */
export function EvidenceBar({ state: { opening, hits, shown, at } }: { state: EvidenceState }) {
  const { rows, underWay, run, kind, duplicates } = opening;
  const before = hits.filter(({ judgement }) => judgement !== null && judgement.as !== null).length;
  return (
    <header class="top">
      <b title={titleOf(opening)}>{titleOf(opening)}</b>
      {run > 0 && !duplicates && <span class="mut num hide-narrow">{rows.toLocaleString('en')} rows</span>}
      {duplicates && run > 0 && <span class="mut num hide-narrow">{groupsWords(duplicates)}</span>}
      {noticesOf(opening).map((notice) => (
        <span class="notice" key={notice} title={notice}>
          <Icon name="warning" /> {notice}
        </span>
      ))}
      <span class="r">
        {underWay !== null && (
          <Busy>
            {kind === 'duplicate' ? 'Comparing' : 'Checking'}: {Math.floor(100 * underWay)} %
          </Busy>
        )}
        {shown.length > 0 && (
          <span class="num place">
            Hit {(at + 1).toLocaleString('en')}{' '}
            <span class="mut">of {shown.length.toLocaleString('en')}</span>
          </span>
        )}
      </span>
      {before > 0 && (
        <EvidenceAct of="takeOver">{before.toLocaleString('en')} judged before: take over</EvidenceAct>
      )}
      {underWay !== null && <EvidenceAct of="stop">Stop</EvidenceAct>}
      {duplicates && <EvidenceAct of="chooseKept">Stays: {duplicates.keep}</EvidenceAct>}
      <EvidenceAct of="switchView">{kind === 'duplicate' ? 'Benchmarks' : 'Duplicates'}</EvidenceAct>
    </header>
  );
}

function counted({ name, items }: OpenSource): string {
  return `${name} (${items.toLocaleString('en')})`;
}

function titleOf({ name, kind, sources }: EvidenceOpening): string {
  if (kind === 'contamination')
    return sources.length > 0 ? `${name} against ${sources.map(counted).join(', ')}` : name;
  const others = sources.slice(0, -1).map(counted);
  return `Duplicates in ${[name, ...others].join(', ')}`;
}

function groupsWords({ groups, leaks }: DuplicateSummary): string {
  const all = `${groups.toLocaleString('en')} ${groups === 1 ? 'group' : 'groups'}`;
  return leaks > 0 ? `${all}, ${leaks.toLocaleString('en')} over several splits` : all;
}

/** What is to be known before anything is believed. */
function noticesOf(opening: EvidenceOpening): string[] {
  const { sources, unread, edited, stopped, failure, stale } = opening;
  const changed = sources.filter((each) => each.changed).map((each) => each.name);
  return [
    ...(changed.length > 0 ? [`${changed.join(', ')} changed since it was added`] : []),
    ...(unread > 0 ? [`${rowsWords(unread)} cannot be read`] : []),
    ...sources.flatMap((each) =>
      each.unread > 0 ? [`${rowsWords(each.unread)} of ${each.name} cannot be read`] : [],
    ),
    ...(edited > 0
      ? [`${edited.toLocaleString('en')} hits are in rows that you edited: save, and check again`]
      : []),
    ...earlierWords(opening),
    ...(stopped ? ['stopped before its end'] : []),
    ...(failure !== null ? [`ended early: ${failure}`] : []),
    ...(stale ? ['of an earlier state of the dataset'] : []),
  ];
}

function rowsWords(rows: number): string {
  return `${rows.toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'}`;
}

/** What became of an earlier check that was stopped, or killed. */
function earlierWords({ earlier }: EvidenceOpening): string[] {
  if (earlier?.changed) return ['the file changed since the check that was stopped: checked from its start'];
  const percent = Math.floor(100 * (earlier?.share ?? 0));
  return percent > 0 ? [`went on at ${percent} %, where an earlier check stopped`] : [];
}
