import type { Reading, Trace } from '../profile/reading';
import { isEqual } from './comparison';
import { judgeAnswer } from './judge-answer';
import type { AnswerJudgement } from './judge-answer';

/** What the answer of one trace is to the right one. */
export interface TraceJudgement extends AnswerJudgement {
  /** The trace's id. */
  trace: string;
  author: string;
  kind: Trace['kind'];
  /** What the dataset itself says of its answer; null when it says nothing. */
  published: boolean | null;
}

/** Judges every trace of a row against the row's answer. Nothing where the row has no answer to compare with. */
export function judgeTraces(reading: Reading): TraceJudgement[] {
  const golds = goldAnswers(reading);
  if (golds.length === 0) return [];
  return reading.traces.flatMap((trace) => {
    if (trace.kind === 'reference' && reading.answers.length === 0) return [];
    const judgement = judgeTrace(trace, golds);
    return judgement ? [judgement] : [];
  });
}

/**
 * The right answers of a row, as any of which a trace may end: its own, else those of its reference solutions. A choice that alone is
 * right is answered by its letter as by its text.
 */
export function goldAnswers({ answers, choices, traces }: Reading): string[] {
  if (answers.some(({ kind }) => kind === 'none')) return [];
  const given = answers.map(({ text }) => text);
  const right = choices.filter((choice) => choice.right);
  const isNamed = right.length === 1 || answers.some(({ kind }) => kind === 'choice');
  const references = traces
    .filter(({ kind }) => kind === 'reference')
    .flatMap(({ finalAnswer }) => finalAnswer?.text ?? []);
  const golds = answers.length > 0 ? given : references;
  const chosen = isNamed ? right.map(({ source }) => source.text) : [];
  const letters =
    right.length === 1 ? right.map(({ label }) => label).filter((label) => LETTER.test(label)) : [];
  return [...new Set([...golds, ...chosen, ...letters])].filter((gold) => gold.trim() !== '');
}

/** A number names a choice as well, but is too often an answer of its own. */
const LETTER = /^[A-Z]$/i;

/** Null for a trace that has neither a final answer nor steps to look for one in. */
export function judgeTrace(trace: Trace, golds: readonly string[]): TraceJudgement | null {
  const text =
    trace.finalAnswer?.text ??
    trace.steps
      .slice(-LAST_STEPS)
      .map(({ source }) => source.text)
      .join('\n\n');
  if (text.trim() === '') return null;
  const judgement = judgeByAny(golds, text);
  if (!judgement) return null;
  const { id, author, kind, published } = trace;
  return { ...judgement, trace: id, author, kind, published: published?.answerRight ?? null };
}

/** An answer is right as any of the right ones; a letter beside another letter is wrong, whatever the choices say. */
export function judgeByAny(golds: readonly string[], text: string): AnswerJudgement | null {
  const tried = golds.map((gold) => judgeAnswer(gold, text));
  return (
    tried.find(isEqual) ??
    tried.find(isOtherLetter) ??
    tried.find(({ verdict }) => verdict === 'cannot-tell') ??
    tried[0] ??
    null
  );
}

function isOtherLetter({ verdict, gold, extracted }: AnswerJudgement): boolean {
  return verdict === 'different' && LETTER.test(gold) && LETTER.test(extracted);
}

/** An answer without a sign stands in one of them, if anywhere. */
const LAST_STEPS = 3;
