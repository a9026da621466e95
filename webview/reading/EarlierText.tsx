import { useEffect, useMemo, useState } from 'preact/hooks';
import type { SignedDecision } from '../../src/core/annotation/event';
import type { Profile } from '../../src/core/profile/profile';
import { ChangedFields } from '../compare/ChangedFields';
import { loadDifference } from '../compare/loaded-difference';
import { blindDifference } from './blind-difference';
import type { LoadedRow } from '../loaded-row';

/** Gets the bytes that the row had when its hash was `hash`; null when nothing has them any more. */
export type ReadEarlier = (hash: string) => Promise<ArrayBuffer | null>;

interface EarlierTextProps {
  row: LoadedRow;
  /** Labels of an earlier text: one at least. */
  labels: readonly Pick<SignedDecision, 'row' | 'time'>[];
  profile: Profile;
  /** Who wrote the row's traces is not to be known. */
  blind: boolean;
  read: ReadEarlier;
}

type Earlier = ArrayBuffer | 'coming' | 'gone';

/** What changed in the row since it was labelled last, field by field, beside the decision what becomes of the labels. */
export function EarlierText({ row, labels, profile, blind, read }: EarlierTextProps) {
  const last = labels.at(-1);
  const hash = last?.row.hash ?? '';
  const [earlier, setEarlier] = useState<Earlier>('coming');
  const { bytes, number, size } = row.packet;
  useEffect(() => {
    let wanted = true;
    setEarlier('coming');
    read(hash).then(
      (found) => wanted && setEarlier(found ?? 'gone'),
      () => wanted && setEarlier('gone'),
    );
    return () => void (wanted = false);
  }, [read, hash, number]);
  const difference = useMemo(() => {
    if (!(earlier instanceof ArrayBuffer)) return null;
    const older = { number, bytes: earlier, size: earlier.byteLength };
    const packet = { kind: 'changed' as const, older, newer: { number, bytes, size } };
    const loaded = loadDifference(packet, profile, null);
    return blind ? blindDifference(loaded) : loaded;
  }, [earlier, bytes, number, size, profile, blind]);
  if (earlier === 'gone')
    return (
      <p class="earlier-gone mut">
        The text as you labelled it is not kept anywhere: no commit of this file has it.
      </p>
    );
  return (
    <section class="earlier" aria-label="What changed since it was labelled" tabIndex={0}>
      <div class="pair heads">
        <div>
          <b>Before</b> <span class="mut">as labelled on {last?.time.slice(0, 10)}</span>
        </div>
        <div>
          <b>After</b> <span class="mut">as it is now</span>
        </div>
      </div>
      {difference && <ChangedFields difference={difference} />}
      {difference?.changes?.length === 0 && (
        <p class="notice">The value is the same: only its spelling differs.</p>
      )}
    </section>
  );
}
