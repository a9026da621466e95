import type { AnswerDecision, AnswerTarget, Decision } from '../annotation/event';
import type { RowStatus } from '../annotation/labelling';
import { isAnswer } from '../annotation/label-kinds';
import { placeOf } from '../annotation/target-place';
import { askedQuestions, valuesIn } from './asked-questions';
import type { AnswerValue, AskedQuestion } from './asked-questions';
import type { Reading } from '../profile/reading';
import type { NamedScheme } from './scheme';
import { targetsIn } from './scheme-targets';

/** What one annotator has said of one target. */
export interface TargetAnswers {
  target: AnswerTarget;
  /** By question. */
  answers: ReadonlyMap<string, AnswerValue>;
  /** Why, by question, where that was said. */
  rationales: ReadonlyMap<string, string>;
  /** Its answers follow from the first error of its trace. */
  implied: boolean;
  /** It stands behind the first error of its trace: nothing is asked. */
  after: boolean;
}

/** What is said of each target of a row under a scheme. `decisions`: those that stand, oldest first. */
export function answersOn(
  { name, scheme }: NamedScheme,
  targets: readonly AnswerTarget[],
  decisions: readonly Decision[],
): TargetAnswers[] {
  const said = new Map<string, AnswerDecision[]>();
  for (const decision of decisions) {
    if (!isAnswer(decision) || decision.scheme !== name) continue;
    const place = placeOf(decision.target);
    said.set(place, [...(said.get(place) ?? []), decision]);
  }
  const found = targets.map((target): TargetAnswers => {
    const own = said.get(placeOf(target)) ?? [];
    const implied = own.at(-1)?.implied ?? false;
    return { target, answers: standingValues(own), rationales: rationalesIn(own), implied, after: false };
  });
  return scheme.mode === 'first error' ? endedAtErrors(found, askedQuestions(scheme)) : found;
}

function standingValues(decisions: readonly AnswerDecision[]): Map<string, AnswerValue> {
  const values = new Map<string, AnswerValue>();
  for (const { question, value } of decisions) {
    if (value === null) values.delete(question);
    else values.set(question, value);
  }
  return values;
}

function rationalesIn(decisions: readonly AnswerDecision[]): Map<string, string> {
  const rationales = new Map<string, string>();
  for (const { question, rationale } of decisions) {
    if (rationale === undefined) rationales.delete(question);
    else rationales.set(question, rationale);
  }
  return rationales;
}

/** Of each trace what comes behind the first step with an error is not asked. */
function endedAtErrors(found: TargetAnswers[], questions: readonly AskedQuestion[]): TargetAnswers[] {
  const ended = new Set<string>();
  return found.map((each) => {
    if (each.target.kind !== 'step') return each;
    const { trace } = each.target;
    const after = ended.has(trace);
    if (isError(questions, each.answers)) ended.add(trace);
    return { ...each, after };
  });
}

function isError(questions: readonly AskedQuestion[], answers: TargetAnswers['answers']): boolean {
  const [first] = questions;
  const answer = first && answers.get(first.id);
  return first?.values.some(({ value, error }) => error && value === answer) ?? false;
}

/** Whether a question is asked, with these answers to those before it. */
export function isAsked({ when }: AskedQuestion, answers: TargetAnswers['answers']): boolean {
  if (!when) return true;
  const answer = answers.get(when.question);
  if (answer === undefined) return false;
  return when.is.some((wanted) =>
    Array.isArray(answer) ? valuesIn(answer).includes(String(wanted)) : answer === wanted,
  );
}

/** Whether all that must be answered of a target is. */
export function isAnswered(questions: readonly AskedQuestion[], said: TargetAnswers): boolean {
  return said.after || nextOpen(questions, said, 0) === null;
}

/** Whether a question has its answer, but not why, which must be said. */
export function lacksRationale(
  { id, rationale }: AskedQuestion,
  { answers, rationales }: Pick<TargetAnswers, 'answers' | 'rationales'>,
): boolean {
  return rationale === 'required' && answers.has(id) && !rationales.has(id);
}

