import type { ComponentChildren } from 'preact';
import type { CompareOpening, SideName } from '../../src/protocol/compare-page';
import { ChangedFields, UnchangedFields } from './ChangedFields';
import { KindIcon } from './kind-signs';
import type { LoadedDifference, LoadedSide } from './loaded-difference';
import { RowFields } from './RowFields';
import { SourcePair } from './SourcePair';
import { WholeTraces } from './WholeTraces';

interface DifferenceViewProps {
  difference: LoadedDifference;
  opening: CompareOpening;
  shown: { unchanged: boolean; traces: boolean; source: boolean };
}

/** One row that differs: what changed in it, or all of it when only one version has it. */
export function DifferenceView({ difference, opening, shown }: DifferenceViewProps) {
  const { kind, older, newer, id, changes } = difference;
  const one = kind === 'changed' ? null : (newer ?? older);
  const whole = [older, newer].every((side) => !side || (side.parsed.kind === 'value' && !side.cut));
  const onlySpelling = kind === 'changed' && changes?.length === 0;
  return (
    <article class="difference" aria-label={`Row ${rowsOf(difference)}, ${kind}`}>
      <div class="sec what-row">
        <KindIcon kind={kind} />
        <h2>Row {rowsOf(difference)}</h2>
        {id !== null && <span class="id">{id}</span>}
        <span class="sum">{inWords(difference, opening)}</span>
      </div>
      {kind === 'changed' && <SideHeads opening={opening} />}
      {one && whole && !shown.source && <RowFields side={one} />}
      {kind === 'changed' && whole && !shown.source && (
        <>
          {onlySpelling && (
            <Notice>
              The value is the same. Only its spelling differs: the order of keys, escapes, spaces, or how a
              number is written.
            </Notice>
          )}
          <ChangedFields difference={difference} />
          <WholeTraces difference={difference} open={shown.traces} />
          <UnchangedFields difference={difference} open={shown.unchanged} />
        </>
      )}
      {!whole && <Notice>{whyNotWhole(older, newer)}</Notice>}
      {(shown.source || !whole || onlySpelling) && (
        <SourcePair older={older} newer={kind === 'moved' ? null : newer} />
      )}
    </article>
  );
}

function SideHeads({ opening: { older, newer } }: { opening: CompareOpening }) {
  return (
    <div class="pair heads">
      <SideHead word="Before" side={older} />
      <SideHead word="After" side={newer} />
    </div>
  );
}

function SideHead({ word, side: { name, version } }: { word: string; side: SideName }) {
  return (
    <div>
      <b>{word}</b>{' '}
      <span class="mut">
        {name}, {version}
      </span>
    </div>
  );
}

function Notice({ children }: { children: ComponentChildren }) {
  return <p class="notice">{children}</p>;
}

/** Row numbers from 1: `12`, or `12 → 14` where they differ. */
function rowsOf({ older, newer }: LoadedDifference): string {
  const [old, now] = [older, newer].map((side) => side && (side.number + 1).toLocaleString('en'));
  return old && now && old !== now ? `${old} → ${now}` : (now ?? old ?? '');
}

function inWords({ kind, changes }: LoadedDifference, { older, newer }: CompareOpening): string {
  switch (kind) {
    case 'added':
      return `only in ${newer.name}, ${newer.version}`;
    case 'removed':
      return `only in ${older.name}, ${older.version}`;
    case 'moved':
      return 'the same row in another place';
    case 'changed':
      if (!changes) return '';
      return changes.length === 1
        ? '1 field changed'
        : `${changes.length.toLocaleString('en')} fields changed`;
  }
}

function whyNotWhole(older: LoadedSide | null, newer: LoadedSide | null): string {
  const cut = [newer, older].find((side) => side?.cut);
  if (cut)
    return `This row has ${cut.size.toLocaleString('en')} bytes, too many to take apart: here is its beginning.`;
  const broken = [newer, older].find((side) => side && side.parsed.kind !== 'value');
  if (broken?.parsed.kind === 'blank') return 'This line is blank.';
  return 'This row is not JSON in every version, so it is compared as text.';
}
