import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readProject } from '../../../src/core/project/read-project';

const PROFILE = { id: 'mine', title: 'Mine', roles: [{ role: 'problem', paths: [['q']] }] };

function read(value: unknown) {
  return readProject(JSON.stringify(value, null, 2));
}

test('an empty object is a project of nothing', () => {
  const { profiles, files, checks, faults } = readProject('{}');
  assert.deepEqual([profiles, files, checks, faults], [[], {}, [], []]);
});

test('comments and trailing commas are allowed', () => {
  const { files, faults } = readProject(`{
    // which part is which
    "files": { "a.jsonl": { "split": "test" }, }, /* so */
  }`);
  assert.deepEqual([files, faults], [{ 'a.jsonl': { split: 'test' } }, []]);
});

test('what is no JSON has its line and column, and nothing of it holds', () => {
  const { files, faults } = readProject('{\n  "files": { "a": { "split": "test" } }\n  oops\n}');
  assert.deepEqual(files, {});
  assert.equal(faults[0]?.line, 3);
  assert.match(faults[0]?.message ?? '', /no JSON/);
});

test('an unknown section is a warning', () => {
  const { faults } = read({ recipes: [] });
  assert.deepEqual(
    faults.map(({ severity, path }) => [severity, path]),
    [['warning', 'recipes']],
  );
});

test('an entry that is wrong does not take its neighbours with it, and is named by its place in the file', () => {
  const bad = { ...PROFILE, id: 'bad', roles: [{ role: 'riddle', paths: [['q']] }] };
  const twice = { ...PROFILE, title: 'Again' };
  const { profiles, faults } = read({ profiles: [bad, PROFILE, twice] });
  assert.deepEqual(
    profiles.map(({ title }) => title),
    ['Mine'],
  );
  assert.deepEqual(
    faults.map(({ path }) => path),
    ['profiles[0].roles[0].role', 'profiles[2].id'],
  );
  assert.match(faults[1]?.message ?? '', /Two profiles are called “mine”/);
});

const MEANT: [string, unknown, string, RegExp][] = [
  [
    'a second benchmark of a name',
    {
      benchmarks: [
        { name: 'a', file: 'a.jsonl' },
        { name: 'a', file: 'b.jsonl' },
      ],
    },
    'benchmarks[1].name',
    /Two benchmarks are called “a”/,
  ],
  [
    'a benchmark with an unknown profile',
    { benchmarks: [{ name: 'a', file: 'a.jsonl', profile: 'nope' }] },
    'benchmarks[0].profile',
    /no profile “nope”/,
  ],
  [
    'an unknown profile',
    { files: { 'a.jsonl': { profile: 'nope' } } },
    'files["a.jsonl"].profile',
    /no profile “nope”/,
  ],
  [
    'an unknown check',
    { checks: [{ rules: { spelling: 'off' } }] },
    'checks[0].rules.spelling',
    /no check “spelling”/,
  ],
  [
    'an unknown rule of a check',
    { checks: [{ rules: { 'links/x': 'off' } }] },
    'checks[0].rules["links/x"]',
    /no check/,
  ],
  [
    'a bad regular expression',
    { profiles: [{ ...PROFILE, signature: [{ path: ['q'], kinds: ['text'], matches: '(' }] }] },
    'profiles[0].signature[0].matches',
    /no regular expression/,
  ],
  [
    'options that a check does not have',
    { checks: [{ rules: { json: { options: { a: 1 } } } }] },
    'checks[0].rules.json.options',
    /no options/,
  ],
  [
    'a schema that rows cannot be held against',
    { checks: [{ rules: { schema: { options: { schema: { not: { type: 'text' } } } } } }] },
    'checks[0].rules.schema.options.schema.not.type',
    /must be one of string, number/,
  ],
  [
    'options of the wrong kind',
    { checks: [{ rules: { calculator: { options: { tolerance: 'some' } } } }] },
    'checks[0].rules.calculator.options.tolerance',
    /number/,
  ],
];

for (const [name, value, path, message] of MEANT) {
  test(`${name} is told, with its place, as no JSON Schema can`, () => {
    const { faults } = read(value);
    assert.equal(faults.length, 1);
    assert.equal(faults[0]?.path, path);
    assert.match(faults[0]?.message ?? '', message);
    assert.equal(faults[0]?.structural, false);
    assert.ok((faults[0]?.line ?? 0) > 1);
  });
}

test('a fault stands at the value, not at the beginning', () => {
  const text = '{ "files": { "a.jsonl": { "profile": "nope" } } }';
  const [fault] = readProject(text).faults;
  assert.equal(text.slice(fault?.offset, (fault?.offset ?? 0) + (fault?.length ?? 0)), '"nope"');
});
