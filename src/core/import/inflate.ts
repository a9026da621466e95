import { createGunzip } from 'node:zlib';
import type { Gunzip } from 'node:zlib';
import { Decompress as ZstdStream } from 'fzstd';
import { errorMessage } from '../error-message';

/** A few bytes can stand for very many: so little is unpacked at a time that the result fits in memory. */
const SLICE = { gzip: 16 * 1024, zstd: 4 * 1024 };

/** The archive is not what it should be from here on. */
export class DamagedArchive extends Error {}

/**
 * What a compressed stream holds, members and frames one after the other. `onConsumed` tells how many bytes of it were used. Throws
 * DamagedArchive where it breaks or ends too early, after what came before.
 */
export async function* inflate(
  how: 'gzip' | 'zstd',
  chunks: AsyncIterable<Uint8Array>,
  onConsumed: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  const slices = sliced(chunks, SLICE[how], onConsumed);
  yield* how === 'gzip' ? gunzip(slices) : unzstd(slices);
}

async function* sliced(
  chunks: AsyncIterable<Uint8Array>,
  size: number,
  onConsumed: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  let consumed = 0;
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += size) {
      const slice = chunk.subarray(at, at + size);
      consumed += slice.length;
      onConsumed(consumed);
      yield slice;
    }
  }
}

async function* gunzip(slices: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const engine = createGunzip();
  const output: Uint8Array[] = [];
  engine.on('data', (bytes: Uint8Array) => output.push(bytes));
  engine.on('error', () => undefined); // `outcome` tells; this keeps one that comes late from ending the process
  try {
    let failure: unknown = null;
    for await (const slice of slices) {
      failure = await outcome(engine, (done) => engine.write(slice, done));
      yield* output.splice(0);
      if (failure !== null) throw damaged(failure);
    }
    failure = await outcome(engine, (done) => engine.once('end', done).end());
    yield* output.splice(0);
    if (failure !== null) throw damaged(failure);
  } finally {
    engine.destroy();
  }
}

/** What went wrong, null when nothing did. */
function outcome(engine: Gunzip, start: (done: (error?: Error | null) => void) => void): Promise<unknown> {
  return new Promise((resolve) => {
    engine.once('error', resolve);
    start((error) => {
      engine.off('error', resolve);
      resolve(error ?? null);
    });
  });
}

async function* unzstd(slices: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const output: Uint8Array[] = [];
  const engine = new ZstdStream((bytes) => output.push(Buffer.from(bytes)));
  for await (const slice of slices) {
    const failure = attempt(() => engine.push(Buffer.from(slice)));
    yield* output.splice(0);
    if (failure !== null) throw damaged(failure);
  }
  const failure = attempt(() => engine.push(new Uint8Array(0), true));
  yield* output.splice(0);
  if (failure !== null) throw damaged(failure);
}

function attempt(work: () => unknown): unknown {
  try {
    work();
    return null;
  } catch (error) {
    return error;
  }
}

function damaged(error: unknown): DamagedArchive {
  return new DamagedArchive(errorMessage(error));
}
