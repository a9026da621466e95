import type { OpenFile } from '../dataset/file-store';

const CHUNK = 256 * 1024;

/** The bytes of a file from `from` on, piece by piece. */
export async function* fileChunks(file: OpenFile, from = 0): AsyncGenerator<Uint8Array> {
  for (let offset = from; ;) {
    const chunk = await file.read(offset, CHUNK);
    if (chunk.length === 0) return;
    yield chunk;
    offset += chunk.length;
  }
}

/**
 * A stretch of a stream of bytes, held in memory. What was handed out stays as it was: bytes are never moved in place.
 */
export class ByteWindow {
  bytes: Buffer = Buffer.alloc(0);
  /** Where in the stream `bytes` begins. */
  start: number;
  private ended = false;
  private readonly chunks: AsyncIterator<Uint8Array>;

  constructor(chunks: AsyncIterable<Uint8Array>, start = 0) {
    this.chunks = chunks[Symbol.asyncIterator]();
    this.start = start;
  }

  /** Adds bytes at the end, as many as there are already, so that a long value costs no more per byte. False at the end. */
  async more(): Promise<boolean> {
    const parts: Uint8Array[] = [this.bytes];
    let added = 0;
    while (!this.ended && (added === 0 || added < this.bytes.length)) {
      const { value, done } = await this.chunks.next();
      if (done) this.ended = true;
      else {
        parts.push(value);
        added += value.length;
      }
    }
    if (added > 0) this.bytes = Buffer.concat(parts);
    return added > 0;
  }

  /** Forgets the first `count` bytes. */
  drop(count: number): void {
    this.bytes = this.bytes.subarray(count);
    this.start += count;
  }

  /** Ends the stream early. */
  async close(): Promise<void> {
    await this.chunks.return?.();
  }
}
