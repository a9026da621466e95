import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Fold } from '../../../src/core/annotation/fold';
import type { LogEvent } from '../../../src/core/annotation/event';
import {
  judgedPairs,
  judgementOf,
  pairDigest,
  rowsDigest,
} from '../../../src/core/contamination/judged-pairs';
import { precisionByClass } from '../../../src/core/contamination/precision';
import { contamination, duplicate, undo } from '../annotation/events';

const HIT = { key: 'id:1', pair: 'a'.repeat(32), source: 'quiz', item: '7' };

function judged(events: LogEvent[], me: string | null = null, hit = HIT) {
  const fold = new Fold();
  fold.add(events);
  return judgementOf(hit, judgedPairs(fold, 'contamination'), me);
}

test('a hit is judged by what was said of its row and item', () => {
  assert.equal(judged([]), null);
  const events = [contamination({ n: 1, verdict: 'false-alarm' }), contamination({ n: 2, item: '8' })];
  assert.deepEqual(judged(events), { verdict: 'false-alarm', by: 'ada', as: null, against: [] });
  assert.equal(judged([contamination({ n: 1 }), undo({ n: 2, of: 1 })]), null);
});

test('one’s own verdict comes first, else the newest, and who differs is named', () => {
  const events = [contamination({ n: 1 }), contamination({ n: 2, by: 'bo', verdict: 'false-alarm' })];
  assert.deepEqual(judged(events, 'ada'), { verdict: 'same', by: 'ada', as: null, against: ['bo'] });
  assert.deepEqual(judged(events, 'cy'), { verdict: 'false-alarm', by: 'bo', as: null, against: ['ada'] });
});

test('the same two texts in another row are judged as there; other texts are not', () => {
  const elsewhere = [contamination({ n: 1, row: 'id:9', item: '9' })];
  assert.deepEqual(judged(elsewhere), { verdict: 'same', by: 'ada', as: 0, against: [] });
  assert.equal(judged(elsewhere, null, { ...HIT, pair: 'b'.repeat(32) }), null);
  const both = [...elsewhere, contamination({ n: 2, verdict: 'same-source' })];
  assert.equal(judged(both)?.verdict, 'same-source');
});

test('a row whose text changed since is to be judged again', () => {
  assert.equal(judged([contamination({ n: 1 })], 'ada', { ...HIT, pair: pairDigest('a', 'b') }), null);
});

test('a pair of texts is not another pair that reads the same in a row', () => {
  assert.notEqual(pairDigest('a b', 'c'), pairDigest('a', 'b c'));
  assert.notEqual(pairDigest('a', 'b'), pairDigest('b', 'a'));
});

test('a verdict on two rows is none on an item of a benchmark, and the two may come in either order', () => {
  assert.equal(judged([duplicate({ n: 1, file: 'quiz', item: '7' })]), null);
  const fold = new Fold();
  fold.add([contamination({ n: 1 }), duplicate({ n: 2, file: 'quiz', item: '7', verdict: 'same-source' })]);
  assert.equal(judgementOf(HIT, judgedPairs(fold, 'duplicate'), null)?.verdict, 'same-source');
  assert.equal(rowsDigest('a', 'b'), rowsDigest('b', 'a'));
  assert.notEqual(rowsDigest('a', 'b'), rowsDigest('a', 'c'));
});

test('precision counts what was judged, by class', () => {
  const of = (kind: 'exact' | 'near', verdict: 'same' | 'same-source' | 'false-alarm' | null) => ({
    class: kind,
    verdict,
  });
  const [exact, near, ...more] = precisionByClass([
    of('near', 'same'),
    of('near', 'same-source'),
    of('near', 'false-alarm'),
    of('near', null),
    of('exact', null),
  ]);
  assert.equal(more.length, 0);
  assert.deepEqual(exact, { class: 'exact', hits: 1, judged: 0, real: 0, interval: null });
  assert.deepEqual([near?.class, near?.hits, near?.judged, near?.real], ['near', 4, 3, 2]);
  // 2 of 3 by Wilson's formula, worked out by hand
  assert.ok(Math.abs((near?.interval?.low ?? 0) - 0.2077) < 1e-4);
  assert.ok(Math.abs((near?.interval?.high ?? 0) - 0.9385) < 1e-4);
});
