import { isEqual } from '../answer/comparison';
import { goldAnswers, judgeTrace } from '../answer/judge-traces';
import type { TraceJudgement } from '../answer/judge-traces';
import type { Answer, Reading, Trace } from '../profile/reading';
import type { Check, CheckedRow } from './check';
import type { Finding } from './finding';
import { leaksOf } from './answer-leaks';
import { findingAt } from './place-finding';

/** Final answers against the row's answer, and against the dataset's own verdict; answers that are none. */
export const answerCheck: Check = {
  id: 'answer',
  title: 'Final answers',
  reads: 'answers, choices, and the final answer of every trace',
  severity: 'warning',
  cost: 'thorough',
  rules: ['answer/trace', 'answer/verdict', 'answer/sentinel', 'answer/choice', 'answer/leaked'],
  start: () => ({
    row: (row) => {
      const reading = row.reading();
      if (!reading || reading.answers.length + reading.traces.length === 0) return [];
      return [
        ...traceFindings(reading, row),
        ...reading.answers.flatMap((answer) => answerFindings(answer, reading, row)),
      ];
    },
  }),
};

/** Out of prose the wrong piece may be taken for the answer. */
const SURE: ReadonlySet<string> = new Set(['whole', 'boxed', 'hashes', 'number']);

function traceFindings(reading: Reading, row: CheckedRow): Finding[] {
  const golds = goldAnswers(reading).filter((gold) => !SENTINEL.test(gold.trim()));
  return reading.traces.flatMap((trace) => {
    if (!trace.finalAnswer || golds.length === 0) return [];
    const judgement = judgeTrace(trace, golds);
    return judgement && judgement.verdict !== 'cannot-tell' && SURE.has(judgement.found)
      ? ofTrace(trace, judgement, row)
      : [];
  });
}

/** Where the dataset has a verdict, only another one is news. */
function ofTrace(trace: Trace, judgement: TraceJudgement, row: CheckedRow): Finding[] {
  const source = trace.finalAnswer;
  const right = isEqual(judgement);
  if (
    !source ||
    (judgement.published === null ? right || isKnownWrong(trace) : judgement.published === right)
  )
    return [];
  const evidence = `${judgement.extracted} against ${judgement.gold}: ${judgement.how}`;
  const severity =
    judgement.published === null && trace.kind !== 'reference' ? ('info' as const) : ('warning' as const);
  const differs = `The final answer ${judgement.extracted} differs from ${judgement.gold}`;
  if (judgement.published === null)
    return [findingAt(row, source, { rule: 'answer/trace', severity, message: `${differs}.`, evidence })];
  const message = right
    ? `The final answer ${judgement.extracted} matches ${judgement.gold}, but the dataset says that it is wrong.`
    : `${differs}, but the dataset says that it is right.`;
  return [findingAt(row, source, { rule: 'answer/verdict', severity, message, evidence })];
}

/** The dataset names a wrong step: that the answer is wrong as well is no news. */
function isKnownWrong({ published }: Trace): boolean {
  return typeof published?.firstError === 'number';
}

const SENTINEL = /^(?:not ?found|n\/?a|nan|null|undefined|unknown|error|todo|tbd|proof|\?+)$/i;

function answerFindings(answer: Answer, reading: Reading, row: CheckedRow): Finding[] {
  const text = answer.text.trim();
  if (SENTINEL.test(text))
    return [
      findingAt(row, answer, {
        rule: 'answer/sentinel',
        severity: 'warning',
        message: `“${text}” stands for an answer that is missing.`,
        evidence: text,
      }),
    ];
  const labels = reading.choices.map(({ label }) => label);
  const letter = /^\(?([A-Za-z])[).]?$/.exec(text)?.[1]?.toUpperCase();
  if (
    labels.length > 1 &&
    letter !== undefined &&
    labels.every((label) => /^[A-Z]$/.test(label)) &&
    !labels.includes(letter) &&
    !reading.choices.some(({ source }) => source.text.trim() === text)
  )
    return [
      findingAt(row, answer, {
        rule: 'answer/choice',
        severity: 'error',
        message: `There is no choice ${text}, only ${labels.join(', ')}.`,
        evidence: text,
      }),
    ];
  return leaksOf(text, reading).map(({ where, source, place }) => {
    const message = `The ${where} tells the answer, ${text}.`;
    const said = { rule: 'answer/leaked', severity: 'warning' as const, message, evidence: text };
    return findingAt(row, source, said, place);
  });
}
