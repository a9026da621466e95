import assert from 'node:assert/strict';
import { test } from 'node:test';
import { profileSchema } from '../../../src/core/profile/profile';
import { shippedProfiles } from '../../../src/core/profile/shipped';
import { writtenProfile } from '../../../src/core/profile/written-profile';
import { NEW_PROJECT, withBenchmark, withProfile, withScheme } from '../../../src/core/project/edit-project';
import { readProject } from '../../../src/core/project/read-project';
import { shippedSchemes } from '../../../src/core/scheme/shipped';

const OWN = writtenProfile(
  profileSchema.parse({ id: 'own', title: 'Own', roles: [{ role: 'problem', paths: [['q']] }] }),
);

test('a new project file has the profile and the file', () => {
  const { profiles, files, faults } = readProject(withProfile(NEW_PROJECT, OWN, 'a.jsonl'));
  assert.deepEqual(faults, []);
  assert.deepEqual([profiles.map(({ id }) => id), files], [['own'], { 'a.jsonl': { profile: 'own' } }]);
});

const COMMENTED = `{
\t// ours
\t"schemes": [1.50], // of another part
\t"profiles": [
\t\t{ "id": "first", "title": "First", "roles": [] }, // stays
\t\t{
\t\t\t"id": "own",
\t\t\t"title": "Old", // a name
\t\t\t"roles": [
\t\t\t\t{ "role": "problem", "paths": [["q"]] }, // the problem
\t\t\t\t{ "role": "answer", "paths": [["a"]] } // the answer
\t\t\t]
\t\t}
\t],
\t/* which is which */
\t"files": { "b.jsonl": { "split": "test" } }
}
`;

test('comments, unknown sections and spellings stay; only what differs is written', () => {
  const title = { ...OWN, roles: [...OWN.roles, { role: 'answer' as const, paths: [['c']] as [string[]] }] };
  const edited = withProfile(COMMENTED, title, 'b.jsonl');
  for (const kept of [
    '// ours',
    '[1.50], // of another part',
    '// stays',
    '// a name',
    '// the problem',
    '/* which is which */',
  ])
    assert.ok(edited.includes(kept), kept);
  assert.ok(edited.includes('"title": "Own", // a name'));
  const { profiles, files } = readProject(edited);
  assert.deepEqual(
    profiles[1]?.roles.map(({ paths }) => paths),
    [[['q']], [['c']]],
  );
  assert.deepEqual(files, { 'b.jsonl': { split: 'test', profile: 'own' } });
});

test('saving the same again changes nothing', () => {
  const once = withProfile(NEW_PROJECT, OWN, 'a.jsonl');
  assert.equal(withProfile(once, OWN, 'a.jsonl'), once);
});

test('a wider pattern that stands later does not win over the file that was saved', () => {
  const text = '{ "files": { "a.jsonl": { "split": "test" }, "*.jsonl": { "profile": "math" } } }';
  assert.deepEqual(Object.keys(readProject(withProfile(text, OWN, 'a.jsonl')).files), ['*.jsonl', 'a.jsonl']);
});

for (const profile of shippedProfiles) {
  test(`${profile.id} written and read is the same profile`, () => {
    assert.deepEqual(profileSchema.parse(writtenProfile(profile)), profile);
  });
}

test('a benchmark is added, and one of the same name is changed in its place', () => {
  const commented = '{\n  "benchmarks": [\n    // ours\n    { "name": "a", "file": "a.jsonl" }\n  ]\n}\n';
  const added = withBenchmark(commented, { name: 'b', file: 'b.jsonl', sha256: '0'.repeat(64) });
  const again = withBenchmark(added, { name: 'a', file: 'a.jsonl', sha256: '1'.repeat(64) });
  assert.ok(again.includes('// ours'));
  const { benchmarks, faults } = readProject(again);
  assert.deepEqual(faults, []);
  assert.deepEqual(benchmarks, [
    { name: 'a', file: 'a.jsonl', sha256: '1'.repeat(64) },
    { name: 'b', file: 'b.jsonl', sha256: '0'.repeat(64) },
  ]);
  assert.deepEqual(readProject(withBenchmark(NEW_PROJECT, { name: 'a', file: 'x' })).benchmarks.length, 1);
});

test('a shipped scheme that is copied asks as before, and the file names it; what stood stays', () => {
  for (const named of shippedSchemes) {
    const edited = withScheme(
      '{\n  // ours\n  "files": { "b.jsonl": { "split": "test" } }\n}\n',
      named,
      'b.jsonl',
    );
    const { schemes, files, faults } = readProject(edited);
    assert.deepEqual(faults, []);
    assert.deepEqual(schemes[named.name], named.scheme);
    assert.doesNotMatch(edited, /\[\s*\]/, 'no list without anything in it');
    assert.deepEqual(files, { 'b.jsonl': { split: 'test', scheme: named.name } });
    assert.ok(edited.includes('// ours'));
  }
});
