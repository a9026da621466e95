import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mapField, renameField, turnNotation } from '../../../../src/core/profile/mapping/map-field';
import { mappedFields } from '../../../../src/core/profile/mapping/mapped-fields';
import { roleChoices } from '../../../../src/core/profile/mapping/role-choices';
import { profileSchema } from '../../../../src/core/profile/profile';
import type { Profile } from '../../../../src/core/profile/profile';
import { readRow } from '../../../../src/core/profile/read-row';
import { shippedProfiles } from '../../../../src/core/profile/shipped';
import { ownProfile } from '../../../../src/core/project/own-profile';
import type { Json } from '../../../../src/core/row/json';

const ROW = { q: 'What is $1+1$?', a: '2', meta: { level: 3 } };

function profile(roles: unknown[], more: object = {}): Profile {
  return profileSchema.parse({ id: 'x', title: 'X', roles, ...more });
}

function wordsOf(row: Json, of: Profile): string[] {
  return mappedFields(row, of).map(
    ({ name, rule, beside }) => `${name} ${beside ? 'beside ' : ''}${rule?.role ?? '-'}`,
  );
}

test('every field of a row is told with its role, those within objects as well', () => {
  const of = profile([
    { role: 'problem', paths: [['text'], ['q']] },
    { role: 'fact', paths: [['meta', 'level']] },
  ]);
  assert.deepEqual(wordsOf(ROW, of), ['q problem', 'a -', 'meta -', 'meta.level fact']);
});

test('a field that a rule reads beside another is told so', () => {
  const of = profile([{ role: 'trace', paths: [['q']], decoder: 'solution', labelsField: ['a'] }]);
  assert.deepEqual(wordsOf(ROW, of).slice(0, 2), ['q trace', 'a beside trace']);
});

test('in a keyed row the fields below the key are told', () => {
  const of = profile([{ role: 'problem', paths: [['q']] }], { keyed: true });
  assert.deepEqual(wordsOf({ Problem_1: ROW }, of)[0], 'q problem');
});

test('a field gets a role, another role, and none', () => {
  const none = profile([]);
  const asProblem = mapField(none, ['q'], { role: 'problem', decoder: 'text' });
  assert.equal(readRow(ROW, asProblem).problem[0]?.text, ROW.q);
  const asTrace = mapField(asProblem, ['q'], { role: 'trace', decoder: 'solution' });
  assert.deepEqual([readRow(ROW, asTrace).problem.length, readRow(ROW, asTrace).traces[0]?.author], [0, 'q']);
  assert.deepEqual(mapField(asTrace, ['q'], null).roles, []);
});

test('with the same role, what else is known of the field stays', () => {
  const of = profile([{ role: 'trace', paths: [['q']], decoder: 'solution', author: 'Ada' }]);
  const [rule] = mapField(of, ['q'], { role: 'trace', decoder: 'step-list' }).roles;
  assert.deepEqual([rule?.decoder, rule?.author], ['step-list', 'Ada']);
});

test('taken from a rule with several fields, the others stay', () => {
  const of = profile([{ role: 'problem', paths: [['q'], ['text']] }]);
  assert.deepEqual(mapField(of, ['q'], null).roles[0]?.paths, [['text']]);
});

test('a field comes before rules that take any field of such a name', () => {
  const of = profile([{ role: 'trace', paths: [['none']], keys: '^[a-z]$', decoder: 'solution' }]);
  const { problem, traces } = readRow(ROW, mapField(of, ['q'], { role: 'problem', decoder: 'text' }));
  assert.deepEqual([problem[0]?.text, traces.map(({ author }) => author).length], [ROW.q, 1]);
});

test('the notation turns round', () => {
  let of = profile([{ role: 'problem', paths: [['q']] }]);
  const seen: (string | undefined)[] = [];
  for (let times = 0; times < 4; times++) {
    const [rule] = of.roles;
    if (rule) of = turnNotation(of, rule);
    seen.push(of.roles[0]?.dialect);
  }
  assert.deepEqual(seen, ['tex', 'plain', 'champ', 'markdown']);
});

test('a renamed field is renamed wherever the profile names it, and words that look like it are not', () => {
  const of = profile([{ role: 'answer', paths: [['text']], none: ['text'] }], {
    signature: [{ path: ['text'], kinds: ['text'] }],
    idField: ['text'],
    schema: { type: 'object', required: ['text'], properties: { text: { type: 'string' } } },
  });
  const { roles, signature, idField, schema } = renameField(of, ['text'], ['body']);
  assert.deepEqual([roles[0]?.paths, roles[0]?.none], [[['body']], ['text']]);
  assert.deepEqual([signature[0]?.path, signature[0]?.kinds, idField], [['body'], ['text'], ['body']]);
  assert.deepEqual(schema, { type: 'object', required: ['body'], properties: { body: { type: 'string' } } });
});

test('the choices are pairs that profiles use, each once', () => {
  const words = roleChoices(shippedProfiles).map(({ role, decoder }) => `${role} ${decoder}`);
  assert.equal(new Set(words).size, words.length);
  for (const pair of ['problem text', 'trace messages', 'choice choices'])
    assert.ok(words.includes(pair), pair);
});

test('saved of a shipped one it has an id of its own, and fields that no row has are optional', () => {
  const of = profile([
    { role: 'problem', paths: [['q']] },
    { role: 'answer', paths: [['gone']] },
  ]);
  const saving = { sample: [ROW], own: new Set<string>(), all: new Set(['mai-2']) };
  const saved = ownProfile({ ...of, title: 'Mai 2' }, saving);
  assert.deepEqual(
    [saved.id, saved.signature, saved.roles.map(({ optional }) => optional)],
    ['mai-2-2', [], [false, true]],
  );
  assert.equal(ownProfile(of, { ...saving, own: new Set(['x']) }).id, 'x');
});
