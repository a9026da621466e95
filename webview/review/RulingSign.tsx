import type { Reviewed, Ruling } from '../../src/core/review/trace-review';
import { isDue } from '../../src/core/review/trace-review';
import { Icon } from '../Icon';
import { labelSigns, verdictSigns } from '../reading/label-signs';
import { LabelSign } from '../reading/LabelPlaces';

/** A label, or a verdict, by shape, colour and name. */
export function RulingSign({ ruling }: { ruling: Ruling }) {
  const label = labelSigns.find(({ value }) => value === ruling);
  if (label) return <LabelSign value={label.value} />;
  const verdict = verdictSigns.find(({ value }) => value === ruling);
  if (!verdict) return null;
  return (
    <span class={`verdict ${verdict.tone}`} role="img" aria-label={verdict.word} title={verdict.word}>
      <Icon name={verdict.icon} />
    </span>
  );
}

/** What it was settled as; an empty place where somebody has to settle it. */
export function SettledSign({ reviewed: { settled, standing } }: { reviewed: Reviewed }) {
  if (settled)
    return (
      <span title={`settled by ${settled.by}`}>
        <RulingSign ruling={settled.value} />
      </span>
    );
  if (!isDue(standing) && standing !== 'follows') return null;
  return <span class="slot open" role="img" aria-label="not settled" />;
}

/** A label or verdict in a word. */
export function rulingWord(ruling: Ruling): string {
  const sign = [...labelSigns, ...verdictSigns].find(({ value }) => value === ruling);
  return (sign?.word ?? ruling).toLowerCase();
}
