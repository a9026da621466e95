import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Json, JsonPath } from '../../../src/core/row/json';
import {
  canTurn,
  draftOf,
  draftOfNewField,
  judgeDraft,
  turned,
  valueOf,
} from '../../../webview/edit/field-draft';
import type { EditedRow, FieldDraft } from '../../../webview/edit/field-draft';

const SEEN = { number: 2, hash: 'h' };

function row(text: string): EditedRow {
  return { seen: SEEN, text, value: JSON.parse(text) as Json };
}

function typedIn(of: EditedRow, path: JsonPath, typed: string, as?: 'text' | 'json') {
  return judgeDraft(of, { ...draftOf(of, path, as), typed });
}

function newField(of: EditedRow, typedPath: string, change: Partial<FieldDraft> = {}) {
  return judgeDraft(of, { ...draftOfNewField(), typedPath, typed: 'x', ...change });
}

test('a text is edited as people read it, and sent as it was typed', () => {
  const edited = row('{"p": "a\\nb \\u00e9"}');
  assert.equal(draftOf(edited, ['p']).typed, 'a\nb é');
  assert.deepEqual(typedIn(edited, ['p'], 'a\nc'), {
    kind: 'ready',
    edit: { kind: 'value', row: SEEN, path: ['p'], value: 'a\nc' },
    joined: false,
    warning: null,
  });
});

test('whatever is not text is edited as the JSON that stands in the row', () => {
  const edited = row('{"n": 1.50, "b": true, "z": null, "l": [1,  2.0], "o": {"k":1}}');
  const typed = ['n', 'b', 'z', 'l', 'o'].map((key) => draftOf(edited, [key]).typed);
  assert.deepEqual(typed, ['1.50', 'true', 'null', '[1,  2.0]', '{"k":1}']);
});

test('a number keeps its spelling', () => {
  const edited = row('{"n": 1}');
  for (const json of ['1.50', '1e5', '12345678901234567890', '-0']) {
    const judged = typedIn(edited, ['n'], ` ${json}\n`);
    assert.ok(judged.kind === 'ready');
    assert.deepEqual(judged.edit, { kind: 'json', row: SEEN, path: ['n'], json });
  }
});

test('what stands as it stood is no change, even typed and taken back', () => {
  const edited = row('{"p": "a\\r\\nb", "n": 1.50}');
  for (const path of [['p'], ['n']]) {
    const draft = draftOf(edited, path);
    assert.equal(judgeDraft(edited, draft).kind, 'same');
    assert.equal(judgeDraft(edited, turned(edited, draft)).kind, 'same');
  }
});

test('JSON that is wrong is not sent, and its fault has a place', () => {
  const judged = typedIn(row('{"l": []}'), ['l'], '[1,\n2 3]');
  assert.ok(judged.kind === 'wrong');
  assert.equal(judged.message, 'Line 2, column 3: a comma is expected here.');
  assert.deepEqual(judged.place, { offset: 6, length: 1 });
});

test('JSON over several lines is sent in one, and the form is told', () => {
  const judged = typedIn(row('{"l": []}'), ['l'], '[\n  1,\n  2\n]');
  assert.ok(judged.kind === 'ready' && judged.edit.kind === 'json');
  assert.equal(judged.edit.json, '[1, 2]');
  assert.ok(judged.joined);
});

test('Windows line ends are kept though a text box has none', () => {
  const edited = row('{"p": "a\\r\\nb"}');
  assert.equal(draftOf(edited, ['p']).typed, 'a\nb');
  const judged = typedIn(edited, ['p'], 'a\nb\nc');
  assert.ok(judged.kind === 'ready' && judged.edit.kind === 'value');
  assert.equal(judged.edit.value, 'a\r\nb\r\nc');
});

test('a text with line ends of both kinds is edited as JSON, which shows them', () => {
  for (const text of ['a\r\nb\nc', 'a\rb', '\r\r\n']) {
    const edited = row(JSON.stringify({ p: text }));
    const draft = draftOf(edited, ['p']);
    assert.equal(draft.as, 'json');
    assert.ok(!canTurn(draft));
  }
});

test('a text can be turned to JSON and back, with what was typed', () => {
  const edited = row('{"p": "caf\\u00e9"}');
  const found = turned(edited, draftOf(edited, ['p']));
  assert.equal(found.typed, '"caf\\u00e9"');
  const typed = turned(edited, { ...draftOf(edited, ['p']), typed: 'a "b"\n' });
  assert.equal(typed.typed, '"a \\"b\\"\\n"');
  assert.equal(turned(edited, typed).typed, 'a "b"\n');
  assert.equal(judgeDraft(edited, typed).kind, 'ready');
});

test('what is no text cannot be turned to one', () => {
  const edited = row('{"n": 1}');
  for (const typed of ['1', '["a"]', '"open']) {
    const draft = { ...draftOf(edited, ['n']), typed };
    assert.ok(!canTurn(draft), typed);
    assert.equal(turned(edited, draft), draft);
  }
  assert.ok(canTurn({ ...draftOf(edited, ['n']), typed: '"one"' }));
});

test('a new field is sent with its path', () => {
  const edited = row('{"meta": {"a": 1}, "steps": ["x"]}');
  for (const [typedPath, path] of [
    ['level', ['level']],
    [' meta.level ', ['meta', 'level']],
    ['steps[1]', ['steps', 1]],
    ['meta["GPT-4|x"]', ['meta', 'GPT-4|x']],
  ] as const) {
    const judged = newField(edited, typedPath);
    assert.ok(judged.kind === 'ready', typedPath);
    assert.deepEqual(judged.edit, { kind: 'value', row: SEEN, path, value: 'x' });
  }
});

test('a new field that has no place is refused in words', () => {
  const edited = row('{"meta": {"a": 1}, "steps": ["x"]}');
  for (const [typedPath, words] of [
    ['', /Type the path/],
    ['a b', /not a path/],
    ['steps[]', /not a path/],
    ['meta.a', /has meta\.a already/],
    ['other.a', /no other\. Add that first/],
    ['steps.a', /steps is not an object/],
    ['meta[0]', /meta is not a list/],
    ['steps[3]', /next element of steps is \[1\]/],
  ] as const) {
    const judged = newField(edited, typedPath);
    assert.ok(judged.kind === 'wrong', typedPath);
    assert.match(judged.message, words);
  }
});

test('the preview is given the value that is typed, and none while it is wrong', () => {
  const edited = row('{"n": 1}');
  const draft = draftOf(edited, ['n']);
  assert.equal(valueOf({ ...draft, typed: '2' }), 2);
  assert.equal(valueOf({ ...draft, typed: '2,' }), undefined);
  assert.equal(valueOf({ ...draft, as: 'text', typed: '2,' }), '2,');
});
