import { useMemo } from 'preact/hooks';
import { textDiff } from '../../src/core/compare/text-diff';
import type { TextSpan } from '../../src/core/compare/text-diff';
import type { LoadedSide } from './loaded-difference';
import { textWindow } from './text-window';

/** The bytes of a row as text, as they stand in the file; of two versions side by side, with what differs marked. */
export function SourcePair({ older, newer }: { older: LoadedSide | null; newer: LoadedSide | null }) {
  const [before, after] = [older?.parsed.text ?? null, newer?.parsed.text ?? null];
  const diff = useMemo(
    () => (before === null || after === null ? null : textDiff(before, after, 'plain')),
    [before, after],
  );
  if (before === null || after === null) {
    return (
      <div class="source-alone">
        <Source text={after ?? before ?? ''} spans={[]} />
      </div>
    );
  }
  return (
    <div class="pair sources">
      <div class="before">
        <Source text={before} spans={diff?.before ?? []} />
      </div>
      <div class="after">
        <Source text={after} spans={diff?.after ?? []} />
      </div>
    </div>
  );
}

function Source({ text, spans }: { text: string; spans: TextSpan[] }) {
  const shown = textWindow(text, spans);
  const ends = [0, ...shown.spans.map(({ end }) => end)];
  return (
    <pre>
      {shown.before > 0 && '… '}
      {shown.spans.map((span, at) => (
        <>
          {shown.text.slice(ends[at], span.start)}
          <span class="span">{shown.text.slice(span.start, span.end)}</span>
        </>
      ))}
      {shown.text.slice(ends.at(-1))}
      {shown.after > 0 && ' …'}
    </pre>
  );
}
