import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { detectProfile } from '../../../src/core/profile/detect';
import { shippedProfiles } from '../../../src/core/profile/shipped';
import { profileNamed } from '../profile/profiles';
import { dataFolder, readLines } from '../real-data';
import { findingsIn } from './rows';

/** What is said of the number of labels in a row of a profile, and at which text of it. */
function found(id: string, row: object | string): string[] {
  const text = typeof row === 'string' ? row : JSON.stringify(row);
  return findingsIn([text], profileNamed(id))
    .filter(({ check }) => check === 'labels')
    .map(({ rule, message, span }) => `${rule} ${message} ${span ? text.slice(span.start, span.end) : ''}`);
}

test('a list of labels is as long as the list of steps, in every profile that has such lists', () => {
  const told: string[] = [];
  for (const { id, roles } of shippedProfiles)
    for (const { paths, labelsField, stepNumbersField, decoder } of roles)
      for (const field of [labelsField, stepNumbersField])
        if (field && decoder === 'labelled-steps') {
          const name = String(field[0]);
          const row = (count: number) => ({
            prompt: 'p',
            [String(paths[0]?.[0])]: ['a', 'b', 'c'],
            [name]: Array(count).fill(1),
          });
          assert.deepEqual(found(id, row(3)), [], id);
          assert.deepEqual(found(id, row(2)), [
            `labels/count ${name} has 2 labels for 3 steps in ${String(paths[0]?.[0])}. [1,1]`,
          ]);
          told.push(`${id}.${name}`);
        }
  assert.deepEqual(told, ['prm-scored.rating_probs', 'step-advantages.advantages', 'stepwise-labels.labels']);
});

test('Math-Shepherd: as many signs as steps, in both of its fields', () => {
  const input = 'How many? Step 1: a ки\nStep 2: b ки\nStep 3: c ки';
  const label = 'How many? Step 1: a +\nStep 2: b -\nStep 3: c -';
  assert.deepEqual(found('math-shepherd', { input, label }), []);
  assert.deepEqual(found('math-shepherd', { input, label: label.replace(' -\nStep 3', '\nStep 3') }), [
    'labels/missing Step 2 of 3 has no label behind it. Step 2: b',
  ]);
  const short = label.replace('\nStep 3: c -', '');
  assert.deepEqual(found('math-shepherd', { input, label: short }), [
    `labels/count label has 2 labels for 3 steps in input. ${JSON.stringify(short)}`,
  ]);
});

test('PRM800K: every completion of a step is rated, but for the last where the work was given up', () => {
  const step = (...ratings: (number | null)[]) => ({
    completions: ratings.map((rating, at) => ({ text: `t${at}`, rating })),
    chosen_completion: 0,
  });
  const row = (...steps: object[]) => ({
    question: { problem: 'p', ground_truth_answer: '1' },
    label: { steps, finish_reason: 'give_up' },
  });
  assert.deepEqual(found('prm800k', row(step(1), step(0, -1), step(null))), []);
  assert.deepEqual(found('prm800k', row(step(1), step(1, null), step(1))), [
    'labels/missing Completion 2 of step 2 has no rating. {"text":"t1","rating":null}',
  ]);
});

test('ProcessBench says a place: it is one of its steps', () => {
  const row = { id: 'a', problem: 'p', steps: ['x', 'y'], label: 2, final_answer_correct: false };
  const rules = findingsIn([JSON.stringify(row)], profileNamed('processbench')).map(({ rule }) => rule);
  assert.ok(rules.includes('steps/beyond'));
});

const folder = dataFolder();
if (folder !== undefined)
  test('published datasets have as many labels as steps', () => {
    for (const [name, id] of [
      ['prm800k/prm800k_examples', 'prm800k'],
      ['prm800k/rm_scored_example', 'prm-scored'],
      ['processbench/gsm8k', 'processbench'],
    ] as const)
      for (const line of readLines(join(folder, `${name}.jsonl`))) assert.deepEqual(found(id, line), []);
  });

test('a text that a list labels by steps is read as so many', () => {
  const row = (...scores: number[]) => ({
    problem: 'p',
    response: 'One.\nTwo.\nThree.',
    step_scores: scores,
  });
  const { profile } = detectProfile([row(0.1, 0.2, 0.3)], shippedProfiles);
  const counted = (each: object) =>
    findingsIn([JSON.stringify(each)], profile).flatMap(({ check, message }) =>
      check === 'labels' ? message : [],
    );
  assert.deepEqual(counted(row(0.1, 0.2, 0.3)), []);
  assert.deepEqual(counted(row(0.1, 0.2)), ['step_scores has 2 labels for 3 steps in response.']);
});
