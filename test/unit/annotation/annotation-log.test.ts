import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { AnnotationLog } from '../../../src/core/annotation/annotation-log';
import type { Annotator } from '../../../src/core/annotation/annotation-log';
import { readLog } from '../../../src/core/annotation/log-lines';
import { nodeFileStore } from '../../../src/core/dataset/node-file-store';
import { idOf, label } from './events';
import { decisionOn, ROW } from './decisions';

const ADA: Annotator = { name: 'ada', machine: '00000001' };

async function place(context: TestContext) {
  const folder = await mkdtemp(path.join(tmpdir(), 'scholium-'));
  const dataset = path.join(folder, 'rows.jsonl');
  const logs: AnnotationLog[] = [];
  context.after(async () => {
    for (const log of logs) await log.close();
    await rm(folder, { recursive: true, force: true });
  });
  const open = async () => {
    const log = new AnnotationLog(nodeFileStore, dataset);
    logs.push(log);
    await log.load();
    return log;
  };
  return { folder, logs: `${dataset}.scholium`, open };
}

const standing = (log: AnnotationLog) =>
  log.fold.standing(ROW.key).map(({ annotator, value }) => `${annotator} ${JSON.stringify(value)}`);

test('nothing is written before the first decision', async (context) => {
  const { folder, open } = await place(context);
  const log = await open();
  assert.deepEqual(await log.undo(ADA), []);
  assert.deepEqual(await readdir(folder), []);
});

test('what is decided is on the disk, and is there after a reload', async (context) => {
  const { open, logs } = await place(context);
  const log = await open();
  const made = await log.decide(ADA, ROW, [{ decision: decisionOn(0, 'bad'), text: 'digest' }]);
  const { events, faults } = readLog('', await readFile(path.join(logs, 'ada.jsonl'), 'utf8'));
  assert.deepEqual(events, made);
  assert.deepEqual(faults, []);
  assert.deepEqual([made[0]?.text, made[0]?.row, made[0]?.group], ['digest', ROW, undefined]);
  assert.deepEqual((await open()).fold.standing(ROW.key), made);
});

test('decisions made by one key share a group, and are taken back together', async (context) => {
  const { open } = await place(context);
  const log = await open();
  await log.decide(ADA, ROW, [{ decision: decisionOn(5, 'unsure') }]);
  const made = await log.decide(ADA, ROW, [
    { decision: decisionOn(0, 'good') },
    { decision: decisionOn(1, 'bad') },
  ]);
  assert.ok(made[0]?.group !== undefined && made[0].group === made[1]?.group);
  assert.deepEqual(await log.undo(ADA), made);
  for (const each of [log, await open()]) assert.deepEqual(standing(each), ['ada "unsure"']);
  assert.equal((await log.undo(ADA)).length, 1);
  assert.deepEqual(await log.undo(ADA), []);
});

test('an undo after a restart goes on where the last session ended, and leaves others alone', async (context) => {
  const { open } = await place(context);
  const first = await open();
  await first.decide(ADA, ROW, [{ decision: decisionOn(0, 'good') }]);
  await first.decide({ name: 'bob', machine: '00000001' }, ROW, [{ decision: decisionOn(0, 'bad') }]);
  const second = await open();
  assert.equal((await second.undo(ADA)).length, 1);
  assert.deepEqual(standing(await open()), ['bob "bad"']);
});

test('a torn last line stays a line of its own', async (context) => {
  const { open, logs } = await place(context);
  const before = await open();
  await before.decide(ADA, ROW, [{ decision: decisionOn(0, 'good') }]);
  const file = path.join(logs, 'ada.jsonl');
  const torn = `${await readFile(file, 'utf8')}{"v":1,"id":"01`;
  await writeFile(file, torn);
  const log = await open();
  assert.deepEqual(
    log.faults.map(({ line }) => line),
    [2],
  );
  await log.decide(ADA, ROW, [{ decision: decisionOn(1, 'bad') }]);
  await log.decide(ADA, ROW, [{ decision: decisionOn(2, 'good') }]);
  assert.ok((await readFile(file, 'utf8')).startsWith(`${torn}\n{`));
  assert.deepEqual(standing(await open()), ['ada "good"', 'ada "bad"', 'ada "good"']);
});

