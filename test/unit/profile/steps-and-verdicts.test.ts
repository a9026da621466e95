import assert from 'node:assert/strict';
import { test } from 'node:test';
import { valueAt } from '../../../src/core/row/json';
import type { Json } from '../../../src/core/row/json';
import { countsOf, open, openOne, openReal } from '../seeds/seed';

function prm800k(steps: Json[], finish: string, more: Record<string, Json> = {}): Json {
  const question = { problem: 'p', ground_truth_answer: '2', ...more };
  return { labeler: 'l', question, label: { steps, finish_reason: finish, total_time: 5 } };
}

function completion(text: string, rating: number | null): Json {
  return { text, rating, flagged: null };
}

test('PRM800K: -1 is wrong, 0 is neutral, what was offered besides stays with the step', () => {
  const steps = [
    { completions: [completion('a', 1), completion('b', 0)], human_completion: null, chosen_completion: 1 },
    {
      completions: [completion('c', -1), completion('d', -1)],
      human_completion: null,
      chosen_completion: null,
    },
  ];
  const { profile, traces } = openOne(prm800k(steps, 'found_error'));
  assert.equal(profile, 'prm800k');
  assert.deepEqual(
    traces[0]?.steps.map(({ source, label, alternatives }) => [
      source.text,
      label,
      alternatives?.map((each) => [each.source.text, each.label]),
    ]),
    [
      ['b', 'neutral', [['a', 'good']]],
      ['c', 'bad', [['d', 'bad']]],
    ],
  );
  assert.deepEqual(traces[0]?.published, { answerRight: null, firstError: 1 });
});

test('PRM800K: a step that the labeler wrote is shown, and unlabelled steps come after the labelled', () => {
  const steps = [
    {
      completions: [completion('no', -1)],
      human_completion: { text: 'mine', rating: null },
      chosen_completion: null,
    },
  ];
  const { traces } = openOne(
    prm800k(steps, 'give_up', { pre_generated_steps: ['no', 'later\n\n# Answer\n\n2'] }),
  );
  assert.deepEqual(
    traces[0]?.steps.map(({ source, label }) => [source.text, label]),
    [
      ['mine', undefined],
      ['later\n\n# Answer\n\n2', undefined],
    ],
  );
  assert.equal(traces[0]?.finalAnswer?.text, '2');
  assert.equal(traces[0]?.published, null);
});

test('PRM800K: a finished solution has no error; an odd value is left among the others', () => {
  const step = { completions: [completion('a', 1)], human_completion: null, chosen_completion: 0 };
  assert.deepEqual(openOne(prm800k([step], 'solution')).traces[0]?.published, {
    answerRight: null,
    firstError: null,
  });
  const { traces, others } = openOne(prm800k([{ completions: 'odd' }], 'solution'));
  assert.deepEqual([traces, others.map(({ path }) => path.join('.'))], [[], ['label']]);
});

test('TRL: yes or no for each completion, and the first no is the first error', () => {
  const { profile, traces } = openOne({
    prompt: 'p',
    completions: ['a', 'b', 'c'],
    labels: [true, false, true],
  });
  assert.equal(profile, 'stepwise-labels');
  assert.deepEqual(
    traces[0]?.steps.map(({ label }) => label),
    ['good', 'bad', 'good'],
  );
  assert.equal(traces[0]?.published?.firstError, 1);
});

test('a list of 1 and 0 has 0 for wrong; one with -1 has it for neutral', () => {
  const labelled = (labels: number[]) =>
    openOne({
      question: 'Why so?',
      reasoning_steps: ['one', 'two', 'three'],
      step_labels: labels,
    }).traces[0]?.steps.map(({ label }) => label);
  assert.deepEqual(labelled([1, 0, 1]), ['good', 'bad', 'good']);
  assert.deepEqual(labelled([1, 0, -1]), ['good', 'neutral', 'bad']);
});

