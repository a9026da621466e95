import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parsePath, valuesAt } from '../../../src/core/field/path-pattern';
import { pathText } from '../../../src/core/row/json';

describe('a path as people write it', () => {
  const paths: [string, (string | number | null)[] | null][] = [
    ['level', ['level']],
    ['.level', ['level']],
    ['meta.level', ['meta', 'level']],
    ['steps[2]._raw_text', ['steps', 2, '_raw_text']],
    ['steps[].text', ['steps', null, 'text']],
    ['fws["GPT-4|direct"]', ['fws', 'GPT-4|direct']],
    ['["a\\"b"].c', ['a"b', 'c']],
    ['model-id', ['model-id']],
    ['', null],
    ['a..b', null],
    ['a b', null],
    ['a["b]', null],
  ];
  for (const [text, pattern] of paths) {
    test(JSON.stringify(text), () => assert.deepEqual(parsePath(text), pattern));
  }

  test('reads every path that is written for people', () => {
    for (const path of [['a', 0, 'b'], ['x y', 'z'], ['"', '\\', 'ü']]) {
      assert.deepEqual(parsePath(pathText(path)), path);
    }
  });
});

describe('the values that a path leads to', () => {
  const row = { id: 'r', steps: [{ text: 'a' }, { text: 'b', n: [1, 2] }, 'no object'], meta: { level: 3 } };
  const cases: [string, unknown[]][] = [
    ['meta.level', [3]],
    ['steps[1].text', ['b']],
    ['steps[].text', ['a', 'b']],
    ['steps.text', ['a', 'b']],
    ['steps[].n[]', [1, 2]],
    ['steps[9]', []],
    ['toString', []],
    ['id.length', []],
  ];
  for (const [text, values] of cases) {
    test(text, () => assert.deepEqual(valuesAt(row, parsePath(text) ?? []), values));
  }
});