test('two machines of one name write two files', async (context) => {
  const { open, logs } = await place(context);
  const [here, there] = [await open(), await open()];
  await here.decide(ADA, ROW, [{ decision: decisionOn(0, 'good') }]);
  await there.decide({ ...ADA, machine: '00000002' }, ROW, [{ decision: decisionOn(1, 'bad') }]);
  await here.decide(ADA, ROW, [{ decision: decisionOn(2, 'unsure') }]);
  assert.deepEqual((await readdir(logs)).toSorted(), ['ada.jsonl', 'ada@00000002.jsonl']);
  for (const [file, machine] of [
    ['ada.jsonl', '00000001'],
    ['ada@00000002.jsonl', '00000002'],
  ] as const) {
    const { events } = readLog(file, await readFile(path.join(logs, file), 'utf8'));
    assert.ok(events.length > 0 && events.every((event) => event.machine === machine));
  }
  assert.equal(standing(await open()).length, 3);
  assert.equal(await here.hasNews([path.join(logs, 'ada.jsonl')]), false);
  assert.equal(await here.hasNews([path.join(logs, 'ada@00000002.jsonl')]), true);
});

test('a log that is replaced while it is open, as git does, loses no label', async (context) => {
  const { open, logs } = await place(context);
  const log = await open();
  await log.decide(ADA, ROW, [{ decision: decisionOn(0, 'good') }]);
  const file = path.join(logs, 'ada.jsonl');
  const text = await readFile(file, 'utf8');
  await rm(file);
  await writeFile(file, text.replace('"good"', '"bad"'));
  assert.equal(await log.hasNews([file]), true);
  await log.decide(ADA, ROW, [{ decision: decisionOn(1, 'unsure') }]);
  assert.deepEqual(standing(log), ['ada "bad"', 'ada "unsure"']);
  assert.deepEqual(standing(await open()), ['ada "bad"', 'ada "unsure"']);
});

for (const name of [
  '😀'.repeat(40),
  '../x',
  'a/b',
  '..',
  'CON',
  '😀',
  'a\\b',
  '%2E',
  '李雷',
  'x'.repeat(200),
]) {
  test(`the name ${name.slice(0, 10)} writes below the folder, and is read again`, async (context) => {
    const { folder, open, logs } = await place(context);
    await (await open()).decide({ name, machine: '1' }, ROW, [{ decision: decisionOn(0, 'good') }]);
    assert.deepEqual(await readdir(folder), ['rows.jsonl.scholium']);
    const files = await readdir(logs);
    assert.equal(files.length, 1);
    assert.ok((await stat(path.join(logs, files[0]!))).isFile());
    assert.deepEqual(standing(await open()), [`${name} "good"`]);
  });
}

test('decisions and undos that come at once keep their order', async (context) => {
  const { open, logs } = await place(context);
  const log = await open();
  const done: string[] = [];
  const tell = (what: string) => () => void done.push(what);
  await Promise.all([
    log.decide(ADA, ROW, [{ decision: decisionOn(0, 'good') }]).then(tell('0')),
    log.decide(ADA, ROW, [{ decision: decisionOn(1, 'good') }]).then(tell('1')),
    log.undo(ADA).then(tell('undo')),
    log.decide(ADA, ROW, [{ decision: decisionOn(2, 'bad') }]).then(tell('2')),
    log.load().then(tell('load')),
    log.decide(ADA, ROW, [{ decision: decisionOn(3, 'bad') }]).then(tell('3')),
    log.undo(ADA).then(tell('undo')),
  ]);
  assert.deepEqual(done, ['0', '1', 'undo', '2', 'load', '3', 'undo']);
  const steps = (each: AnnotationLog) =>
    each.fold.standing(ROW.key).map(({ target }) => (target.kind === 'step' ? target.step : null));
  assert.deepEqual(steps(log), [0, 2]);
  assert.deepEqual(steps(await open()), [0, 2]);
  const { events } = readLog('', await readFile(path.join(logs, 'ada.jsonl'), 'utf8'));
  assert.deepEqual(
    events.map(({ what }) => what),
    ['label', 'label', 'undo', 'label', 'label', 'undo'],
  );
});

test('ids sort after all that is in the logs, even from a clock that is ahead', async (context) => {
  const { open, logs } = await place(context);
  const log = await open();
  await log.decide({ name: 'bob', machine: '2' }, ROW, [{ decision: decisionOn(0, 'good') }]);
  const ahead = { ...label({ n: 1, by: 'ada', row: ROW.key }), id: `02${idOf(1).slice(2)}` };
  await writeFile(path.join(logs, 'ada.jsonl'), `${JSON.stringify(ahead)}\n`);
  await log.load();
  const ids = [ahead.id];
  for (const step of [0, 1, 0]) {
    ids.push(...(await log.decide(ADA, ROW, [{ decision: decisionOn(step, 'bad') }])).map(({ id }) => id));
  }
  assert.deepEqual(ids, ids.toSorted());
  assert.equal(new Set(ids).size, ids.length);
});
