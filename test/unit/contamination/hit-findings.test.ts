import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isCheckId } from '../../../src/core/check/check-ids';
import { Findings } from '../../../src/core/check/findings';
import { HIT_RULES, hitFinding } from '../../../src/core/contamination/hit-findings';
import type { ToldHit } from '../../../src/core/contamination/hit-findings';

const HIT: ToldHit = {
  kind: 'contamination',
  row: 4,
  source: 'quiz',
  item: 'rods',
  class: 'numbers changed',
  score: 0.93,
  decision: 'remove',
  path: ['problem'],
  leak: false,
  identity: { key: 'id:a', hash: 'h' },
};

test('a hit is a finding with a rule that settings and queries can name', () => {
  const { rule, severity, message, evidence, path } = hitFinding(HIT);
  assert.deepEqual(
    [rule, severity, evidence],
    ['contamination/numbers-changed', 'warning', 'quiz rods, 0.930'],
  );
  assert.equal(message, 'A problem of the benchmark quiz: item rods, numbers changed.');
  assert.deepEqual(path, ['problem']);
  for (const id of Object.values(HIT_RULES).flat()) assert.ok(isCheckId(id), id);
  assert.ok(isCheckId('duplicate') && !isCheckId('contamination/linked'));
});

test('what is to be looked at is told as info, a leak of linked rows as a warning', () => {
  assert.equal(hitFinding({ ...HIT, decision: 'review' }).severity, 'info');
  const linked: ToldHit = {
    ...HIT,
    kind: 'duplicate',
    ...{
      source: 'b.jsonl',
      item: '7',
      class: 'linked',
      score: null,
      decision: 'review',
      path: null,
      leak: true,
    },
  };
  const { severity, message, evidence } = hitFinding(linked);
  assert.equal(severity, 'warning');
  assert.equal(message, 'The same problem as row 7 of b.jsonl: linked, of a group over several splits.');
  assert.equal(evidence, 'b.jsonl 7');
});

test('what one check found is forgotten, and what others found stays', () => {
  const findings = new Findings();
  const other = { ...hitFinding(HIT), check: 'schema', rule: 'schema/missing' };
  findings.add([hitFinding(HIT), other, hitFinding({ ...HIT, row: 9 })]);
  assert.deepEqual(findings.drop('contamination').toSorted(), [4, 9]);
  assert.deepEqual(
    findings.all().map(({ rule }) => rule),
    ['schema/missing'],
  );
  assert.deepEqual([...findings.rules], [[4, ['schema/missing']]]);
  assert.deepEqual([findings.kept, findings.drop('contamination')], [1, []]);
});
