import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foundText } from '../../../webview/text/found-text';
import type { TextPlace } from '../../../webview/text/found-text';

function found(query: string, text: string, place: TextPlace = {}): string[] {
  return (foundText(query)?.(text, place) ?? []).map(({ start, end }) => text.slice(start, end));
}

test('a query for no text marks nothing, and need not be asked', () => {
  for (const query of ['', 'level:2..5', 'label:none', '-triangle', 'hint:any', 'answer:=12'])
    assert.equal(foundText(query), null, query);
});

test('what is looked for anywhere is marked anywhere', () => {
  assert.deepEqual(found('tri "b c"', 'A Triangle: a, b c'), ['Tri', 'b c']);
  assert.deepEqual(found('\\frac', 'half is $\\frac12$'), ['\\frac']);
  assert.deepEqual(found('case:on Let', 'let, Let'), ['Let']);
});

test('what is looked for in a field is marked in that field', () => {
  assert.deepEqual(found('problem:tri', 'triangle', { field: 'problem' }), ['tri']);
  assert.deepEqual(found('problem:tri', 'triangle', { field: 'step' }), []);
  assert.deepEqual(found('steps[].text:so', 'so', { path: ['steps', 3, 'text'] }), ['so']);
  assert.deepEqual(found('steps.text:so', 'so', { path: ['steps', 3, 'text'] }), ['so']);
  assert.deepEqual(found('steps[2].text:so', 'so', { path: ['steps', 3, 'text'] }), []);
  assert.deepEqual(found('steps:so', 'so', { path: ['steps', 3, 'text'] }), ['so']);
  assert.deepEqual(found('steps.text:so', 'so', { path: ['steps'] }), []);
});

test('a regular expression that may take for ever is not run in the page', () => {
  assert.deepEqual(found('/\\d+/', 'from 12 to 30'), ['12', '30']);
  const hostile = `${'a'.repeat(60)}!`;
  for (const source of ['(a+)+$', '(a|a)*$', '(?:a{1,9}){9}$', '(a+)\\1$', '(?<x>a+)\\k<x>$'])
    assert.deepEqual(found(`/${source}/`, hostile), [], source);
  assert.deepEqual(found(`/${'a?'.repeat(30)}${'a'.repeat(30)}$/`, `${'a'.repeat(29)}!`), []);
});

test('a text full of what is looked for has no more than some marks', () => {
  assert.equal(found('a', 'a'.repeat(5000)).length, 200);
});