/** The place of the first question from `from` on that must be answered and is not; null when there is none. */
export function nextOpen(
  questions: readonly AskedQuestion[],
  said: Pick<TargetAnswers, 'answers' | 'rationales'>,
  from: number,
): number | null {
  const { answers } = said;
  const found = questions.findIndex(
    (question, at) =>
      at >= from &&
      isAsked(question, answers) &&
      ((question.required && !answers.has(question.id)) || lacksRationale(question, said)),
  );
  return found === -1 ? null : found;
}

/**
 * The decisions that one answer makes: besides itself, it withdraws the answers to questions that are asked no longer, and an
 * error says of the steps before it what the scheme has them be. `rationale`: why; what was said of that stays where it is missing.
 */
export function answerWith(
  named: NamedScheme,
  all: readonly TargetAnswers[],
  at: number,
  question: string,
  value: AnswerValue | null,
  rationale?: string,
): AnswerDecision[] {
  const questions = askedQuestions(named.scheme);
  const here = all[at];
  if (!here) return [];
  const now = new Map(here.answers);
  if (value === null) now.delete(question);
  else now.set(question, value);
  const why = (value !== null && (rationale ?? here.rationales.get(question))) || undefined;
  const own = { ...answerOf(named, here.target, question, value), ...(why ? { rationale: why } : {}) };
  const error = questions[0]?.id === question && isError(questions, now);
  const before = error ? impliedBefore(named, all, at) : [];
  return [...before, own, ...withdrawn(named, questions, here.target, now)];
}

function answerOf(
  { name }: NamedScheme,
  target: AnswerTarget,
  question: string,
  value: AnswerValue | null,
): AnswerDecision {
  return { what: 'label', scheme: name, question, target, value };
}

/** Withdrawing one may end the asking of another. */
function withdrawn(
  named: NamedScheme,
  questions: readonly AskedQuestion[],
  target: AnswerTarget,
  answers: Map<string, AnswerValue>,
): AnswerDecision[] {
  return questions.flatMap((question) => {
    if (!answers.has(question.id) || isAsked(question, answers)) return [];
    answers.delete(question.id);
    return [answerOf(named, target, question.id, null)];
  });
}

function impliedBefore(named: NamedScheme, all: readonly TargetAnswers[], at: number): AnswerDecision[] {
  const { mode, before } = named.scheme;
  const target = all[at]?.target;
  if (mode !== 'first error' || before === undefined || target?.kind !== 'step') return [];
  return unsaid(named, all.slice(0, at), target.trace, before);
}

/** Says of the steps of a trace of which nothing was said, and that are asked about, what those before an error are. */
export function restIsRight(named: NamedScheme, all: readonly TargetAnswers[], at: number): AnswerDecision[] {
  const { mode, before } = named.scheme;
  const target = all[at]?.target;
  if (mode !== 'first error' || before === undefined || target?.kind !== 'step') return [];
  return unsaid(named, all, target.trace, before);
}

function unsaid(
  named: NamedScheme,
  all: readonly TargetAnswers[],
  trace: string,
  value: string,
): AnswerDecision[] {
  const question = named.scheme.questions[0]?.id ?? '';
  return all.flatMap(({ target, answers, after }) =>
    target.kind === 'step' && target.trace === trace && !after && !answers.has(question)
      ? [{ ...answerOf(named, target, question, value), implied: true }]
      : [],
  );
}

/** How far one has come with a row under a scheme. */
export function statusUnder(named: NamedScheme, reading: Reading, decisions: readonly Decision[]): RowStatus {
  const last = decisions.findLast(
    (decision) => decision.what === 'mark' || (isAnswer(decision) && decision.scheme === named.name),
  );
  if (last?.what === 'mark') return last.value;
  if (!last) return 'untouched';
  const questions = askedQuestions(named.scheme);
  const { target } = named.scheme;
  const targets = target === 'pair' ? pairsIn(decisions) : targetsIn(reading, target, decisions);
  const found = answersOn(named, targets, decisions);
  if (found.every(({ answers }) => answers.size === 0)) return 'untouched';
  return found.every((each) => isAnswered(questions, each)) ? 'done' : 'begun';
}

/** Which rows are linked with it is not known here: a row is done when all pairs are that one began with. */
function pairsIn(decisions: readonly Decision[]): AnswerTarget[] {
  const pairs = decisions.flatMap(({ target }) => (target.kind === 'pair' ? [target] : []));
  return pairs.filter((pair, at) => pairs.findIndex((other) => other.with === pair.with) === at);
}