test('a row for each step: the steps before it are shown, and only its own label is', () => {
  const row = {
    id: 2,
    origin_id: 'x',
    question: 'q',
    previous_steps: 'Step 1: a\n\nStep 2: b',
    now_step: 'Step 3: c',
    label: 0,
  };
  const { profile, traces, links } = openOne(row);
  assert.equal(profile, 'per-step');
  assert.deepEqual(
    traces[0]?.steps.map(({ label }) => label),
    [undefined, undefined, 'bad'],
  );
  assert.equal(traces[0]?.published?.firstError, 2);
  assert.deepEqual(
    links.map(({ group }) => group),
    ['x'],
  );
});

const sample = openReal('prm800k/prm800k_examples.jsonl');
if (sample) {
  test('PRM800K: each of the 12 real rows has a trace, and where an error was found it is the last labelled step', () => {
    assert.equal(sample.readings.length, 12);
    for (const [at, { traces }] of sample.readings.entries()) {
      const row = sample.rows[at] as { label: { finish_reason: string; steps: Json[] } };
      const trace = traces.at(-1);
      assert.ok(trace && trace.steps.length >= row.label.steps.length);
      if (row.label.finish_reason === 'found_error')
        assert.equal(trace.published?.firstError, row.label.steps.length - 1, `row ${at + 1}`);
    }
  });
}

/** Problems that differ in punctuation alone are one. */
function wordsOf(text = ''): string {
  return text.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

const processbench = openReal('large/processbench/processbench_all.jsonl');
if (processbench) {
  test('ProcessBench: 3,400 rows, 2,841 problems, 521 right answers with a wrong step, no wrong answer without one', () => {
    const { readings } = processbench;
    const published = readings.map(({ traces }) => traces[0]?.published);
    assert.equal(readings.length, 3400);
    assert.equal(new Set(readings.map(({ problem }) => wordsOf(problem[0]?.text))).size, 2841);
    const count = (right: boolean, wrongStep: boolean) =>
      published.filter((each) => each?.answerRight === right && (each.firstError !== null) === wrongStep)
        .length;
    assert.deepEqual([count(true, true), count(false, false)], [521, 0]);
    const flawed = processbench.rows.filter((_, at) => {
      const each = published[at];
      return each?.answerRight === true && each.firstError !== null;
    });
    const sets = flawed.map((row) => String(valueAt(row, ['id'])).replace(/-\d+$/, ''));
    assert.deepEqual(countsOf(sets), { gsm8k: 7, math: 94, olympiadbench: 161, omnimath: 259 });
  });
}

/** The published verdicts take 5,600 and 5600 for one. */
function withoutCommas(text: string | undefined): string | undefined {
  return text?.replaceAll(',', '');
}

const models = openReal('large/gsm8k/example_model_solutions.jsonl');
if (models) {
  test('GSM8K model solutions: 1,319 rows of four models, each with its verdict, which agrees with the answers', () => {
    assert.equal(models.profile.id, 'gsm8k-model-solutions');
    const traces = models.readings.flatMap((reading) =>
      reading.traces
        .filter(({ kind }) => kind === 'model')
        .map((trace) => ({ trace, gold: reading.answers[0]?.text })),
    );
    assert.equal(traces.length, 5276);
    const agreeing = traces.filter(
      ({ trace, gold }) =>
        trace.published?.answerRight === (withoutCommas(trace.finalAnswer?.text) === withoutCommas(gold)),
    );
    assert.equal(agreeing.length, 5276);
  });
}

test('collisions: label, answer and rating are told apart by type and value', () => {
  const steps = ['one', 'two'];
  assert.equal(openOne({ problem: 'p?', steps, label: -1 }).traces[0]?.published?.firstError, null);
  assert.equal(openOne({ question: 'q?', options: ['a', 'b'], label: 'B' }).answers[0]?.text, 'B');
  assert.equal(openOne({ prompt: 'p', completion: 'c', label: true }).traces[0]?.published?.preferred, true);
  assert.deepEqual(openOne({ problem: 'p?', label: 'Algebra' }).answers, []);
  assert.equal(openOne({ problem: 'p?', solution: '42' }).answers[0]?.text, '42');
  assert.equal(
    open([{ problem: 'p?', solution: 'It follows by counting all of the cases one by one.' }]).readings[0]
      ?.traces.length,
    1,
  );
});
