import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readProject } from '../../../src/core/project/read-project';
import { askedQuestions } from '../../../src/core/scheme/asked-questions';
import { ANSWER_KEYS, PAGE_KEYS } from '../../../src/core/scheme/page-keys';
import { schemeFaults } from '../../../src/core/scheme/scheme-faults';
import { shippedSchemes } from '../../../src/core/scheme/shipped';
import { actions } from '../../../src/protocol/actions';
import type { ActionSpec } from '../../../src/protocol/actions';
import { FIRST_ERROR, STEPS } from './schemes';

const specs: ActionSpec[] = Object.values(actions);
const whileAsked = specs.filter(({ view }) => view === undefined || [view].flat().includes('answer'));

test('an unshifted key gives an answer or does something else in the page, and a scheme knows which', () => {
  const single = whileAsked.filter(({ key }) => /^[a-z0-9]$/.test(key));
  const answers = single.filter(({ group }) => group === 'Answer').map(({ key }) => key);
  const others = single.filter(({ group }) => group !== 'Answer').map(({ key }) => key);
  assert.deepEqual(answers.toSorted(), ANSWER_KEYS.toSorted());
  assert.deepEqual(others.toSorted(), Object.keys(PAGE_KEYS).toSorted());
});

test('what is shipped has no faults, and a key for every answer', () => {
  assert.equal(shippedSchemes.length, 9);
  for (const { name, scheme } of shippedSchemes) {
    assert.deepEqual(schemeFaults(scheme), [], name);
    for (const { way, values, id } of askedQuestions(scheme)) {
      const keys = values.map(({ key }) => key);
      if (way === 'one' || way === 'several')
        assert.ok(
          keys.every((key) => key !== ''),
          `${name} ${id}`,
        );
      assert.equal(new Set(keys).size, keys.length, `${name} ${id}`);
    }
  }
});

test('values without a key get digits that no other value named, and a criterion is a question of its own', () => {
  const questions = askedQuestions({
    questions: [
      {
        ...{ id: 'q', title: 'Q', kind: 'choice' },
        values: [{ value: 'a' }, { value: 'b', key: '1' }, { value: 'c' }],
      },
      {
        ...{ id: 'r', title: 'R', kind: 'rubric', from: 1, to: 10, values: [] },
        criteria: [
          { id: 'x', title: 'X' },
          { id: 'y', title: 'Y' },
        ],
      },
    ],
  });
  assert.deepEqual(
    questions.map(({ id, values }) => [id, values.map(({ key }) => key).join('')]),
    [
      ['q', '213'],
      ['r/x', '1234567890'],
      ['r/y', '1234567890'],
    ],
  );
});

const [CHOICE, KIND] = STEPS.questions;
const values = (...all: object[]) => ({
  target: 'row',
  questions: [{ id: 'q', title: 'Q', kind: 'choice', values: all }],
});

const WRONG: [string, object, string, RegExp][] = [
  [
    'a key that the page needs',
    values({ value: 'a', key: 'f' }),
    'questions[0].values[0].key',
    /The key f flags, so “a” cannot have it; free are 1 2 /,
  ],
  [
    'a key that two answers have',
    values({ value: 'a', key: 'g' }, { value: 'b', key: 'g' }),
    'questions[0].values[1].key',
    /“a” has the key g already/,
  ],
  [
    'a shifted key',
    values({ value: 'a', key: 'G' }),
    'questions[0].values[0].key',
    /one small letter or digit/,
  ],
  [
    'an answer twice',
    values({ value: 'a' }, { value: 'a' }),
    'questions[0].values[1].value',
    /Two answers are called “a”/,
  ],
  [
    'more answers than keys',
    values(...Array.from({ length: 17 }, (_, at) => ({ value: `v${at}` }))),
    'questions[0].values',
    /17 values and 16 keys: make it a taxonomy/,
  ],
  [
    'a question twice',
    { target: 'row', questions: [CHOICE, CHOICE] },
    'questions[1].id',
    /Two questions are called “step”/,
  ],
  [
    'a condition on a later question',
    { ...STEPS, questions: [{ ...KIND, when: { question: 'later', is: 'x' } }] },
    'questions[0].when.question',
    /No question before this one is called “later”/,
  ],
  [
    'a condition that never holds',
    { ...STEPS, questions: [CHOICE, { ...KIND, when: { question: 'step', is: ['bad', 'worse'] } }] },
    'questions[1].when.is',
    /“step” is never worse: it is good, bad, odd/,
  ],
  ['a mode without steps', { ...FIRST_ERROR, target: 'trace' }, 'mode', /for steps, not for a trace/],
  [
    'a first error that is no answer',
    { target: 'step', mode: 'first error', questions: [{ id: 'ok', title: 'Ok?', kind: 'yes-no' }] },
    'mode',
    /has `"error": true`/,
  ],
  [
    'steps before the error that nothing is',
    { ...FIRST_ERROR, before: 'fine' },
    'before',
    /no answer “fine”/,
  ],
  [
    'too many grades',
    { target: 'row', questions: [{ id: 'r', title: 'R', kind: 'rating', from: 0, to: 10 }] },
    'questions[0].to',
    /there are 11 grades/,
  ],
  [
    'a taxonomy of nothing',
    { target: 'row', questions: [{ id: 't', title: 'T', kind: 'taxonomy' }] },
    'questions[0].kind',
    /`values`, or a `catalogue`/,
  ],
  ['an unknown target', { ...STEPS, target: 'book' }, 'target', /./],
  ['no questions', { target: 'row', questions: [] }, 'questions', /./],
];

for (const [name, scheme, path, message] of WRONG) {
  test(`${name} is told with its place, and the other schemes hold`, () => {
    const { schemes, faults } = readProject(
      JSON.stringify({ schemes: { bad: scheme, own: STEPS } }, null, 2),
    );
    assert.deepEqual(Object.keys(schemes), ['own']);
    assert.deepEqual(
      faults.map((fault) => fault.path),
      [`schemes.bad.${path}`],
    );
    assert.match(faults[0]?.message ?? '', message);
    assert.ok((faults[0]?.line ?? 0) > 2);
  });
}

test('a file can name a scheme of the project or a shipped one, and no other', () => {
  const { files, faults } = readProject(
    JSON.stringify({
      schemes: { own: STEPS },
      files: { 'a.jsonl': { scheme: 'own' }, 'b.jsonl': { scheme: 'pair' }, 'c.jsonl': { scheme: 'nope' } },
    }),
  );
  assert.deepEqual(files, { 'a.jsonl': { scheme: 'own' }, 'b.jsonl': { scheme: 'pair' }, 'c.jsonl': {} });
  assert.deepEqual(
    faults.map(({ path, message }) => [path, message]),
    [['files["c.jsonl"].scheme', 'There is no scheme “nope”.']],
  );
});
