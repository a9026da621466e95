import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRow } from '../../../src/core/profile/read-row';
import { pathText } from '../../../src/core/row/json';
import { fieldsInReadingOrder, roleOf, rolesOf } from '../../../webview/compare/field-roles';
import { partingsOf } from '../../../webview/compare/partings';
import { textWindow } from '../../../webview/compare/text-window';
import { profileNamed } from '../profile/profiles';

const row = {
  unique_id: 'a/1',
  meta: { tags: ['x', 'y'], scores: [1, 2], empty: {} },
  level: 3,
  solution: 'First.\n\nThen \\boxed{2}.',
  answer: '2',
  problem: 'Find $x$.',
};

test('fields come in reading order, down to texts and numbers, none lost', () => {
  const roles = rolesOf(readRow(row, profileNamed('math')));
  const paths = fieldsInReadingOrder(row, roles).map(({ path }) => pathText(path));
  assert.deepEqual(paths.slice(0, 3), ['problem', 'answer', 'solution']);
  assert.deepEqual(paths.toSorted(), [
    'answer',
    'level',
    'meta.empty',
    'meta.scores',
    'meta.tags[0]',
    'meta.tags[1]',
    'problem',
    'solution',
    'unique_id',
  ]);
});

test('a field has the word and the notation of its role', () => {
  const roles = rolesOf(readRow(row, profileNamed('math')));
  assert.deepEqual(roleOf(roles, ['answer']), { word: 'Answer', dialect: 'tex' });
  assert.deepEqual(roleOf(roles, ['solution']), { word: 'Reference solution', dialect: 'markdown' });
  assert.equal(roleOf(roles, ['unique_id']).dialect, 'plain');
  assert.deepEqual(roleOf(roles, ['meta', 'tags', 0]), { word: '', dialect: 'markdown' });
});

test('a long text is shown around its first change, with the changes at their places', () => {
  const text = `${'a'.repeat(30_000)}CHANGED${'b'.repeat(30_000)}`;
  const shown = textWindow(text, [{ start: 30_000, end: 30_007 }]);
  const [span] = shown.spans;
  assert.equal(shown.text.slice(span?.start, span?.end), 'CHANGED');
  assert.equal(shown.before + shown.text.length + shown.after, text.length);
  assert.equal(text.slice(shown.before, shown.before + shown.text.length), shown.text);
  assert.deepEqual(textWindow('short', [{ start: 0, end: 1 }]), {
    text: 'short',
    spans: [{ start: 0, end: 1 }],
    before: 0,
    after: 0,
  });
});

test('two versions of a trace part at the field of the first step that differs, spaces aside', () => {
  const solution = (text: string) => readRow({ ...row, solution: text }, profileNamed('math'));
  const partings = (before: string, after: string) =>
    Object.fromEntries(partingsOf(solution(before), solution(after)));
  assert.deepEqual(partings('First.\n\nThen 2.', 'First.\n\nThen 3.'), { solution: 1 });
  assert.deepEqual(partings('First.\n\nThen 2.', 'First.'), { solution: 1 });
  assert.deepEqual(partings('First.\n\nThen 2.', 'First. \n\nThen  2.'), {});
});
