import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeOf } from '../../../src/core/compare/field-diff';
import { pathText } from '../../../src/core/row/json';
import { roleOf, rolesOf } from '../../../webview/compare/field-roles';
import { loadDifference } from '../../../webview/compare/loaded-difference';
import { blindDifference } from '../../../webview/reading/blind-difference';
import { profileNamed } from '../profile/profiles';

const side = (generator: string, step: string) => {
  const row = { id: 'r', generator, problem: 'p', steps: ['a', step], final_answer_correct: false, label: 1 };
  const { buffer, byteLength } = new TextEncoder().encode(JSON.stringify(row));
  return { number: 0, bytes: buffer, size: byteLength };
};

test('who judges blind sees what changed in the steps, and neither who wrote them nor that this changed', () => {
  const packet = {
    kind: 'changed' as const,
    older: side('Aster-7B', 'b'),
    newer: side('Borealis', 'c'),
  };
  const open = loadDifference(packet, profileNamed('processbench'), null);
  const blind = blindDifference(open);
  const places = ({ changes }: typeof open) => changes?.map((change) => pathText(placeOf(change)));
  assert.deepEqual(places(open), ['generator', 'steps[1]']);
  assert.deepEqual(places(blind), ['steps[1]']);
  assert.ok(blind.newer);
  assert.equal(roleOf(rolesOf(blind.newer.reading), ['steps', 1]).word, 'Solution, step 2');
});
