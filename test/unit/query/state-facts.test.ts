import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SignedDecision } from '../../../src/core/annotation/event';
import { decisionFacts, stateHolds } from '../../../src/core/query/state-facts';
import type { DecidedFact } from '../../../src/core/query/state-facts';
import { label, stepTarget } from '../annotation/events';

const place = { start: 0, end: 0 };

function factsOf(...standing: SignedDecision[]): readonly DecidedFact[] {
  return decisionFacts(['id:1'], () => standing, new Set()).get('id:1') ?? [];
}

function decidedBy(name: string, facts: readonly DecidedFact[]): boolean {
  const nobody = name === 'none';
  const value = nobody ? 'none' : 'any';
  return stateHolds(
    { kind: 'state', what: 'decision', value, by: nobody ? 'any' : name, ...place },
    facts,
    null,
  );
}

function labelIs(value: string, facts: readonly DecidedFact[]): boolean {
  return stateHolds({ kind: 'state', what: 'label', value, by: null, ...place }, facts, 'ada');
}

test('who only settled what others said decided something too', () => {
  const { what: _, value: __, target: ___, ...signed } = label({ n: 1, by: 'bo' });
  const ruling: SignedDecision = {
    ...signed,
    what: 'adjudication',
    target: stepTarget(),
    value: { label: 'good', over: [] },
  };
  const facts = factsOf(ruling);
  assert.deepEqual(
    [decidedBy('bo', facts), decidedBy('ada', facts), decidedBy('none', facts)],
    [true, false, false],
  );
  const comment = (value: string): SignedDecision => ({
    ...signed,
    what: 'comment',
    target: { kind: 'row' },
    value,
  });
  assert.equal(decidedBy('none', factsOf(comment('Nice.'))), false);
  assert.equal(decidedBy('none', factsOf(comment(''))), true, 'it was taken back');
});

test('an answer to a question of a scheme labels no step', () => {
  const answer: DecidedFact = { what: 'label', value: 'clarity=4', by: 'ada' };
  assert.deepEqual([labelIs('none', [answer]), labelIs('any', [answer])], [true, false]);
  assert.deepEqual([labelIs('clarity=any', [answer]), labelIs('clarity=none', [answer])], [true, false]);
  const both: DecidedFact[] = [answer, { what: 'label', value: 'bad', by: 'ada' }];
  assert.deepEqual([labelIs('none', both), labelIs('any', both)], [false, true]);
});
