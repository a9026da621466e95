import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Nodes } from '../../../webview/text/markdown';
import { formulasOf, parseText } from '../../../webview/text/parsed-text';
import { dataFolder, readRows, stringsIn } from '../real-data';

/** Every node of a tree. */
function nodesOf(node: Nodes): Nodes[] {
  return 'children' in node ? [node, ...node.children.flatMap((child) => nodesOf(child))] : [node];
}

const kinds = (text: string) => {
  const { tree } = parseText({ text, dialect: 'markdown' });
  return tree ? nodesOf(tree).map(({ type }) => type) : [];
};

/** Segments cover the text, and every node of the Markdown lies in it, inside its parent. */
function assertOffsets(text: string): void {
  const { segments, masked, tree } = parseText({ text, dialect: 'markdown' });
  assert.equal(masked.length, text.length);
  assert.equal(segments.map(({ start, end }) => text.slice(start, end)).join(''), text);
  for (const node of tree ? nodesOf(tree) : []) {
    const start = node.position?.start.offset ?? -1;
    const end = node.position?.end.offset ?? -1;
    assert.ok(0 <= start && start <= end && end <= text.length, `${node.type} in ${text.slice(0, 80)}`);
  }
}

test('Markdown does not touch what is in a formula', () => {
  assert.deepEqual(kinds('$a_1 * b_1$ and $c * d_2$'), ['root', 'paragraph', 'text']);
  assert.deepEqual(kinds('**$x_1$**'), ['root', 'paragraph', 'strong', 'text']);
});

test('what of Markdown would eat mathematics is off', () => {
  assert.deepEqual(kinds('    x = 4'), ['root', 'paragraph', 'text'], 'four spaces are no code');
  assert.deepEqual(kinds('a\n---'), ['root', 'paragraph', 'text'], 'dashes under a formula are no heading');
  assert.deepEqual(kinds('a <b> c < d'), ['root', 'paragraph', 'text'], 'a relation is no tag');
  assert.deepEqual(kinds('[1]: http://x'), ['root', 'paragraph', 'text'], 'a definition is text');
});

test('tables and lists are read', () => {
  assert.ok(kinds('|a|b|\n|-|-|\n|$x$|2|').includes('tableCell'));
  assert.ok(kinds('- a\n- b').includes('listItem'));
});

test('only Markdown has a tree', () => {
  for (const dialect of ['champ', 'tex', 'plain'] as const)
    assert.equal(parseText({ text: '*a*', dialect }).tree, null);
});

test('the same text is parsed once, in each dialect', () => {
  const text = 'once @@x@@';
  assert.equal(parseText({ text, dialect: 'champ' }), parseText({ text, dialect: 'champ' }));
  assert.notEqual(parseText({ text, dialect: 'champ' }), parseText({ text, dialect: 'markdown' }));
});

test('the formulas to typeset are those that can be', () => {
  assert.deepEqual(
    formulasOf({ text: '$x$ and \\(y and `c` and $$z$$', dialect: 'markdown' }).map(({ content }) => content),
    ['x', 'z'],
  );
});

test('offsets of hostile texts stay in the text', () => {
  for (const text of [
    '',
    ' ',
    '\n',
    '\r\n> a\r\n',
    '\t- \tx',
    '😀 *é* $x$ 😀',
    '\0**a**',
    '|a|\n|-|\n',
    '> > - 1. x',
  ]) {
    assertOffsets(text);
  }
});

const folder = dataFolder();
if (folder !== undefined) {
  test('offsets of real texts stay in the text', () => {
    for (const file of ['processbench/omnimath_first200', 'math/math500_test']) {
      const texts = readRows(folder, `${file}.jsonl`).slice(0, 100).flatMap(stringsIn);
      assert.ok(texts.length > 300);
      for (const text of texts) assertOffsets(text);
    }
  });
}
