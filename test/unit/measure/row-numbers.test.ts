import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareRuns, isWorseWhenLarger, runOf } from '../../../src/core/measure/row-numbers';

test('columns of a run or a checkpoint are told by what stands behind the name', () => {
  const named = (name: string) => {
    const of = runOf(name);
    return of && `${of.stem} ${of.run}`;
  };
  for (const [name, told] of [
    ['difficulty@step100', 'difficulty step100'],
    ['difficulty@2000', 'difficulty 2000'],
    ['loss@10k', 'loss 10k'],
    ['loss@final', 'loss final'],
    ['acc@step100', 'acc step100'],
    ['reward@global_step_40', 'reward global_step_40'],
    ['loss_run1', 'loss run1'],
    ['score-ckpt-3', 'score ckpt-3'],
  ] as const)
    assert.equal(named(name), told, name);
});

test('counts of a model and scores of k samples are no checkpoints', () => {
  for (const name of [
    'n@alpha',
    'c@alpha',
    'n@8',
    'c@',
    'maj@8',
    'avg_maj@64',
    'best@4',
    'recall@5',
    'pass@1',
    'mean@32',
  ])
    assert.equal(runOf(name), null, name);
  for (const name of ['score@gpt-4', '@step1', 'level']) assert.equal(runOf(name), null, name);
});

test('a larger number is worse by a whole word of its name', () => {
  for (const name of [
    'loss',
    'loss_run1',
    'valLoss',
    'token-errors',
    'Difficulty Level',
    'ppl@step2 to ppl@step4',
  ])
    assert.ok(isWorseWhenLarger(name), name);
  for (const name of ['glossary', 'apples', 'supply', 'flossing_score', 'terrors', 'accuracy'])
    assert.ok(!isWorseWhenLarger(name), name);
});

test('runs are in the order in which they came', () => {
  const names = ['loss@final', 'loss@step1000', 'loss@base', 'loss@step200'];
  assert.deepEqual(names.toSorted(compareRuns), ['loss@base', 'loss@step200', 'loss@step1000', 'loss@final']);
});
