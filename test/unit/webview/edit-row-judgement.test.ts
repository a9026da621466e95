import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeRow } from '../../../webview/edit/json-judgement';
import { markOf } from '../../../webview/edit/mark';

test('a row that stays in one line keeps every byte of it', () => {
  const typed = ' {"a" :1,  "b": 1.50} ';
  const judged = judgeRow(typed);
  assert.ok(judged.kind === 'right');
  assert.equal(judged.json, typed);
  assert.ok(!judged.joined);
  assert.equal(markOf(judged), null);
});

test('a row over several lines becomes one', () => {
  const judged = judgeRow('{\n  "a": "x\\ny",\n  "b": 2\n}\n');
  assert.ok(judged.kind === 'right');
  assert.equal(judged.json, '{"a": "x\\ny", "b": 2}');
  assert.ok(judged.joined);
});

test('a fault is told with line and column, and marked', () => {
  const typed = '{"a": 1\n "b": 2}';
  const judged = judgeRow(typed);
  assert.ok(judged.kind === 'wrong');
  assert.match(judged.message, /^Line 2, column 2: a comma is expected here\.$/);
  const mark = markOf(judged);
  assert.equal(typed.slice(mark?.start, mark?.end), '"b"');
  assert.equal(mark?.look, 'error');
});

test('a line break inside a text is told as such', () => {
  const judged = judgeRow('{"a": "one\ntwo"}');
  assert.ok(judged.kind === 'wrong');
  assert.match(judged.message, /a line break inside a text is written \\n/);
});

test('a text that is not closed in the last line is not taken for a line break', () => {
  const judged = judgeRow('{"a": "one}');
  assert.ok(judged.kind === 'wrong');
  assert.match(judged.message, /the text is not closed/);
});

test('a key that stands twice is a warning, with its place', () => {
  const typed = '{"a": 1, "a": 2, "b": 1, "b": 2}';
  const judged = judgeRow(typed);
  assert.ok(judged.kind === 'right');
  assert.match(judged.warning?.message ?? '', /^Line 1, column 10: the key "a" stands twice/);
  const mark = markOf(judged);
  assert.deepEqual([mark?.start, mark?.look], [9, 'warning']);
});

test('a row that is no object is a warning, a blank one is wrong', () => {
  const list = judgeRow('[1]');
  assert.ok(list.kind === 'right');
  assert.match(list.warning?.message ?? '', /this is a list/);
  for (const blank of ['', ' \n\t']) {
    const judged = judgeRow(blank);
    assert.ok(judged.kind === 'wrong');
    assert.match(judged.message, /cannot be blank/);
  }
});
