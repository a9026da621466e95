import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutSolutions } from '../../../src/core/contamination/row-texts';
import type { Profile } from '../../../src/core/profile/profile';
import { readRow } from '../../../src/core/profile/read-row';
import { profileNamed } from '../profile/profiles';

const rolesOf = ({ roles }: Profile) => roles.map(({ role }) => role);

test('without its solutions a profile reads what is asked, and cuts no steps', () => {
  const row = {
    problem: 'What is 1 + 1?',
    solution: 'One and one.\n\nThat is $\\boxed{2}$.',
    level: 'Level 1',
  };
  const math = profileNamed('math');
  assert.equal(readRow(row, math).traces.length, 1);
  const reading = readRow(row, withoutSolutions(math));
  assert.deepEqual([reading.problem.map(({ text }) => text), reading.traces], [['What is 1 + 1?'], []]);
});

test('a solution stays that is read before a text in which an item is looked for', () => {
  const profile = profileNamed('remediation-example');
  assert.deepEqual(rolesOf(withoutSolutions(profile)), rolesOf(profile));
});
