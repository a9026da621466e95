import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathText } from '../../../src/core/row/json';
import { dialectAt, fieldAtCursor } from '../../../webview/edit/field-at-cursor';
import { around, fieldItems, matching } from '../../../webview/edit/field-list';
import { whyNoForm } from '../../../webview/edit/why-no-form';
import type { LoadedRow } from '../../../webview/loaded-row';
import { rowsWithTraces } from './fake-host';
import { loaded } from './loaded-rows';

function beginning(row: LoadedRow, trace: number, step: number): string | null {
  assert.ok(row.parsed.kind === 'value');
  const place = fieldAtCursor(row.parsed.value, row.reading, { trace, step });
  return place && `${pathText(place.path)} ${place.offset}`;
}

test('editing begins with the step in hand, at its place in the text', () => {
  const row = loaded(rowsWithTraces(1)[0]!, 'champ-problem');
  assert.equal(beginning(row, 0, 0), 'fws_annotations["A|x"].text 0');
  assert.equal(beginning(row, 1, 1), 'fws_annotations["B|x"].text 10');
});

test('without a step it begins with the problem, else the first text, else the first field', () => {
  assert.equal(beginning(loaded('{"id": 1, "_raw_text": "p"}', 'champ-problem'), 0, 0), '_raw_text 0');
  assert.equal(beginning(loaded('{"n": 1, "deep": ["x"]}'), 0, 0), 'deep[0] 0');
  assert.equal(beginning(loaded('{"n": 1}'), 0, 0), 'n 0');
  assert.equal(beginning(loaded('{}'), 0, 0), null);
});

test('a text is drawn as the reading draws it', () => {
  const { reading } = loaded(rowsWithTraces(1)[0]!, 'champ-problem');
  assert.equal(dialectAt(reading, ['_raw_text']), 'champ');
  assert.equal(dialectAt(reading, ['elsewhere']), 'markdown');
});

test('the list has every field with what it begins with', () => {
  const text = '{"p": "a\\n b", "n": 1.50, "z": null, "l": ["x"], "o": {}}';
  const items = fieldItems(JSON.parse(text), text);
  assert.deepEqual(
    items.map(({ name, lastName, excerpt }) => `${name} ${lastName} ${excerpt}`),
    ['p p a b', 'n n 1.50', 'z z null', 'l l list of 1', 'l[0] [0] x', 'o o object of 0'],
  );
});

test('typing narrows the list to the paths that have it', () => {
  const text = '{"Steps": [{"text": "a"}], "text": "b"}';
  const items = fieldItems(JSON.parse(text), text);
  const names = (typed: string) => matching(items, typed).map(({ name }) => name);
  assert.deepEqual(names(' TEXT '), ['text', 'Steps[0].text']);
  assert.deepEqual(names('te'), ['Steps[0].text', 'text', 'Steps', 'Steps[0]']);
  assert.equal(names('').length, 4);
  assert.deepEqual(names('nothing'), []);
});

test('a long list is drawn around the field in hand', () => {
  const items = Array.from({ length: 100 }, (_, at) => at);
  for (const [at, before] of [
    [-1, 0],
    [0, 0],
    [50, 45],
    [99, 90],
  ] as const) {
    const part = around(items, at, 10);
    assert.deepEqual([part.before, part.shown.length, part.after], [before, 10, 90 - before]);
    assert.ok(at < 0 || part.shown.includes(at));
  }
  assert.deepEqual(around([1, 2], 1, 10), { before: 0, shown: [1, 2], after: 0 });
});

test('what cannot be edited in a form says why, and where it can', () => {
  const cut = { ...loaded('{"a": 1}'), cut: true };
  cut.packet.size = 123_400_000;
  assert.match(whyNoForm(cut, 'row')?.words ?? '', /123\.4 MB/);
  assert.equal(whyNoForm(cut, 'field')?.wayOut, 'openAsText');
  const long = loaded(JSON.stringify({ a: 'x'.repeat(1_000_001) }));
  assert.equal(whyNoForm(long, 'row')?.wayOut, 'editField');
  assert.equal(whyNoForm(long, 'field'), null);
  for (const text of ['{"a": ', '', '5', '"text"'])
    assert.equal(whyNoForm(loaded(text), 'field')?.wayOut, 'editRow');
  for (const text of ['{"a": ', '', '5']) assert.equal(whyNoForm(loaded(text), 'row'), null);
  assert.equal(whyNoForm(loaded('{}'), 'field'), null);
  assert.equal(whyNoForm(cut, 'add'), null);
});
