/** One element that became another. */
export interface Partner {
  old: number;
  now: number;
}

/** Share of words that two texts must have in common to be versions of each other. */
const ALIKE = 0.4;
/** Stretches with more pairs to look at are paired one by one. */
const MOST_PAIRS = 2500;

/**
 * Which of the replaced elements of a list became which of the new ones, in order: those with most words in common (Dice's
 * coefficient, summed over an alignment that crosses nowhere), and between them one by one.
 */
export function alignSimilar(before: readonly string[], after: readonly string[]): Partner[] {
  const anchors = before.length * after.length > MOST_PAIRS ? [] : bestAlignment(before, after);
  const partners: Partner[] = [];
  let [old, now] = [0, 0];
  for (const anchor of [...anchors, { old: before.length, now: after.length }]) {
    for (; old < anchor.old && now < anchor.now; old++, now++) partners.push({ old, now });
    if (anchor.old < before.length) partners.push(anchor);
    [old, now] = [anchor.old + 1, anchor.now + 1];
  }
  return partners;
}

/** Needleman and Wunsch (1970) without a cost for gaps. */
function bestAlignment(before: readonly string[], after: readonly string[]): Partner[] {
  const [olds, news] = [before.map(wordsOf), after.map(wordsOf)];
  const width = after.length + 1;
  const best = new Float64Array((before.length + 1) * width); // best[i, j]: of the elements from i and from j on
  const at = (old: number, now: number) => best[old * width + now] ?? 0;
  const gain = olds.map((words) => news.map((others) => likeness(words, others)));
  for (let old = before.length - 1; old >= 0; old--)
    for (let now = after.length - 1; now >= 0; now--)
      best[old * width + now] = Math.max(
        at(old + 1, now),
        at(old, now + 1),
        at(old + 1, now + 1) + (gain[old]?.[now] ?? 0),
      );
  const partners: Partner[] = [];
  for (let [old, now] = [0, 0]; old < before.length && now < after.length;) {
    if (at(old, now) === at(old + 1, now)) old++;
    else if (at(old, now) === at(old, now + 1)) now++;
    else partners.push({ old: old++, now: now++ });
  }
  return partners;
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.match(/[\p{L}\p{N}]+/gu));
}

function likeness(words: ReadonlySet<string>, others: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of words) if (others.has(word)) shared++;
  const share = (2 * shared) / Math.max(1, words.size + others.size);
  return share < ALIKE ? 0 : share;
}
