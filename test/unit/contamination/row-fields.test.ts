import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RowFields } from '../../../src/core/contamination/row-fields';
import type { RowText } from '../../../src/core/contamination/row-texts';
import type { Json, JsonPath } from '../../../src/core/row/json';

const textAt = (role: RowText['role'], path: JsonPath, text: string, start = 0): RowText => ({
  role,
  path,
  start,
  text,
});
const found = (fields: RowFields, value: Json) =>
  fields
    .textsOf(value)
    ?.map(({ text, asProblem, asTrace }) => [text, `${asProblem ? 'p' : ''}${asTrace ? 't' : ''}`]);

test('texts are looked for where rows had them, each as what it was', () => {
  const fields = new RowFields();
  const row = {
    id: 'row 1',
    question: 'What?',
    turns: [
      { who: 'user', text: 'Hm?' },
      { who: 'bot', text: 'So 1. So 2.' },
    ],
  };
  fields.learn(row, [
    textAt('problem', ['question'], 'What?'),
    textAt('turn', ['turns', 0, 'text'], 'Hm?'),
    textAt('trace', ['turns', 1, 'text'], 'So 1.      '),
  ]);
  const other = { id: 'row 2', question: 'Why?', turns: [{ who: 'bot', text: 'Since.' }] };
  assert.deepEqual(found(fields, other), [
    ['Why?', 'p'],
    ['Since.', 'pt'],
  ]);
});

test('a field that no row had is looked at in every way, whatever it holds', () => {
  const fields = new RowFields();
  fields.learn({ question: 'What?' }, [textAt('problem', ['question'], 'What?')]);
  assert.deepEqual(found(fields, { question: 'Why?', more: { deep: ['A hint.', 7, null] }, n: 'b' }), [
    ['Why?', 'p'],
    ['A hint.', 'pt'],
  ]);
});

test('a field that held nothing so far is looked at as one that no row had, on its own and in a list', () => {
  const fields = new RowFields();
  const row = { question: 'What?', hint: null, hints: [], note: {}, level: 3, easy: true };
  fields.learn(row, [textAt('problem', ['question'], 'What?')]);
  assert.deepEqual(found(fields, { hint: 'Divide.', hints: ['Halve it.'], note: { by: 'Somebody' } }), [
    ['Divide.', 'pt'],
    ['Halve it.', 'pt'],
    ['Somebody', 'pt'],
  ]);
  assert.deepEqual(Object.fromEntries(fields.waysByKey() ?? []), {
    ...{ question: 1, hint: 3, hints: 3, note: 3 },
    ...{ level: 0, easy: 0 },
  });
});

test('a row is to be read when its problem is not its field as it stands, or in no field', () => {
  const wrapped = new RowFields();
  wrapped.learn({ prompt: 'Solve: What?' }, [textAt('problem', ['prompt'], 'What?', 7)]);
  assert.equal(found(wrapped, { prompt: 'Solve: Why?' }), undefined);
  assert.deepEqual(found(wrapped, { prompt: 3 }), []);
  const made = new RowFields();
  made.learn({ parts: ['What', 'is it?'] }, [textAt('problem', ['parts'], 'What is it?')]);
  assert.equal(found(made, { parts: [] }), undefined);
});

test('what was learned goes from thread to thread as plain data', () => {
  const fields = new RowFields();
  fields.learn({ question: 'What?' }, [textAt('problem', ['question'], 'What?')]);
  const copy = new RowFields(structuredClone(fields.data));
  assert.deepEqual(found(copy, { question: 'Why?' }), [['Why?', 'p']]);
});

test('rows are read until a hundred in sequence told nothing new, and so is one with a text where none stood', () => {
  const fields = new RowFields();
  const row = { question: 'What?', label: 'x' };
  const asProblem = [textAt('problem', ['question'], 'What?')];
  const asTrace = [...asProblem, textAt('trace', ['label'], 'x')];
  for (let times = 0; times < 100; times++) fields.learn(row, asProblem);
  assert.equal(fields.problemsOf(row), null);
  fields.learn(row, asTrace);
  for (let times = 0; times < 99; times++) fields.learn(row, asTrace);
  assert.equal(fields.problemsOf(row), null);
  fields.learn(row, asProblem);
  assert.deepEqual(fields.problemsOf(row), ['What?']);
  assert.equal(fields.problemsOf({ ...row, note: 'Why?' }), null);
});
