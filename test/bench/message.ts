import { Worker } from 'node:worker_threads';
import { madeTraceRow } from './made-traces';
import { bestOfEach, measure } from './measure';
import type { Measure } from './measure';

const MEGABYTE = 1e6;
const ROUNDS = 30;

/** The other side: parses what arrives as the page does, and says when it has it. */
const RECEIVER = `
const { parentPort } = require('node:worker_threads');
parentPort.on('message', (message) => {
  if (typeof message === 'string') structuredClone(JSON.parse(JSON.parse(message)));
  else JSON.parse(new TextDecoder().decode(message));
  parentPort.postMessage(null);
});`;

/**
 * A row of 1 MB from the host to its value in the page, as bytes that are parsed there, against posting the row's value. What
 * VS Code does to a value is done here: written as JSON, written once more as a call's argument, parsed twice by the window,
 * and cloned into the page's frame (`serializeWebviewMessage` and `RPCProtocol` in its source). Between two threads of Node.
 */
export async function measureMessage(): Promise<Measure> {
  const bytes = longRow();
  const value: unknown = JSON.parse(bytes.toString());
  const other = new Worker(RECEIVER, { eval: true });
  const post = (message: string | ArrayBuffer) =>
    new Promise<void>((resolve) => {
      other.once('message', () => resolve());
      other.postMessage(message);
    });
  const best = await bestOfEach(
    ROUNDS,
    () => post(exactCopy(bytes)),
    () => post(JSON.stringify(JSON.stringify(value))),
  );
  await other.terminate();
  return measure({
    what: 'a row of 1 MB, host to page',
    limitIs: 'as an object',
    ...best,
    unit: 'ms',
    goal: { atMost: 0.5 },
  });
}

function longRow(): Buffer {
  const rows: string[] = [];
  for (let size = 0; size < MEGABYTE; size += rows.at(-1)?.length ?? 0)
    rows.push(madeTraceRow(rows.length, 4));
  return Buffer.from(`{"rows":[${rows.join(',')}]}`);
}

function exactCopy(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
