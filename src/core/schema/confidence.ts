/** What held in all of `count` cases holds in the next with this probability (Laplace's rule of succession). */
export function alwaysSeen(count: number): number {
  return (count + 1) / (count + 2);
}

/** The next of `count` numbers lies between the least and the greatest of them with this probability (Wilks 1941). */
export function withinRange(count: number): number {
  return Math.max(0, (count - 1) / (count + 1));
}

/** The next value is one of those that were seen, so often each (Good 1953: the unseen ones weigh as those seen once). */
export function amongSeen(counts: Iterable<number>): number {
  let [all, once] = [0, 0];
  for (const count of counts) {
    all += count;
    if (count === 1) once++;
  }
  return all === 0 ? 0 : Math.min(1 - once / all, alwaysSeen(all));
}
