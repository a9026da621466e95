import { KIND, MASK, scramble, skeletonAt } from './tokens';
import type { Tokens } from './tokens';

/** Tokens of a seed. */
export const GRAM = 4;
/** An item with fewer seeds that tell of content gives all of its seeds. */
const FEW_GRAMS = 8;

/** What a feature counts, for its rarity, by its kind: that of content, of a letter, of a number; a stop word is none. */
export const SHARES: readonly number[] = [1, 0, 0.35, 0.7];

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

const STEP = 0x2c1b3c6d;
const FACTOR = 0x297a2d39;
/** What a token counts three steps after it was added. */
const OLDEST = Math.imul(Math.imul(Math.imul(FACTOR, STEP), STEP), STEP);

/** Hash of the tokens from `at`, numbers masked. */
export function gramAt(tokens: Tokens, at: number): number {
  let hash = 0;
  for (let step = 0; step < GRAM; step++)
    hash = Math.imul(hash, STEP) + Math.imul(skeletonAt(tokens, at + step), FACTOR);
  return scramble(hash);
}

/** Calls back with `gramAt` of each place, one made from the one before. */
export function eachGram({ exact, kinds, length }: Tokens, onGram: (hash: number, at: number) => void): void {
  let hash = 0;
  let [first, second, third, fourth] = [0, 0, 0, 0];
  for (let at = 0; at < length; at++) {
    hash = Math.imul(hash - Math.imul(first, OLDEST), STEP);
    first = second;
    second = third;
    third = fourth;
    fourth = kinds[at] === KIND.number ? MASK : (exact[at] ?? 0);
    hash = (hash + Math.imul(fourth, FACTOR)) | 0;
    if (at >= GRAM - 1) onGram(scramble(hash), at - GRAM + 1);
  }
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
export function bagOf({
  exact,
  kinds,
  length,
}: Pick<Tokens, 'exact' | 'kinds' | 'length'>): Map<number, number> {
  const bag = new Map<number, number>();
  for (let at = 0; at < length; at++) {
    const share = SHARES[kinds[at] ?? 0] ?? 0;
    if (share > 0) bag.set(exact[at] ?? 0, share);
  }
  return bag;
}
