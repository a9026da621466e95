import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findingVerdicts, isSettled } from '../../../src/core/annotation/finding-verdict';
import { Fold } from '../../../src/core/annotation/fold';
import type { Finding } from '../../../src/core/check/finding';
import { findingDigest } from '../../../src/core/check/finding-digest';
import { decisionFacts } from '../../../src/core/query/state-facts';
import { judged, mark, undo } from './events';

const [A, B] = ['a'.repeat(32), 'b'.repeat(32)];

function verdicts(...events: Parameters<Fold['add']>[0][]) {
  const fold = new Fold();
  for (const some of events) fold.add(some);
  return Object.fromEntries(
    [...findingVerdicts(fold.standing('id:1'))].map(([finding, { verdict, by }]) => [
      finding,
      `${verdict} ${by}`,
    ]),
  );
}

test('each finding of a row has its verdict, and whoever spoke last decides', () => {
  const first = judged({ n: 1, finding: A });
  const other = judged({ n: 2, finding: B, says: 'accepted' });
  const later = judged({ n: 3, finding: A, says: 'right', by: 'bo' });
  assert.deepEqual(verdicts([first, other]), { [A]: 'false-alarm ada', [B]: 'accepted ada' });
  for (const order of [
    [first, later],
    [later, first],
  ])
    assert.deepEqual(verdicts(order), { [A]: 'right bo' });
  assert.deepEqual(verdicts([first, judged({ n: 4, finding: A, says: 'open', by: 'bo' })]), {});
  assert.deepEqual(verdicts([first, later, undo({ n: 5, of: 3, by: 'bo' })]), { [A]: 'false-alarm ada' });
});

test('a query is told how the findings of a row were judged last', () => {
  const fold = new Fold();
  fold.add([judged({ n: 1, finding: A }), judged({ n: 2, finding: A, says: 'right', by: 'bo' })]);
  const facts = (shared: string[]) =>
    decisionFacts(['id:1'], (key) => fold.standing(key), new Set(shared)).get('id:1');
  assert.deepEqual(facts([]), [{ what: 'judged', value: 'right', by: 'bo' }]);
  assert.deepEqual(facts(['id:1']), [{ what: 'judged', value: 'right', by: 'bo', hash: 'h' }]);
});

test('a row whose finding was judged is not labelled by that', () => {
  const fold = new Fold();
  fold.add([judged({ n: 1 })]);
  assert.equal(fold.rowsDecidedBy('ada').size, 0);
  fold.add([judged({ n: 2, row: 'id:2' }), mark({ n: 3, row: 'id:3' })]);
  assert.deepEqual([...fold.rowsDecidedBy('ada')], ['id:3']);
});

test('what needs nobody any more', () => {
  const verdict = (said: 'right' | 'false-alarm' | 'accepted') => ({ verdict: said, comment: '', by: 'ada' });
  assert.deepEqual(
    [verdict('right'), verdict('false-alarm'), verdict('accepted'), null, undefined].map(isSettled),
    [false, true, true, false, false],
  );
});

test('a finding is the same wherever it stands, and another one when it says something else', () => {
  const finding: Finding = {
    row: 3,
    path: ['a'],
    span: { start: 1, end: 2 },
    check: 'formula',
    rule: 'formula/typeset',
    severity: 'info',
    message: 'm',
    evidence: 'e',
  };
  const moved = { ...finding, row: 9, span: null, severity: 'error' as const };
  assert.equal(findingDigest(moved), findingDigest(finding));
  for (const change of [{ path: ['b'] }, { message: 'n' }, { evidence: 'f' }, { rule: 'hygiene/hidden' }])
    assert.notEqual(findingDigest({ ...finding, ...change }), findingDigest(finding));
  const sign = { ...finding, rule: 'hygiene/minus', path: [] };
  assert.equal(
    findingDigest({ ...sign, path: ['a'] }),
    findingDigest(sign),
    'said before signs named their field',
  );
});
