import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AnnotationLog } from '../../../src/core/annotation/annotation-log';
import type { Annotator } from '../../../src/core/annotation/annotation-log';
import type { LogEvent } from '../../../src/core/annotation/event';
import { Fold } from '../../../src/core/annotation/fold';
import { readLog } from '../../../src/core/annotation/log-lines';
import { FAULTS, faultyStore, memoryDisk } from '../dataset/memory-files';
import type { MemoryDisk } from '../dataset/memory-files';
import { decisionOn, ROW } from './decisions';

const DATASET = '/d/rows.jsonl';
const ADA: Annotator = { name: 'ada', machine: '00000001' };
const BOB: Annotator = { name: 'bob', machine: '00000001' };

/** A folder in which Ada has a log with a torn end, and another machine of Bob's has one. */
async function startingDisk(): Promise<MemoryDisk> {
  const disk = memoryDisk();
  const log = new AnnotationLog(disk.store, DATASET);
  await log.decide(ADA, ROW, [{ decision: decisionOn(9, 'good') }]);
  await log.decide({ ...BOB, machine: '00000002' }, ROW, [{ decision: decisionOn(9, 'bad') }]);
  await log.close();
  const file = `${DATASET}.scholium/ada.jsonl`;
  disk.files.set(file, Buffer.concat([disk.files.get(file)!, Buffer.from('{"v":1,"id":"0')]));
  return disk;
}

function onDisk(disk: MemoryDisk): LogEvent[] {
  return [...disk.files].flatMap(([file, bytes]) => readLog(file, Buffer.from(bytes).toString()).events);
}

const stepsOf = (fold: Fold) =>
  fold
    .standing(ROW.key)
    .map(({ annotator, target, value }) =>
      [annotator, target.kind === 'step' && target.step, value].join(' '),
    )
    .toSorted();

/** A short session. After each act, what was acknowledged is on the disk. Returns whether every act worked. */
async function session(log: AnnotationLog, disk: MemoryDisk): Promise<boolean> {
  const label = (by: Annotator, ...steps: number[]) =>
    log.decide(
      by,
      ROW,
      steps.map((step) => ({ decision: decisionOn(step, 'bad') })),
    );
  const acts: (() => Promise<LogEvent[] | void>)[] = [
    () => log.load(),
    () => label(ADA, 0),
    () => label(ADA, 1, 2),
    () => label(BOB, 0),
    () => log.undo(ADA).then(() => undefined),
    () => label(ADA, 3),
    () => label(BOB, 1, 2),
    () => label(ADA, 4),
  ];
  const acknowledged: LogEvent[] = [];
  let failures = 0;
  for (const act of acts) {
    const made = await act().catch((error: NodeJS.ErrnoException) => {
      assert.equal(error.code, 'EIO', error.stack);
      failures++;
    });
    acknowledged.push(...(made ?? []));
    const ids = new Set(onDisk(disk).map(({ id }) => id));
    for (const { id, what } of acknowledged) assert.ok(ids.has(id), `${what} ${id} is not on the disk`);
  }
  return failures === 0;
}

/** With a disk that works again, everything that is on it is read, and more can be said. */
async function recovers(disk: MemoryDisk): Promise<void> {
  const expected = new Fold();
  expected.add(onDisk(disk));
  const log = new AnnotationLog(disk.store, DATASET);
  await log.load();
  assert.deepEqual(stepsOf(log.fold), stepsOf(expected));
  await log.decide(ADA, ROW, [{ decision: decisionOn(7, 'unsure') }]);
  const again = new AnnotationLog(disk.store, DATASET);
  await again.load();
  assert.deepEqual(stepsOf(again.fold), [...stepsOf(expected), 'ada 7 unsure'].toSorted());
  await log.close();
}

for (const fault of FAULTS) {
  test(`what is acknowledged is on the disk when the n-th operation goes wrong (${fault}), for every n`, async () => {
    let n = 0;
    for (; ; n++) {
      const disk = await startingDisk();
      const { store, counter } = faultyStore(disk.store, fault, n);
      const log = new AnnotationLog(store, DATASET);
      const worked = await session(log, disk);
      await recovers(disk);
      if (counter.operations <= n) {
        assert.ok(worked);
        break;
      }
    }
    assert.ok(n > 15, `only ${n} operations were tried`);
  });

  if (fault !== 'stop') {
    test(`the same log goes on after one operation went wrong (${fault})`, async () => {
      for (let n = 0; ; n++) {
        const disk = await startingDisk();
        const { store, counter } = faultyStore(disk.store, fault, n);
        const log = new AnnotationLog(store, DATASET);
        await session(log, disk);
        if (counter.operations <= n) break;
        const made = await log.decide(ADA, ROW, [{ decision: decisionOn(8, 'neutral') }]);
        assert.deepEqual(
          onDisk(disk).filter(({ id }) => id === made[0]?.id),
          made,
        );
        assert.ok(stepsOf(log.fold).includes('ada 8 neutral'));
        await log.close();
      }
    });
  }
}

test('a decision that failed does not stand', async () => {
  const disk = memoryDisk();
  const { store, counter } = faultyStore(disk.store, 'fail', 4);
  const log = new AnnotationLog(store, DATASET);
  await log.load();
  await assert.rejects(log.decide(ADA, ROW, [{ decision: decisionOn(0, 'good') }]), { code: 'EIO' });
  assert.ok(counter.operations > 4);
  assert.deepEqual(stepsOf(log.fold), []);
});
