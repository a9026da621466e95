import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AnswerDecision, AnswerTarget, Decision } from '../../../src/core/annotation/event';
import { decisionSchema } from '../../../src/core/annotation/event';
import {
  answersOn,
  answerWith,
  isAnswered,
  restIsRight,
  statusUnder,
} from '../../../src/core/scheme/answers';
import { askedQuestions } from '../../../src/core/scheme/asked-questions';
import type { AnswerValue } from '../../../src/core/scheme/asked-questions';
import type { NamedScheme } from '../../../src/core/scheme/scheme';
import { targetsIn } from '../../../src/core/scheme/scheme-targets';
import { emptyReading } from '../../../src/core/profile/reading';
import { traceOf } from '../traces';
import { FIRST_ERROR, named, STEPS } from './schemes';

const reading = { ...emptyReading(), traces: [traceOf('t', 4), traceOf('u', 2)] };
const steps = targetsIn(reading, 'step', []);

/** Answers questions one after the other: the target's place, the question, the value. */
function answered(scheme: NamedScheme, ...said: [number, string, AnswerValue | null][]): Decision[] {
  return said.reduce((decisions: Decision[], [at, question, value]) => {
    const all = answersOn(scheme, steps, decisions);
    return [...decisions, ...answerWith(scheme, all, at, question, value)];
  }, []);
}

const gist = (decisions: readonly Decision[]) =>
  (decisions as AnswerDecision[]).map(({ target, question, value, implied }) => {
    const step = target.kind === 'step' ? `${target.trace}${target.step}` : target.kind;
    return `${step} ${question} ${JSON.stringify(value)}${implied ? ' implied' : ''}`;
  });

test('the targets of a row are its steps, traces, problem, hints, concepts or itself', () => {
  const source = { path: ['q'], start: 0, end: 3, text: 'abc', dialect: 'markdown' as const };
  const row = {
    ...reading,
    problem: [source],
    hints: [
      { kind: 'text' as const, source },
      { kind: 'id' as const, id: 'h2', path: ['h', 1] },
    ],
  };
  const kinds = (target: Parameters<typeof targetsIn>[1]) =>
    targetsIn(row, target, []).map(({ kind }) => kind);
  assert.equal(steps.length, 6);
  assert.deepEqual(kinds('trace'), ['trace', 'trace']);
  assert.deepEqual(kinds('row'), ['row']);
  assert.deepEqual(kinds('problem'), ['problem']);
  assert.deepEqual(kinds('concept'), []);
  assert.deepEqual(targetsIn(row, 'hint', [])[1], { kind: 'hint', at: 1, path: ['h', 1], start: 0, end: 2 });
});

test('a target is answered with its required questions, as far as they are asked', () => {
  const scheme = named(STEPS);
  const questions = askedQuestions(scheme.scheme);
  const done = (...said: Parameters<typeof answered>[1][]) => {
    const [first] = answersOn(scheme, steps, answered(scheme, ...said));
    return first && isAnswered(questions, first);
  };
  assert.equal(done([0, 'step', 'good']), false);
  assert.equal(done([0, 'step', 'good'], [0, 'sure', true]), true);
  assert.equal(done([0, 'step', 'bad'], [0, 'sure', true]), false);
  assert.equal(done([0, 'step', 'bad'], [0, 'kind', []], [0, 'sure', true]), true);
});

test('an answer that ends the asking of a question withdraws the answer to it', () => {
  const scheme = named(STEPS);
  const decisions = answered(scheme, [0, 'step', 'bad'], [0, 'kind', ['sign']], [0, 'step', 'odd']);
  assert.deepEqual(gist(decisions), ['t0 step "bad"', 't0 kind ["sign"]', 't0 step "odd"', 't0 kind null']);
  const [first] = answersOn(scheme, steps, decisions);
  assert.deepEqual([...(first?.answers ?? [])], [['step', 'odd']]);
});

