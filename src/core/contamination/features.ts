import { KIND, scramble, skeletonAt } from './tokens';
import type { Tokens } from './tokens';

/** Tokens of a seed. */
export const GRAM = 4;
/** An item with fewer seeds that tell of content gives all of its seeds. */
const FEW_GRAMS = 8;

/** What a feature counts, for its rarity: that of content, of a letter, of a number. */
const SHARE = [1, 0, 0.35, 0.7];

/** Hash of the whole text by words and numbers; two texts with the same differ in their looks only. */
export function wholeHash({ exact, length }: Tokens): number {
  let hash = length;
  for (let at = 0; at < length; at++) hash = scramble(Math.imul(hash, 31) ^ (exact[at] ?? 0));
  return hash >>> 0;
}

/** The same with numbers masked: that of template twins is equal. */
export function maskedHash(tokens: Tokens): number {
  let hash = tokens.length;
  for (let at = 0; at < tokens.length; at++) hash = scramble(Math.imul(hash, 31) ^ skeletonAt(tokens, at));
  return hash >>> 0;
}

/** Hash of the tokens from `at`, numbers masked. */
export function gramAt(tokens: Tokens, at: number): number {
  let hash = 0;
  for (let step = 0; step < GRAM; step++)
    hash = Math.imul(hash, 0x2c1b3c6d) + Math.imul(skeletonAt(tokens, at + step), 0x297a2d39);
  return scramble(hash);
}

function tellsOfContent({ kinds }: Tokens, at: number): boolean {
  for (let step = 0; step < GRAM; step++) if (kinds[at + step] === KIND.content) return true;
  return false;
}

/** Hashes of an item's seeds: those with a word of content, or all when there are few such. */
export function itemGrams(tokens: Tokens): number[] {
  const [telling, all]: [number[], number[]] = [[], []];
  for (let at = 0; at + GRAM <= tokens.length; at++) {
    const hash = gramAt(tokens, at);
    all.push(hash);
    if (tellsOfContent(tokens, at)) telling.push(hash);
  }
  return telling.length < FEW_GRAMS ? all : telling;
}

/** Words, letters and numbers of a text by their hashes, each once, with what its kind counts. Stop words have none. */
export function bagOf({ exact, kinds, length }: Tokens): Map<number, number> {
  const bag = new Map<number, number>();
  for (let at = 0; at < length; at++) {
    const share = SHARE[kinds[at] ?? 0] ?? 0;
    if (share > 0) bag.set(exact[at] ?? 0, share);
  }
  return bag;
}
