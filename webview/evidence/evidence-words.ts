import type { ContaminationVerdict } from '../../src/core/annotation/event';
import type { HitJudgement } from '../../src/core/contamination/hit';
import type { HitClass } from '../../src/core/contamination/match-classes';
import type { EvidenceOpening, ListedHit } from '../../src/protocol/evidence-page';
import type { LoadedEvidence } from './loaded-evidence';

export const verdictSigns: Record<ContaminationVerdict, { icon: string; word: string; tone: string }> = {
  same: { icon: 'circle-filled', word: 'same problem', tone: 'bad' },
  'other-numbers': { icon: 'symbol-number', word: 'same, other numbers', tone: 'bad' },
  'same-source': { icon: 'references', word: 'same source', tone: 'unsure' },
  'false-alarm': { icon: 'circle-slash', word: 'false alarm', tone: 'good' },
};

/** A hit's class as a heading. */
export function classTitle(kind: HitClass): string {
  return kind.charAt(0).toUpperCase() + kind.slice(1);
}

const CLAIMS: Record<HitClass, (row: string, item: string) => string> = {
  exact: (row, item) => `${row} is ${item}; only the way in which it is written may differ.`,
  inside: (row, item) => `${row} holds all of ${item} among other words.`,
  near: (row, item) => `${row} is ${item} with few words changed.`,
  partial: (row, item) => `${row} is a part of ${item}.`,
  'numbers changed': (row, item) => `${row} is ${item} with other numbers.`,
  reworded: (row, item) => `${row} tells ${item} in other words.`,
  'in the trace': (row, item) => `A solution or reply of ${row.replace('Row', 'row')} repeats ${item}.`,
  translated: (row, item) => `${row} is ${item} in another language.`,
  linked: (row, item) => `${row} is linked with ${item}, which is of another split.`,
};

/** What an item is called: by its id, or by its row where it is one of a file like the dataset. */
export function itemWords(kind: EvidenceOpening['kind'], item: string): string {
  return kind === 'duplicate' ? `row ${Number(item).toLocaleString('en')}` : `item ${item}`;
}

/** What the check claims, in a sentence or two. */
export function claimOf(
  { hit, numbers, answers }: LoadedEvidence,
  kind: EvidenceOpening['kind'],
  source: string,
): string {
  const claim = CLAIMS[hit.class](
    `Row ${(hit.row + 1).toLocaleString('en')}`,
    `${source} ${itemWords(kind, hit.item)}`,
  );
  const differ = [
    ...(numbers.length > 0 ? [numbers.length === 1 ? 'one number' : `${numbers.length} numbers`] : []),
    ...(answers?.verdict === 'different' ? ['the answers'] : []),
  ];
  const stays = staysWords(hit);
  if (differ.length === 0) return claim + stays;
  const one = differ.length === 1 && numbers.length === 1;
  return `${claim} ${capital(differ.join(' and '))} ${one ? 'differs' : 'differ'}.${stays}`;
}

/** Which of two rows stays, where these are told apart. */
function staysWords({ group }: ListedHit): string {
  if (!group) return '';
  return group.stays ? ' This row stays.' : ' “Same problem” puts this row into quarantine.';
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Who judged a hit, and how. */
export function judgementWords({ verdict, by, as, against }: HitJudgement): string {
  const where = as === null ? '' : `, as the same texts in row ${(as + 1).toLocaleString('en')}`;
  const others = against.length === 0 ? '' : `; ${against.join(', ')} said otherwise`;
  return `${capital(verdictSigns[verdict].word)}, by ${by}${where}${others}`;
}
