import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRow } from '../../../src/core/profile/read-row';
import type { Trace } from '../../../src/core/profile/reading';
import type { Json } from '../../../src/core/row/json';
import { dataFolder, readRows } from '../real-data';
import { profileNamed } from './profiles';

const problems = profileNamed('champ-problem');
const solutions = profileNamed('champ-solution');

/** What is drawn as wrong, with the steps joined again. */
function drawnWrong({ steps }: Trace): string {
  return steps
    .flatMap(({ source, wrong }) => wrong.map(({ start, end }) => source.text.slice(start, end)))
    .join('');
}

/** Steps are cut at white space, so only that may differ. */
function squeeze(text: string): string {
  return text.replace(/\s/g, '');
}

function problem(annotations: Record<string, Json>, rest: Record<string, Json> = {}): Json {
  return { _raw_text: 'p', fws_annotations: annotations, ...rest };
}

const TEXT = 'I count 😀😀.\n\nThen wrong 😀 here.\n\nAlso this.';

/** `start_idx` and `end_idx` in code points, what is drawn as wrong, and the first wrong step. */
const SPANS: [string, number | null, number | null, string, number | null][] = [
  ['nothing', null, null, '', null],
  ['a whole step', 13, 31, 'Then wrong 😀 here.', 1],
  ['a part of a step', 18, 25, 'wrong 😀', 1],
  ['the first sign', 0, 1, 'I', 0],
  ['two steps', 18, 37, 'wrong 😀 here.Also', 1],
  ['all', 0, 999, 'I count 😀😀.Then wrong 😀 here.Also this.', 0],
  ['no sign', 5, 5, '', null],
  ['only the space between steps', 11, 13, '', null],
  ['an end without a start', null, 5, '', null],
];

for (const [name, start, end, expected, firstError] of SPANS) {
  test(`a wrong span that is ${name}`, () => {
    const row = problem({ 'GPT-4|Direct': { text: TEXT, start_idx: start, end_idx: end } });
    const [trace] = readRow(row, problems).traces;
    assert.ok(trace);
    assert.equal(trace.steps.length, 3);
    assert.equal(drawnWrong(trace), expected);
    assert.deepEqual(trace.published, { firstError, answerRight: null });
  });
}

test('a key tells the author and the prompt, and names the trace', () => {
  const row = problem({
    'GPT-4 Turbo|Direct C w/ H|x': { text: 'a' },
    PaLM: { text: 'b' },
    __proto__x: 'no solution',
  });
  assert.deepEqual(
    readRow(row, problems).traces.map(({ id, author, setting, kind }) => [id, author, setting, kind]),
    [
      ['fws_annotations["GPT-4 Turbo|Direct C w/ H|x"]', 'GPT-4 Turbo', 'Direct C w/ H|x', 'model'],
      ['fws_annotations.PaLM', 'PaLM', '', 'model'],
    ],
  );
});

test('a reference step names the hints and concepts it uses; positions outside the list name none', () => {
  const steps = [
    { _raw_text: 'one', ch_idxs: [1, 0] },
    { _raw_text: 'two', ch_idxs: [7, -1, 'x', 2] },
    { text: 'no step' },
    { _raw_text: 'three' },
  ];
  const row = problem({}, { ch_list: ['H_1', 'C_1', 5], solution: { steps } });
  const reading = readRow(row, problems);
  const [trace] = reading.traces;
  assert.equal(trace?.kind, 'reference');
  assert.deepEqual(
    trace.steps.map(({ source, uses }) => [source.text, source.path[2], uses]),
    [
      ['one', 0, ['C_1', 'H_1']],
      ['two', 1, []],
      ['three', 3, []],
    ],
  );
});

test('the list is told apart into hints and concepts, in its order', () => {
  const reading = readRow(problem({}, { ch_list: ['C_b', 'H_2', 'C_a', 'H_1'] }), problems);
  const idsOf = (references: typeof reading.hints) =>
    references.map((each) => (each.kind === 'id' ? [each.id, each.path[1]] : each));
  assert.deepEqual(idsOf(reading.hints), [
    ['H_2', 1],
    ['H_1', 3],
  ]);
  assert.deepEqual(idsOf(reading.concepts), [
    ['C_b', 0],
    ['C_a', 2],
  ]);
});

/** What the row says is wrong, and what is drawn; how many of each. */
function countWrong(annotated: [Json, Trace][]): { wrong: number; right: number } {
  let wrong = 0;
  for (const [solution, trace] of annotated) {
    const { text, start_idx: start, end_idx: end } = solution as Record<string, Json>;
    const spanned = typeof start === 'number' && typeof end === 'number';
    const expected = spanned ? Array.from(String(text)).slice(start, end).join('') : '';
    assert.equal(squeeze(drawnWrong(trace)), squeeze(expected));
    const firstError = trace.steps.findIndex((step) => step.wrong.length > 0);
    assert.equal(trace.published?.firstError, spanned ? firstError : null);
    if (spanned) {
      assert.notEqual(firstError, -1);
      wrong++;
    }
  }
  return { wrong, right: annotated.length - wrong };
}

const folder = dataFolder();
if (folder !== undefined) {
  test('CHAMP: 270 problems with 540 annotated solutions, 444 of them wrong where the data say so', () => {
    const rows = readRows(folder, 'champ/problems.jsonl') as Json[];
    assert.equal(rows.length, 270);
    const annotated = rows.flatMap((row) => {
      const given = Object.values((row as Record<string, Record<string, Json>>)['fws_annotations'] ?? {});
      const traces = readRow(row, problems).traces.filter(({ kind }) => kind === 'model');
      assert.equal(traces.length, given.length);
      return given.map((solution, at): [Json, Trace] => [solution, traces[at]!]);
    });
    assert.deepEqual(countWrong(annotated), { wrong: 444, right: 96 });
  });

  test('CHAMP: the same, one solution a row', () => {
    const rows = readRows(folder, 'champ/fws_annotations.jsonl') as Record<string, Json>[];
    const annotated = rows.map((row): [Json, Trace] => {
      const [trace, ...others] = readRow(row, solutions).traces;
      assert.ok(trace && others.length === 0);
      assert.deepEqual([trace.author, trace.setting], [row['model'], row['prompt']]);
      return [row, trace];
    });
    assert.deepEqual(countWrong(annotated), { wrong: 444, right: 96 });
  });
}
