import assert from 'node:assert/strict';
import { test } from 'node:test';
import { profileSchema } from '../../../src/core/profile/profile';
import { genericProfile, shippedProfiles } from '../../../src/core/profile/shipped';

test('the shipped profiles have ids of their own', () => {
  const ids = shippedProfiles.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  const titles = shippedProfiles.map(({ title }) => title);
  assert.equal(new Set(titles).size, titles.length);
});

test('the generic profile is the last resort, and the only one', () => {
  assert.deepEqual(
    shippedProfiles.filter(({ signature }) => signature.length === 0),
    [genericProfile],
  );
});

for (const profile of shippedProfiles) {
  test(`${profile.id} is a valid profile`, () => {
    assert.deepEqual(profileSchema.parse(JSON.parse(JSON.stringify(profile))), profile);
    assert.ok(profile.about.endsWith('.'));
    for (const { matches } of profile.signature) {
      if (matches !== undefined) assert.doesNotThrow(() => new RegExp(matches));
    }
  });
}

const VALID = {
  id: 'x',
  title: 'X',
  about: 'X.',
  signature: [],
  roles: [{ role: 'problem', paths: [['q']] }],
};

const BAD: [string, object][] = [
  ['an unknown key', { ...VALID, extra: 1 }],
  ['an id with capitals', { ...VALID, id: 'Ab' }],
  ['an unknown role', { ...VALID, roles: [{ role: 'proof', paths: [['q']] }] }],
  ['a role without a path', { ...VALID, roles: [{ role: 'problem', paths: [] }] }],
  ['an unknown decoder', { ...VALID, roles: [{ role: 'problem', paths: [['q']], decoder: 'eval' }] }],
  ['a path as text', { ...VALID, idField: 'a.b' }],
  ['a condition without kinds', { ...VALID, signature: [{ path: ['q'], kinds: [] }] }],
  ['no title', { ...VALID, title: undefined }],
];

test('a small profile gets its defaults', () => {
  const profile = profileSchema.parse(VALID);
  assert.deepEqual(profile.repeats, []);
  assert.deepEqual(
    [profile.roles[0]?.decoder, profile.roles[0]?.dialect, profile.roles[0]?.problemTurn],
    ['text', 'markdown', 'last'],
  );
});

for (const [name, data] of BAD) {
  test(`a profile with ${name} is refused`, () => assert.equal(profileSchema.safeParse(data).success, false));
}
