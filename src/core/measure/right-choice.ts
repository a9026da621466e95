import type { Reading } from '../profile/reading';

/** What names the right choice of a row: its letter and its text. Nothing where more than one is right, or none. */
export function rightChoice({ choices }: Reading): string[] {
  const right = choices.filter((choice) => choice.right);
  return right.length === 1 ? right.flatMap(({ label, source }) => [label, source.text]) : [];
}
