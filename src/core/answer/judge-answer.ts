import { readAnswer } from './answer-value';
import type { AnswerValue } from './answer-value';
import { compareValues, isEqual, plain } from './compare-answers';
import type { Comparison } from './compare-answers';
import { extractAnswer } from './extract-answer';
import type { ExtractedAnswer } from './extract-answer';
import { foldText } from './fold-text';
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
  const [folded, other] = [foldText(a), foldText(b)];
  if (folded !== '' && plain(folded) === plain(other) && !/[A-Z]/.test(folded + other))
    return { verdict: 'equal-exact', how: 'same text but for spacing' };
  return (
    compareTimes(folded, other) ??
    asChoice(folded, other) ??
    bothReadings(readAnswer(a), readAnswer(b), folded, other)
  );
}

const LONGEST_COMPARED = 20_000;
const CHOICE = /^[([]?\s*⟨?\s*[([]?([A-Ja-j])[)\].:]*\s*⟩?\s*[)\].:]?$/;
const CHOICE_WITH_TEXT = /^(?:⟨?\s*)?(?:\(([A-J])\)|([A-J])[).:])\s*⟩?\s*\S/;

/** `(C)`, `C.` and `C) 12` all choose C. */
function asChoice(a: string, b: string): Comparison | null {
  const [left, right] = [letterOf(a), letterOf(b)];
  const [one, other] = [left ?? choiceWithText(a), right ?? choiceWithText(b)];
  if (one === null || other === null) return null;
  if (left === null && right === null) return bothWithText(a, b);
  return one.toUpperCase() === other.toUpperCase()
    ? { verdict: 'equal-exact', how: 'same choice' }
    : { verdict: 'different', how: 'another choice' };
}

/** `(A) 12` and `A. 12`: whatever else they say must be the same. */
function bothWithText(a: string, b: string): Comparison | null {
  const [left, right] = [a, b].map((text) => text.replace(/^(?:⟨?\s*)?\(?([A-J])[).:]\s*⟩?\s*/, '$1 '));
  return left === right ? { verdict: 'equal-exact', how: 'same choice' } : null;
}

function letterOf(text: string): string | null {
  return CHOICE.exec(text)?.[1] ?? null;
}

function choiceWithText(text: string): string | null {
  const [, enclosed, bare] = CHOICE_WITH_TEXT.exec(text) ?? [];
  return enclosed ?? bare ?? null;
}

/** `10,455` is a number, or a list of two when it stands against one. */
function bothReadings(a: AnswerValue, b: AnswerValue, left: string, right: string): Comparison {
  const first = compareValues(a, b);
  if (isEqual(first) || !/\d, ?\d{3}(?!\d)/.test(left + right) || (a.kind === 'list') === (b.kind === 'list'))
    return first;
  const spaced = compareValues(
    readAnswer(left.replace(/,\s*/g, ';')),
    readAnswer(right.replace(/,\s*/g, ';')),
  );
  return isEqual(spaced) ? spaced : first;
}
