import { isEqual } from '../answer/compare-answers';
import { goldAnswers, judgeTrace } from '../answer/judge-traces';
import type { TraceJudgement } from '../answer/judge-traces';
import type { Answer, Reading, Trace } from '../profile/reading';
import type { Check, CheckedRow } from './check';
import type { Finding } from './finding';
import { findingAt, findingInRow } from './place-finding';

/** Final answers against the row's answer, and against the dataset's own verdict; answers that are none. */
export const answerCheck: Check = {
  id: 'answer',
  title: 'Final answers',
  reads: 'answers, choices, and the final answer of every trace',
  severity: 'warning',
  cost: 'thorough',
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
  const golds = goldAnswers(reading);
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

const SENTINEL = /^(?:not ?found|n\/?a|nan|null|undefined|unknown|error|todo|tbd|\?+)$/i;

function answerFindings(answer: Answer, { choices, problem }: Reading, row: CheckedRow): Finding[] {
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
  const labels = choices.map(({ label }) => label);
  if (
    labels.length > 1 &&
    /^[A-Z]$/.test(text) &&
    labels.every((label) => /^[A-Z]$/.test(label)) &&
    !labels.includes(text)
  )
    return [
      findingAt(row, answer, {
        rule: 'answer/choice',
        severity: 'error',
        message: `There is no choice ${text}, only ${labels.join(', ')}.`,
        evidence: text,
      }),
    ];
  return leaks(text, problem.map((part) => part.text).join('\n')) ? [leaked(text, row)] : [];
}

/** Said as an answer, not merely a number that the problem gives. */
function leaks(answer: string, problem: string): boolean {
  if (answer.length === 0 || answer.length > 200) return false;
  const marks = [
    `\\boxed{${answer}}`,
    `#### ${answer}`,
    `answer is ${answer}`,
    `Answer: ${answer}`,
    `answer is $${answer}$`,
  ];
  return marks.some((mark) => {
    const at = problem.indexOf(mark);
    return at >= 0 && !/[\d\w]/.test(problem[at + mark.length] ?? ' ');
  });
}

function leaked(answer: string, row: CheckedRow): Finding {
  return findingInRow(row, {
    rule: 'answer/leaked',
    severity: 'warning',
    message: `The problem tells its answer, ${answer}.`,
    evidence: answer,
  });
}
