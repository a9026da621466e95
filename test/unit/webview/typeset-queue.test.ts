import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { TypesetQueue } from '../../../webview/text/typeset-queue';
import type { Surroundings } from '../../../webview/text/typeset-queue';

/** A clock that stands still unless a job takes time, and a browser that calls back when told to. */
class FakeBrowser implements Surroundings {
  time = 1000;
  readonly messages: (() => void)[] = [];
  readonly frames: (() => void)[] = [];
  readonly errors: unknown[] = [];

  now(): number {
    return this.time;
  }

  soon(then: () => void): void {
    this.messages.push(then);
  }

  painted(then: () => void): void {
    this.frames.push(then);
  }

  failed(error: unknown): void {
    this.errors.push(error);
  }

  /** One turn: a message if there is one, else a frame. False when nothing is due. */
  turn(): boolean {
    const next = this.messages.shift() ?? this.frames.shift();
    next?.();
    return next !== undefined;
  }

  rest(): void {
    for (let turns = 0; this.turn(); turns++) assert.ok(turns < 10_000, 'it never rests');
  }
}

function setUp() {
  const browser = new FakeBrowser();
  const queue = new TypesetQueue(browser);
  const done: number[] = [];
  const job = (name: number, takes: number) => () => {
    browser.time += takes;
    done.push(name);
  };
  return { browser, queue, done, job };
}

test('the first jobs of a row are done at once, however long it took to draw it, the rest when it is painted', () => {
  const { browser, queue, done, job } = setUp();
  queue.beginBurst();
  browser.time += 50;
  for (let name = 0; name < 10; name++) queue.add(job(name, 1));
  assert.deepEqual(done, [0, 1, 2, 3]);
  assert.equal(browser.messages.length, 0);
  browser.frames.shift()?.();
  assert.equal(done.length, 4);
  browser.rest();
  assert.deepEqual(done, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test('a slice ends before a job that would be too long for it', () => {
  const { browser, queue, done, job } = setUp();
  for (let name = 0; name < 6; name++) queue.add(job(name, 1));
  browser.turn();
  assert.deepEqual(done, [0, 1]);
  const from = browser.time;
  browser.turn();
  assert.ok(browser.time - from <= 2.5);
});

test('what is shown comes before what is only to be looked at next', () => {
  const { browser, queue, done, job } = setUp();
  queue.addAhead(job(1, 9));
  queue.addAhead(job(2, 9));
  queue.add(job(3, 9));
  browser.rest();
  assert.deepEqual(done, [3, 1, 2]);
});

test('the next row does not wait for the formulas of a row that left', () => {
  const { browser, queue, done, job } = setUp();
  const leave = [1, 2, 3].map((name) => queue.add(job(name, 1)));
  for (const cancel of leave) cancel?.();
  queue.beginBurst();
  queue.add(job(4, 1));
  assert.deepEqual(done, [4]);
  browser.rest();
  assert.deepEqual(done, [4]);
});

test('a job that fails is told, and the others go on', () => {
  const { browser, queue, done, job } = setUp();
  queue.add(() => {
    throw new Error('broken');
  });
  queue.add(job(1, 1));
  browser.rest();
  assert.deepEqual(done, [1]);
  assert.match(String(browser.errors), /broken/);
});

test('whatever comes in between, every job is done once, unless it was taken off', () => {
  const act = fc.oneof(
    fc.record({ what: fc.constantFrom('add', 'ahead'), takes: fc.integer({ min: 0, max: 12 }) }),
    fc.record({ what: fc.constantFrom('burst', 'turn', 'frame', 'cancel') }),
  );
  fc.assert(
    fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
      const { browser, queue, done, job } = setUp();
      const wanted = new Set<number>();
      const cancels: { name: number; cancel: () => void }[] = [];
      for (const [name, each] of acts.entries()) {
        if (each.what === 'burst') queue.beginBurst();
        if (each.what === 'turn') browser.turn();
        if (each.what === 'frame') browser.frames.shift()?.();
        if (each.what === 'cancel') {
          const last = cancels.pop();
          last?.cancel();
          if (last && !done.includes(last.name)) wanted.delete(last.name);
        }
        if (!('takes' in each)) continue;
        wanted.add(name);
        if (each.what === 'ahead') queue.addAhead(job(name, each.takes));
        else cancels.push({ name, cancel: queue.add(job(name, each.takes)) ?? (() => undefined) });
      }
      browser.rest();
      assert.deepEqual(
        done.toSorted((a, b) => a - b),
        [...wanted],
      );
    }),
  );
});

test('what waits for the paint is done after it and after what is left of the row, before what is only to be looked at next, and soon when nothing is to be painted', () => {
  const { browser, queue, done, job } = setUp();
  queue.whenPainted(job(0, 1));
  assert.deepEqual(done, []);
  browser.rest();
  assert.deepEqual(done, [0]);
  queue.beginBurst();
  queue.addAhead(job(5, 1));
  queue.whenPainted(job(1, 1));
  queue.add(job(2, 9));
  queue.add(job(3, 1));
  assert.deepEqual(done, [0, 2]);
  browser.rest();
  assert.deepEqual(done, [0, 2, 3, 1, 5]);
});

test('what waits for the paint is done one in a slice, alone', () => {
  const { browser, queue, done, job } = setUp();
  queue.beginBurst();
  queue.whenPainted(job(1, 1));
  queue.whenPainted(job(2, 1));
  queue.addAhead(job(3, 1));
  browser.frames.shift()?.();
  browser.turn();
  assert.deepEqual(done, [1]);
  browser.turn();
  assert.deepEqual(done, [1, 2]);
  browser.turn();
  assert.deepEqual(done, [1, 2, 3]);
});