test('the first error says of the steps before it what the scheme has them be, and ends its trace alone', () => {
  const scheme = named(FIRST_ERROR);
  const decisions = answered(scheme, [0, 'step', 'odd'], [2, 'step', 'bad'], [4, 'step', 'good']);
  assert.deepEqual(gist(decisions), [
    't0 step "odd"',
    't1 step "good" implied',
    't2 step "bad"',
    'u0 step "good"',
  ]);
  const all = answersOn(scheme, steps, decisions);
  assert.deepEqual(
    all.map(({ after, implied }) => [after, implied]),
    [
      [false, false],
      [false, true],
      [false, false],
      [true, false],
      [false, false],
      [false, false],
    ],
  );
  assert.equal(statusUnder(scheme, reading, decisions), 'begun');
  const rest = restIsRight(scheme, all, 4);
  assert.deepEqual(gist(rest), ['u1 step "good" implied']);
  assert.equal(statusUnder(scheme, reading, [...decisions, ...rest]), 'done');
});

test('without a first-error mode nothing is implied and nothing ends', () => {
  const scheme = named(STEPS);
  const decisions = answered(scheme, [2, 'step', 'bad']);
  assert.deepEqual(gist(decisions), ['t2 step "bad"']);
  assert.deepEqual(restIsRight(scheme, answersOn(scheme, steps, decisions), 2), []);
});

test('answers under another scheme, and labels without one, are not those of this one', () => {
  const scheme = named(STEPS);
  const other = answered(named(STEPS, 'other'), [0, 'step', 'bad']);
  const label: Decision = {
    what: 'label',
    target: steps[0] as Extract<AnswerTarget, { kind: 'step' }>,
    value: 'bad',
  };
  assert.equal(statusUnder(scheme, reading, [...other, label]), 'untouched');
  const mark: Decision = { what: 'mark', target: { kind: 'row' }, value: 'gave-up', reason: 'too long' };
  assert.equal(statusUnder(scheme, reading, [...other, mark]), 'gave-up');
});

test('every decision that an answer makes is an event', () => {
  const scheme = named(STEPS);
  const made = answered(
    scheme,
    [0, 'step', 'bad'],
    [0, 'kind', ['sign']],
    [0, 'sure', false],
    [0, 'step', 'good'],
  );
  for (const decision of made) assert.deepEqual(decisionSchema.parse(decision), decision);
});

test('why stays with an answer that changes, goes when it is taken back, and is missing where it must be said', () => {
  const scheme = named({
    target: 'row',
    questions: [
      {
        ...{ id: 'r', title: 'R', kind: 'rubric', rationale: 'required' },
        criteria: [
          { id: 'a', title: 'A' },
          { id: 'b', title: 'B', rationale: 'optional' },
        ],
      },
    ],
  });
  const row: AnswerTarget[] = [{ kind: 'row' }];
  const questions = askedQuestions(scheme.scheme);
  assert.deepEqual(
    questions.map(({ rationale }) => rationale),
    ['required', 'optional'],
  );
  const say = (before: Decision[], question: string, value: number | null, why?: string) => [
    ...before,
    ...answerWith(scheme, answersOn(scheme, row, before), 0, question, value, why),
  ];
  const done = (decisions: Decision[]) =>
    answersOn(scheme, row, decisions).every((each) => isAnswered(questions, each));
  const graded = say(say([], 'r/a', 1), 'r/b', 2);
  assert.equal(done(graded), false);
  const said = say(graded, 'r/a', 1, 'thin');
  assert.equal(done(said), true);
  const changed = say(said, 'r/a', 4);
  assert.deepEqual(changed.at(-1), {
    ...{ what: 'label', scheme: scheme.name, question: 'r/a', target: { kind: 'row' } },
    ...{ value: 4, rationale: 'thin' },
  });
  assert.equal(decisionSchema.safeParse(changed.at(-1)).success, true);
  const withdrawn = say(changed, 'r/a', null);
  assert.equal('rationale' in (withdrawn.at(-1) ?? {}), false);
  const [state] = answersOn(scheme, row, withdrawn);
  assert.deepEqual([...(state?.rationales ?? [])], []);
});
