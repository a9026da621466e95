import { align } from './align';
import { evidenceOf } from './evidence';
import type { Evidence } from './evidence';
import { KIND } from './tokens';
import type { Tokens } from './tokens';
import { tokenise } from './tokenise';

/** Tokens of a text that are aligned: room for an alignment is the product of both. */
const LONGEST = 3_000;

/** What two problems have in common, where each counts a token by its kind alone: no others are at hand to tell what is rare. */
export function pairEvidence(itemText: string, rowText: string): Evidence {
  const [item, row] = [tokenise(itemText), tokenise(rowText)];
  const cut = { ...item, length: Math.min(item.length, LONGEST) };
  const { pairs } = align(cut, weightsOf(cut), row, { from: 0, to: Math.min(row.length, LONGEST) });
  return evidenceOf(pairs, item, row);
}

function weightsOf({ kinds, length }: Tokens): Float64Array {
  return Float64Array.from({ length }, (_, at) => WEIGHTS[kinds[at] ?? 0] ?? 0);
}

const WEIGHTS: Record<number, number> = {
  [KIND.content]: 2,
  [KIND.stop]: 0.7,
  [KIND.letter]: 1,
  [KIND.number]: 1.5,
};
