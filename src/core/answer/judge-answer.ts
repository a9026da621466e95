import { readAnswer } from './answer-value';
import type { AnswerValue } from './answer-value';
import { joinedUp, plain, yesOrNo } from './answer-words';
import { compareChoices } from './choices';
import { compareValues } from './compare-answers';
import { isEqual } from './comparison';
import type { Comparison } from './comparison';
import { extractAnswer } from './extract-answer';
import type { ExtractedAnswer } from './extract-answer';
import { foldText } from './fold-text';
import { compareDates } from './dates';
import { compareLetterOrder } from './lettered-names';
import { inDollars, otherCurrency } from './money';
import { comparePropositions } from './propositions';
import { compareInParts } from './quantities';
import { compareTimes } from './times-of-day';

/** What was compared, and what came of it. */
export interface AnswerJudgement extends Comparison {
  /** What was taken for the answer of either text. */
  gold: string;
  extracted: string;
  /** By what sign the answer was found. */
  found: ExtractedAnswer['how'] | 'nothing';
}

/** Judges the answer that a text comes to against the right one. Either may be an answer alone or a whole solution. */
export function judgeAnswer(gold: string, given: string): AnswerJudgement {
  const [right, answer] = [extractAnswer(gold), extractAnswer(given)];
  const texts = {
    gold: right?.text ?? '',
    extracted: answer?.text ?? '',
    found: answer?.how ?? ('nothing' as const),
  };
  if (!right) return { verdict: 'cannot-tell', how: 'there is no right answer to compare with', ...texts };
  if (!answer) return { verdict: 'cannot-tell', how: 'no answer was found', ...texts };
  return { ...compareAnswers(right.text, answer.text), ...texts };
}

/** Compares two answers that have nothing around them. */
export function compareAnswers(a: string, b: string): Comparison {
  if (a.trim() === b.trim())
    return a.trim() === ''
      ? { verdict: 'cannot-tell', how: 'there is no answer' }
      : { verdict: 'equal-exact', how: 'same text' };
  if (a.length > LONGEST_COMPARED || b.length > LONGEST_COMPARED)
    return { verdict: 'cannot-tell', how: 'too long to compare' };
  const apart = otherCurrency(a, b) ?? comparePropositions(a, b);
  if (apart) return apart;
  const [folded, other] = [foldText(a), foldText(b)];
  const [left, right] = [joinedUp(folded), joinedUp(other)];
  if (left !== '' && (left === right || (plain(folded) === plain(other) && !/[A-Z]/.test(folded + other))))
    return { verdict: 'equal-exact', how: 'same text but for spacing' };
  return choiceTold(folded, other) ?? compareFolded(a, b, folded, other);
}

/** `(D) 3/4` against `3/4`: what the choice says. Null where it does not say the same. */
function choiceTold(a: string, b: string): Comparison | null {
  const [said, other] = [a, b].map((text) => CHOICE_SAYS.exec(text)?.[1]);
  if ((said === undefined) === (other === undefined)) return null;
  const told = compareValues(readAnswer(said ?? a), readAnswer(other ?? b));
  return isEqual(told) ? told : null;
}

const CHOICE_SAYS = /^⟨?\s*\([A-J]\)\s*⟩?\s+(\S*\d.*)$/;

function compareFolded(a: string, b: string, folded: string, other: string): Comparison {
  return (
    compareTimes(folded, other) ??
    (MAY_BE_DATE.test(folded) ? compareDates(folded, other) : null) ??
    (HAS_WORDS.test(folded) || HAS_WORDS.test(other) ? compareWords(folded, other) : null) ??
    inDollars(a, b, inRadians(a, b, bothReadings(readAnswer(a), readAnswer(b), folded, other)))
  );
}

const MAY_BE_DATE = /^\d{4}-|[A-Za-z]{3}/;
const HAS_WORDS = /[A-Za-z\u0080-\uFFFF]/;

function compareWords(a: string, b: string): Comparison | null {
  return compareYesAndNo(a, b) ?? compareInParts(a, b) ?? compareChoices(a, b) ?? compareLetterOrder(a, b);
}

/** One of both says yes or no and no more: what the other one adds to it, it need not. */
function compareYesAndNo(a: string, b: string): Comparison | null {
  const [left, right] = [yesOrNo(a), yesOrNo(b)];
  if (left === null || right === null) return null;
  return left === right
    ? { verdict: 'equal-exact', how: 'same words' }
    : { verdict: 'different', how: `${left} against ${right}` };
}

const LONGEST_COMPARED = 20_000;
/** `1.234.567,8`, as many languages write it. */
const GROUPED = /^-?\d{1,3}(?:(?:\.\d{3})+,\d+|(?:\.\d{3}){2,})$/;

function ungrouped(number: string): string {
  return number.replaceAll('.', '').replace(',', '.');
}

/** `10,455` is a number, or a list of two when it stands against one. */
function bothReadings(a: AnswerValue, b: AnswerValue, left: string, right: string): Comparison {
  const first = compareValues(a, b);
  if (GROUPED.test(left) !== GROUPED.test(right)) {
    const [one, other] = [left, right].map((text) => readAnswer(text.replace(GROUPED, ungrouped)));
    if (one && other && isEqual(compareValues(one, other))) return compareValues(one, other);
  }
  if (isEqual(first) || !/\d, ?\d{3}(?!\d)/.test(left + right) || (a.kind === 'list') === (b.kind === 'list'))
    return first;
  const spaced = compareValues(
    readAnswer(left.replace(/,\s*/g, ';')),
    readAnswer(right.replace(/,\s*/g, ';')),
  );
  return isEqual(spaced) ? spaced : first;
}

const DEGREE = /°|\^\s*\{?\s*\\circ\s*\}?|\\degree(?![A-Za-z])/g;

/** `30^\circ` is also `\frac{\pi}{6}`, where that is what it stands against. */
function inRadians(a: string, b: string, asTheyStand: Comparison): Comparison {
  if (asTheyStand.verdict !== 'different') return asTheyStand;
  const [degrees, other] = a.search(DEGREE) < 0 ? [b, a] : [a, b];
  if (
    degrees.search(DEGREE) < 0 ||
    other.search(DEGREE) >= 0 ||
    !/\\pi|π|\bpi\b|arc(?:sin|cos|tan)|(?:sin|cos|tan)\s*\^\s*\{\s*-1/.test(other)
  )
    return asTheyStand;
  const same = compareValues(
    readAnswer(degrees.replace(DEGREE, '\\cdot\\frac{\\pi}{180}')),
    readAnswer(other),
  );
  return isEqual(same) ? { ...same, how: 'degrees as radians' } : asTheyStand;
}
