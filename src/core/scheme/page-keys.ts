/** Keys that answers may have. */
export const ANSWER_KEYS: readonly string[] = '1234567890bgmnuy'.split('');

/** What the other unshifted keys do while questions are asked: no answer can have them. */
export const PAGE_KEYS: Readonly<Record<string, string>> = {
  a: 'folds the reference solution',
  c: 'tags the row',
  d: 'folds the concepts',
  e: 'shows the source',
  f: 'flags',
  h: 'folds the hints',
  i: 'folds the guideline',
  j: 'goes on',
  k: 'goes back',
  l: 'lists the last decisions',
  o: 'folds the other fields',
  p: 'chooses the profile',
  q: 'keeps a queue',
  r: 'shows the rows',
  s: 'skips the row',
  t: 'answers a flag',
  v: 'gives up with a reason',
  w: 'gives the row the whole window',
  x: 'marks the problem as bad',
  z: 'shows the pictures',
};
