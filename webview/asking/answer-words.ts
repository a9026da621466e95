import type { TargetAnswers } from '../../src/core/scheme/answers';
import { nextOpen } from '../../src/core/scheme/answers';
import { answerText, spansIn, valuesIn } from '../../src/core/scheme/asked-questions';
import type { AnswerValue, AskedQuestion, AskedValue } from '../../src/core/scheme/asked-questions';
import type { AnswerTarget, StepTarget } from '../../src/core/annotation/event';
import { positionOf, stepName, targetName } from '../../src/core/cut/step-target';
import type { Trace } from '../../src/core/profile/reading';
import type { Suggested } from '../reading/trace-columns';
import { regionName } from '../pictures/region-words';
import type { StepAnswer } from './row-asking';
import type { SuggestedAnswer } from './suggested-answers';

/** What a value is called: a grade by its number, with what it means. */
export function titleOfValue({ value, title }: AskedValue): string {
  if (typeof value !== 'number') return title;
  return title === '' ? String(value) : `${value} ${title}`;
}

/** An answer in words. */
export function answerInWords({ values }: AskedQuestion, answer: AnswerValue): string {
  const spans = spansIn(answer);
  if (spans.length > 0)
    return spans
      .map(({ text, value }) => {
        const known = values.find((each) => each.value === value);
        return known ? `${titleOfValue(known)}: ${text}` : text;
      })
      .join('; ');
  const titles = valuesIn(answer).map((each) => {
    const known = values.find(({ value }) => value === each);
    return known ? titleOfValue(known) : String(each);
  });
  return titles.length > 0 ? titles.join(', ') : 'None';
}

/** An answer to a question that no scheme has any more. */
export function plainAnswer(answer: AnswerValue): string {
  if (typeof answer === 'boolean') return answer ? 'Yes' : 'No';
  return answerText(answer) || 'None';
}

/** So many answers have room in the label places beside a step. */
const PLACES = 4;

export function stepAnswer(
  questions: readonly AskedQuestion[],
  said: TargetAnswers,
  inHand: AskedQuestion | null,
  suggested: readonly SuggestedAnswer[],
): StepAnswer {
  const { answers, implied, after } = said;
  const given = questions.flatMap((question) => {
    const answer = answers.get(question.id);
    return answer === undefined ? [] : [answerInWords(question, answer)];
  });
  const due = !after && nextOpen(questions, said, 0) !== null;
  const answer = inHand && answers.get(inHand.id);
  const choices =
    inHand && inHand.way !== 'span' && inHand.values.length <= PLACES
      ? inHand.values.map((value) => ({
          ...{ key: value.key, title: titleOfValue(value) },
          on: Array.isArray(answer) ? valuesIn(answer).includes(String(value.value)) : answer === value.value,
        }))
      : [];
  const [first] = questions;
  const wrong = first !== undefined && isError(first, answers.get(first.id));
  const tone = after ? 'after' : wrong ? 'error' : due ? 'due' : 'plain';
  const signs = first ? suggestionSigns(first, suggested) : [];
  return { words: given.join(', '), tone, implied, choices, suggested: signs };
}

/** What models answered to a question, with the signs of one's own answers to it. */
function suggestionSigns(question: AskedQuestion, suggested: readonly SuggestedAnswer[]): Suggested[] {
  const answers = suggested.filter((each) => each.question === question.id);
  return answers.map(({ by, value }) => ({
    ...{ by, words: answerInWords(question, value) },
    icon: isError(question, value) ? 'close' : 'check',
  }));
}

function isError({ values }: AskedQuestion, answer: AnswerValue | undefined): boolean {
  return values.some(({ value, error }) => error && answer === value);
}

/** The part of the row that is in hand, in words. */
export function targetInWords(target: AnswerTarget, traces: readonly Trace[]): string {
  switch (target.kind) {
    case 'row':
      return 'Row';
    case 'region':
      return regionName(target);
    case 'pair':
      return 'Pair';
    case 'problem':
      return 'Problem';
    case 'hint':
    case 'concept':
      return `${target.kind === 'hint' ? 'Hint' : 'Concept'} ${target.at + 1}`;
    case 'trace':
    case 'step': {
      const at = traces.findIndex(({ id }) => id === target.trace);
      const letter = traces.length > 1 ? String.fromCharCode(65 + Math.max(0, at)) : '';
      if (target.kind === 'trace') return letter === '' ? 'Trace' : `Trace ${letter}`;
      const name = nameIn(traces[at], target);
      return letter === '' ? `Step ${name}` : `Step ${name} of ${letter}`;
    }
  }
}

/** What a step is called in a trace as it is cut. */
export function nameIn(trace: Trace | undefined, target: StepTarget): string {
  const at = trace ? positionOf(trace, target) : -1;
  return trace && at !== -1 ? stepName(trace, at) : targetName(target);
}
