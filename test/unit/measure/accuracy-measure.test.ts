import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AccuracyMeasure } from '../../../src/core/measure/accuracy-measure';
import type { Figure } from '../../../src/core/measure/figure';
import { measuredRow } from '../../../src/core/measure/measured-row';
import { wilsonInterval } from '../../../src/core/measure/wilson';
import { readRow } from '../../../src/core/profile/read-row';
import { genericProfile } from '../../../src/core/profile/shipped';
import type { Json } from '../../../src/core/row/json';
import { profileNamed } from '../profile/profiles';
import { dataFolder, readRows } from '../real-data';

function figuresOf(rows: Json[], profile = genericProfile): Figure[] {
  const measure = new AccuracyMeasure();
  for (const [at, row] of rows.entries())
    measure.add(measuredRow(at, String(at), row, readRow(row, profile)));
  return measure.figures();
}

/** `model: series part/count [rows]` of each point that has a part. */
function told(figure: Figure | undefined): string[] {
  return (figure?.series ?? []).flatMap(({ name, points }) =>
    points.flatMap(({ label, part = 0, count, rows }) =>
      part === 0 ? [] : `${label}: ${name} ${part}/${count} [${rows.first.join(' ')}]`,
    ),
  );
}

const response = (model: string, given: string, gold = '3/4') => ({
  problem: 'What is it?',
  answer: gold,
  model,
  response: given,
});

test('the model is named by a field: its answers are equal, different, or cannot be told', () => {
  const [figure, ...others] = figuresOf([
    response('alpha', 'It is $\\boxed{0.75}$.'),
    response('alpha', 'It is $\\boxed{0.7}$.'),
    response('alpha', 'It is $\\boxed{\\text{the share of whoever came too late for it}}$.'),
    response('alpha', 'First 3, and 12 after that, and I see no more.'),
    response('beta', 'The answer is 3/4.'),
  ]);
  assert.deepEqual(told(figure), [
    'alpha: equal 1/4 [0]',
    'beta: equal 1/1 [4]',
    'alpha: different 1/4 [1]',
    'alpha: cannot tell 2/4 [2 3]',
  ]);
  const alpha = figure!.series[0]!.points[0]!;
  assert.deepEqual({ low: alpha.low, high: alpha.high }, wilsonInterval(1, 4));
  assert.deepEqual(others, [], 'the dataset has no verdict');
});

test('the model is named by a column', () => {
  const row = (alpha: string, beta: number) => ({
    problem: 'What?',
    answer: '12',
    answer_alpha: alpha,
    beta_pred: beta,
    predictions: ['12', '13', '12'],
  });
  const [figure] = figuresOf([row('12.0', 13), row('\\frac{24}{2}', 12)]);
  assert.deepEqual(told(figure), [
    'alpha: equal 2/2 [0 1]',
    'beta: equal 1/2 [1]',
    'predictions: equal 4/6 [0 1]',
    'beta: different 1/2 [0]',
    'predictions: different 2/6 [0 1]',
  ]);
});

test('a reference solution is nobody’s answer, and a row without an answer measures nothing', () => {
  assert.deepEqual(figuresOf([{ problem: 'What?', answer: '12', solution: 'It is $\\boxed{12}$.' }]), []);
  assert.deepEqual(figuresOf([{ problem: 'What?', model: 'alpha', response: 'It is $\\boxed{12}$.' }]), []);
});

test('where the dataset has a verdict, answers of which it says otherwise are counted, with their rows', () => {
  const rolled = (gold: string, given: string[], rewards: number[]) => ({
    prompt: 'What?',
    ground_truth: gold,
    responses: given.map((each) => `It is $\\boxed{${each}}$.`),
    rewards,
  });
  const [accuracy, unlike] = figuresOf(
    [rolled('1/2', ['0.5', '2'], [1, -1]), rolled('1/2', ['0.5', '2', '0.5'], [-1, 1, 1])],
    profileNamed('rewarded-rollouts'),
  );
  assert.equal(accuracy?.title, 'Accuracy, by model');
  assert.equal(unlike?.title, 'Answers unlike the dataset’s own verdict');
  const parts = unlike.series.map(({ name, points }) => [
    name,
    points.reduce((sum, { part = 0 }) => sum + part, 0),
    [...new Set(points.flatMap(({ part = 0, rows }) => (part > 0 ? rows.first : [])))],
  ]);
  assert.deepEqual(parts, [
    ['right here, wrong by the dataset', 1, [1]],
    ['wrong here, right by the dataset', 1, [1]],
  ]);
});

test('samples of one model are answers of one model', () => {
  const sampled = (given: string[]) => ({
    problem: 'What?',
    answer: '12',
    responses: given.map((each) => `It is $\\boxed{${each}}$.`),
  });
  const of = (row: Json) => told(figuresOf([row], profileNamed('rewarded-rollouts'))[0]);
  const row = { ...sampled(['12', '13', '12']), prompt: 'What?', ground_truth: '12', rewards: [1, 0, 1] };
  assert.deepEqual(of(row), ['rollout: equal 2/3 [0]', 'rollout: different 1/3 [0]']);
  assert.deepEqual(of({ ...row, model: 'alpha' }), ['alpha: equal 2/3 [0]', 'alpha: different 1/3 [0]']);
});

test('of GSM8K’s model solutions the accuracy is what their own verdicts give', () => {
  const folder = dataFolder();
  if (folder === undefined) return;
  const rows = readRows(folder, 'gsm8k/example_model_solutions_first200.jsonl') as Json[];
  const [accuracy, unlike] = figuresOf(rows, profileNamed('gsm8k-model-solutions'));
  assert.deepEqual(
    accuracy!.series[0]!.points.map(({ label, part, count }) => [label, part, count]),
    [
      ['6b_finetuning', 45, 200],
      ['6b_verification', 75, 200],
      ['175b_finetuning', 65, 200],
      ['175b_verification', 110, 200],
    ],
  );
  assert.deepEqual(told(unlike), [], 'nothing is said otherwise');
});
