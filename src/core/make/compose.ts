import { valueOf } from '../maths/arithmetic';
import type { Reading } from '../profile/reading';
import { numbersIn } from './number-text';

/** Problems joined so that the answer of each is needed for the next (the idea of h1: Motwani et al. 2025). */
export interface Composition {
  problem: string;
  answer: string;
  /** How many problems are joined. */
  horizon: number;
}

/** What is joined: a problem with its answer, as texts. */
export interface Atom {
  problem: string;
  answer: string;
}

/** The problem and the reference answer of a row; null where it lacks one. */
export function atomOf({ problem, answers }: Reading): Atom | null {
  const [answer] = answers;
  if (problem.length === 0 || !answer) return null;
  return { problem: problem.map(({ text }) => text).join('\n\n'), answer: answer.text };
}

/** Names for what is carried on: the first answer is X, where no problem speaks of another one. */
const NAMES = ['X', 'Y', 'Z', 'U', 'V', 'W'];
export const LONGEST_CHAIN = NAMES.length + 1;

/**
 * Joins problems into a chain. The answer of each must stand exactly once, as a number, in the next problem, where its name takes
 * its place: so the answer of the last stays what it was. Says why where that cannot be done.
 */
export function compose(atoms: Atom[]): { composition: Composition } | { why: string } {
  const last = atoms.at(-1);
  if (!last || atoms.length < 2) return { why: 'A chain has two problems at least.' };
  if (atoms.length > LONGEST_CHAIN) return { why: `A chain has ${LONGEST_CHAIN} problems at most.` };
  const names = NAMES.filter(
    (name) => !atoms.some(({ problem }) => new RegExp(`\\b${name}\\b`).test(problem)),
  );
  if (names.length < atoms.length - 1)
    return {
      why: `The problems use the names ${NAMES.join(', ')} themselves: none is left for what is carried on.`,
    };
  const parts: string[] = [];
  for (const [at, { problem }] of atoms.entries()) {
    const before = atoms[at - 1];
    const asked = before ? carriedOn(problem, before.answer, names[at - 1] ?? '') : problem;
    if (asked === null)
      return { why: `The answer ${before?.answer} does not stand once in problem ${at + 1}.` };
    parts.push(at === atoms.length - 1 ? asked : `${asked}\nLet ${names[at]} be the answer.`);
  }
  return {
    composition: { problem: parts.join('\n\n'), answer: last.answer, horizon: atoms.length },
  };
}

/** The problem with a name in place of the one number that is worth `answer`. */
function carriedOn(problem: string, answer: string, name: string): string | null {
  const value = valueOf(answer);
  const places = value ? numbersIn(problem).filter((number) => number.value.equals(value)) : [];
  const [place] = places;
  if (!place || places.length > 1) return null;
  return problem.slice(0, place.start) + name + problem.slice(place.end);
}
