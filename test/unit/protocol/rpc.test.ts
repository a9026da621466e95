import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { MessageChannel } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { connect } from '../../../src/protocol/rpc';
import type { Port } from '../../../src/protocol/rpc';

function portOf(port: MessagePort): Port {
  return {
    post: (message) => port.postMessage(message),
    listen: (receive) => void port.on('message', (message: unknown) => receive(message)),
  };
}

/** Calls one side, and what it is called with, over real message ports: what they cannot carry does not arrive. */
function pair<Own extends object>(context: TestContext, own: Own) {
  const { port1, port2 } = new MessageChannel();
  context.after(() => port1.close());
  connect<object, Own>(own, portOf(port2));
  return { caller: connect<Own, object>({}, portOf(port1)), raw: port1 };
}

/** Calls a function of any name. */
function callNamed(caller: object, name: string): Promise<unknown> {
  return (caller as Record<string, (...args: unknown[]) => Promise<unknown>>)[name]!('x');
}

test('a call answers with what the function returns, and arguments arrive in order', async (context) => {
  const { caller } = pair(context, {
    join: async (a: string, b: number, c: null) => JSON.stringify([a, b, c]),
    nothing: async () => undefined,
  });
  assert.equal(await caller.join('x', 2, null), '["x",2,null]');
  assert.equal(await caller.nothing(), undefined);
});

test('an error crosses with its name and message', async (context) => {
  const { caller } = pair(context, {
    typed: async () => {
      throw new RangeError('too far: 7');
    },
    plain: async () => Promise.reject('only words'),
    sync: () => {
      throw Object.assign(new Error('with more'), { code: 'EIO', cause: () => 'not cloneable' });
    },
  });
  const isError = (name: string, message: string) => (error: unknown) =>
    error instanceof Error && error.name === name && error.message === message;
  await assert.rejects(caller.typed(), isError('RangeError', 'too far: 7'));
  await assert.rejects(caller.plain(), isError('Error', 'only words'));
  await assert.rejects(async () => caller.sync(), isError('Error', 'with more'));
});

test('an unknown name is refused, not left waiting', async (context) => {
  const { caller } = pair(context, { known: async () => 1 });
  await assert.rejects(callNamed(caller, 'unknown'), /unknown/);
});

test('inherited names cannot be called', async (context) => {
  let called = 0;
  class Own {
    own = async () => 'own';
    inherited() {
      called++;
    }
  }
  const { raw } = pair(context, new Own());
  for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf', 'inherited']) {
    const answer = new Promise((resolve) => raw.once('message', resolve));
    raw.postMessage({ t: 'q', i: `id-${name}`, m: name, a: ['x'], o: false });
    const { e, r } = (await answer) as { e?: { message: string }; r?: unknown };
    assert.equal(r, undefined);
    assert.match(String(e?.message), new RegExp(name), name);
  }
  assert.equal(called, 0);
});

test('what is no call is passed over', async (context) => {
  const { caller, raw } = pair(context, { own: async () => 'answer' });
  for (const message of [null, 7, 'own', [], {}, { type: 'openFile', path: '../../etc/passwd' }])
    raw.postMessage(message);
  assert.equal(await caller.own(), 'answer');
});

test('bytes cross as an ArrayBuffer of their exact length', async (context) => {
  const { caller } = pair(context, {
    bytes: async () => new Uint8Array(Buffer.from('row é')).buffer,
  });
  const bytes = await caller.bytes();
  assert.ok(bytes instanceof ArrayBuffer);
  assert.equal(Buffer.from(bytes).toString(), 'row é');
});

test('answers find their calls, in whatever order they come', async (context) => {
  const waiting: (() => void)[] = [];
  const { caller } = pair(context, {
    echo: (value: number) => new Promise<number>((resolve) => waiting.push(() => resolve(value))),
  });
  const calls = [1, 2, 3].map((value) => caller.echo(value));
  while (waiting.length < 3) await new Promise((resolve) => setImmediate(resolve));
  for (const answer of waiting.toReversed()) answer();
  assert.deepEqual(await Promise.all(calls), [1, 2, 3]);
});
