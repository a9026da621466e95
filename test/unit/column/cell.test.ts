import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cellOf } from '../../../src/core/column/cell';
import { columnOfField, defaultColumns } from '../../../src/core/column/column';
import { ReadableRow } from '../../../src/core/field/field';
import type { Json } from '../../../src/core/row/json';
import { profileNamed } from '../profile/profiles';

const generic = profileNamed('generic');

function cell(field: string, source: string, profile = generic) {
  const row = new ReadableRow(JSON.parse(source) as Json, profile);
  const { kind, text, cut, dialect } = cellOf(columnOfField(field, profile), row, source);
  return [kind, text, ...(cut ? ['cut'] : []), ...(dialect ? [dialect] : [])];
}

test('each kind of value is shown in its own way', () => {
  assert.deepEqual(cell('a', '{"a":"x"}'), ['text', 'x']);
  assert.deepEqual(cell('a', '{"a":7}'), ['number', '7']);
  assert.deepEqual(cell('a', '{"a":false}'), ['yes/no', 'no']);
  assert.deepEqual(cell('a', '{"a":null}'), ['null', 'null']);
  assert.deepEqual(cell('a', '{"b":null}'), ['missing', '']);
  assert.deepEqual(cell('a', '{"a":["rule of sum","combination",3]}'), [
    'list',
    'rule of sum, combination, 3',
  ]);
  assert.deepEqual(cell('a', '{"a":[{"x":1},{"x":2}]}'), ['list', '2 elements']);
  assert.deepEqual(cell('a', '{"a":{"x":1,"y":2}}'), ['object', 'x, y']);
  assert.deepEqual(cell('a[].x', '{"a":[{"x":1},{"x":2}]}'), ['list', '1, 2']);
});

test('numbers keep their spelling where JavaScript would write them in another way', () => {
  for (const number of ['0.10', '12345678901234567890', '1e-7', '6.02E23'])
    assert.deepEqual(cell('a', `{"a":${number}}`), ['number', number]);
});

test('texts of roles say how they are written', () => {
  assert.deepEqual(cell('problem', '{"question":"$x$"}'), ['maths text', '$x$', 'markdown']);
  assert.deepEqual(cell('.problem', '{"problem":"$x$"}'), ['maths text', '$x$', 'markdown']);
  assert.deepEqual(cell('concept', '{"ch_list":["C_1","C_2"]}', profileNamed('champ-problem')), [
    'list',
    'C_1, C_2',
  ]);
  assert.deepEqual(cell('problem', '{"x":1}'), ['missing', '']);
});

test('long values are cut, never within a character', () => {
  const [kind, text, cut] = cell('a', JSON.stringify({ a: `${'x'.repeat(299)}😀😀` }));
  assert.deepEqual([kind, text, cut], ['text', 'x'.repeat(299), 'cut']);
  const list = cell('a', JSON.stringify({ a: Array.from({ length: 40 }, (_, at) => at) }));
  assert.deepEqual(list, ['list', '0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11', 'cut']);
});

test('traces are counted', () => {
  const profile = profileNamed('gsm8k');
  const traces = defaultColumns(profile).find(({ id }) => id === 'traces');
  assert.ok(traces);
  assert.equal(cellOf(traces, new ReadableRow({ question: 'q', answer: 'a\n#### 1' }, profile)).text, '1');
  assert.equal(cellOf(traces, new ReadableRow({ question: 'q' }, profile)).kind, 'missing');
});
