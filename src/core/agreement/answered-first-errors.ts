import type { SignedDecision } from '../annotation/event';
import { isAnswer } from '../annotation/label-kinds';
import { askedQuestions } from '../scheme/asked-questions';
import type { NamedScheme } from '../scheme/scheme';

/** Which answers to which question of a scheme are errors that end a trace. */
export interface ErrorAnswers {
  scheme: string;
  question: string;
  values: unknown[];
}

/** Where an annotator put the first error of a trace: a step of the dataset (0-based), null for none. */
export interface FirstError {
  decision: SignedDecision;
  trace: string;
  step: number | null;
}

/** Those of the schemes that ask for the first error. */
export function errorAnswersOf(schemes: readonly NamedScheme[]): ErrorAnswers[] {
  return schemes.flatMap(({ name, scheme }) => {
    const [first] = askedQuestions(scheme);
    if (scheme.mode !== 'first error' || !first) return [];
    const values = first.values.filter(({ error }) => error).map(({ value }) => value);
    return [{ scheme: name, question: first.id, values }];
  });
}

/**
 * Each annotator's first error of each trace under a scheme. None found counts for who answered as many of its steps as anybody: others may
 * not have come to its end. One in steps that the annotator joined is not told, since it is in any of them.
 */
export function answeredFirstErrors(
  standing: readonly SignedDecision[],
  { scheme, question, values }: ErrorAnswers,
): FirstError[] {
  const found = new Map<string, FirstError & { last: number; joined: boolean }>();
  const reached = new Map<string, number>();
  for (const decision of standing) {
    if (!isAnswer(decision) || decision.scheme !== scheme || decision.question !== question) continue;
    const { target, value, annotator } = decision;
    if (target.kind !== 'step' || value === null) continue;
    const { trace } = target;
    const key = JSON.stringify([annotator, trace]);
    const known = found.get(key) ?? { decision, trace, step: null, last: -1, joined: false };
    const end = target.piece?.to.step ?? target.step;
    const last = Math.max(known.last, end);
    const isFirst = values.includes(value) && (known.step === null || target.step < known.step);
    const here = isFirst ? { decision, step: target.step, joined: end !== target.step } : {};
    found.set(key, { ...known, ...here, last });
    reached.set(trace, Math.max(reached.get(trace) ?? 0, last));
  }
  return [...found.values()].filter(
    ({ trace, step, last, joined }) => !joined && (step !== null || last === reached.get(trace)),
  );
}
