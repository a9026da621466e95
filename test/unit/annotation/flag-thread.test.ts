import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flagThreads, replyTo } from '../../../src/core/annotation/flag-thread';
import { Fold } from '../../../src/core/annotation/fold';
import { decisionFacts } from '../../../src/core/query/state-facts';
import { flag, numbers, reply, undo } from './events';

test('a flag is open until somebody resolves it, and again when somebody opens it', () => {
  const states = (...replies: ReturnType<typeof reply>[]) =>
    flagThreads([flag({ n: 1 }), ...replies]).map(({ open }) => open);
  const resolved = reply({ n: 2, of: 1, by: 'bob', state: 'resolved' });
  const comment = reply({ n: 3, of: 1, by: 'cyd', comment: 'is it?' });
  const opened = reply({ n: 4, of: 1, by: 'cyd', state: 'open' });
  assert.deepEqual(states(), [true]);
  assert.deepEqual(states(resolved), [false]);
  assert.deepEqual(states(resolved, comment), [false], 'a comment changes nothing');
  assert.deepEqual(
    states(opened, resolved, comment),
    [true],
    'the newest decides, in whatever order they come',
  );
});

test('replies stand in their order beneath their own flag; those to a flag that was taken back are gone', () => {
  const fold = new Fold();
  fold.add([
    flag({ n: 1 }),
    flag({ n: 2, by: 'bob' }),
    reply({ n: 3, of: 1, by: 'bob', comment: 'a' }),
    reply({ n: 4, of: 1, by: 'bob', comment: 'b' }),
    reply({ n: 5, of: 2, comment: 'c' }),
    undo({ n: 6, by: 'bob', of: 2 }),
  ]);
  const [thread, ...none] = flagThreads(fold.standing('id:1'));
  assert.deepEqual(none, []);
  assert.deepEqual(numbers(thread?.replies ?? []), [3, 4], 'one does not replace the other');
});

test('an answer comments, resolves, or opens again', () => {
  const [open] = flagThreads([flag({ n: 1 })]);
  const [closed] = flagThreads([flag({ n: 1 }), reply({ n: 2, of: 1, state: 'resolved' })]);
  assert.ok(open && closed);
  const said = (thread: typeof open, comment: string, change: boolean) =>
    replyTo(thread, comment, change)?.value;
  const id = flag({ n: 1 }).id;
  assert.deepEqual(said(open, ' done ', true), { flag: id, comment: 'done', state: 'resolved' });
  assert.deepEqual(said(open, 'why?', false), { flag: id, comment: 'why?' });
  assert.deepEqual(said(closed, '', true), { flag: id, comment: '', state: 'open' });
  assert.equal(said(open, '  ', false), undefined);
});

test('a query tells open flags from resolved ones', () => {
  const standing = [
    flag({ n: 1 }),
    reply({ n: 2, of: 1, by: 'bob', state: 'resolved' }),
    flag({ n: 3, by: 'bob' }),
  ];
  const facts = decisionFacts(['id:1'], () => standing, new Set()).get('id:1') ?? [];
  const states = facts.filter(({ value }) => value === 'open' || value === 'resolved');
  assert.deepEqual(
    states.map(({ value, by }) => [value, by]),
    [
      ['resolved', 'ada'],
      ['open', 'bob'],
    ],
  );
});
