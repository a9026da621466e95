import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventSchema } from '../../../src/core/annotation/event';
import { Fold } from '../../../src/core/annotation/fold';
import { parseQuery } from '../../../src/core/query/parse-query';
import { printQuery } from '../../../src/core/query/print-query';
import { decisionFacts, stateHolds } from '../../../src/core/query/state-facts';
import { CurationCount } from '../../../src/core/review/curation';
import { teamStatus, teamStatusWords } from '../../../src/core/review/team-status';
import { curation, undo } from '../annotation/events';

const foldOf = (...events: Parameters<Fold['add']>[0][]) => {
  const fold = new Fold();
  for (const each of events) fold.add(each);
  return fold;
};

test('each reviewer has one word on a row, the last one; a fix names the field and the bytes before', () => {
  const fixed = curation({ n: 3, verdict: 'fixed', path: ['steps', 1], before: 'a'.repeat(32) });
  assert.deepEqual(eventSchema.parse(fixed), fixed);
  const fold = foldOf([
    curation({ n: 1, verdict: 'rejected' }),
    curation({ n: 2, by: 'bob', verdict: 'accepted' }),
    fixed,
  ]);
  const standing = fold.standing('id:1').map(({ annotator, value }) => [annotator, value]);
  assert.deepEqual(standing, [
    ['bob', { verdict: 'accepted' }],
    ['ada', { verdict: 'fixed', path: ['steps', 1], before: 'a'.repeat(32) }],
  ]);
});

test('they are counted, also when a row is decided otherwise or that is taken back', () => {
  const fold = foldOf([
    curation({ n: 1, verdict: 'accepted' }),
    curation({ n: 2, row: 'id:2', verdict: 'skipped' }),
    curation({ n: 3, row: 'id:2', by: 'bob', verdict: 'rejected' }),
  ]);
  const count = new CurationCount(fold, 'ada');
  assert.deepEqual(count.counts, { accepted: 1, rejected: 0, fixed: 0, skipped: 1 });
  fold.add([curation({ n: 4, row: 'id:2', verdict: 'rejected' })]);
  count.refresh('id:2');
  assert.deepEqual(count.counts, { accepted: 1, rejected: 1, fixed: 0, skipped: 0 });
  fold.add([undo({ n: 5, of: 4 }), undo({ n: 6, of: 1 })]);
  for (const key of ['id:1', 'id:2']) count.refresh(key);
  assert.deepEqual(count.counts, { accepted: 0, rejected: 0, fixed: 0, skipped: 1 });
});

test('a query finds them, by anybody or by one; none is a row that nobody reviewed', () => {
  const fold = foldOf([
    curation({ n: 1, verdict: 'accepted' }),
    curation({ n: 2, row: 'id:2', by: 'bob', verdict: 'rejected' }),
  ]);
  const facts = decisionFacts(['id:1', 'id:2', 'id:3'], (key) => fold.standing(key), new Set());
  const rows = (line: string) => {
    const { node, faults } = parseQuery(line);
    assert.deepEqual(faults, []);
    assert.ok(node?.kind === 'state');
    assert.equal(printQuery(parseQuery(line)), line);
    return ['id:1', 'id:2', 'id:3'].filter((key) => stateHolds(node, facts.get(key) ?? [], 'ada'));
  };
  assert.deepEqual(rows('curated:accepted'), ['id:1']);
  assert.deepEqual(rows('curated:any'), ['id:1', 'id:2']);
  assert.deepEqual(rows('curated(bob):rejected'), ['id:2']);
  assert.deepEqual(rows('curated:none'), ['id:3']);
  assert.match(parseQuery('curated:good').faults[0]?.message ?? '', /accepted, rejected, fixed, skipped/);
});

test('the status of a team tells who reviewed how much, and how the rows came out', () => {
  const fold = foldOf([
    curation({ n: 1, verdict: 'accepted' }),
    curation({ n: 2, by: 'bob', verdict: 'rejected' }),
    curation({ n: 3, row: 'id:2', verdict: 'fixed' }),
  ]);
  const status = teamStatus(fold);
  assert.deepEqual(
    status.members.map(({ annotator, curated }) => [annotator, curated]),
    [
      ['ada', 2],
      ['bob', 1],
    ],
  );
  assert.match(teamStatusWords(status), /Reviewed: 0 accepted, 1 rejected, 1 fixed, 0 skipped\./);
});
