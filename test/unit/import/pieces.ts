import { ByteWindow } from '../../../src/core/import/byte-window';
import { ImportReport } from '../../../src/core/import/import-report';
import { splitValues } from '../../../src/core/import/split-values';
import type { Container, SplitValue } from '../../../src/core/import/split-values';

/** Bytes in pieces of these sizes, over and over. */
export async function* inPieces(bytes: Uint8Array, sizes: number[]): AsyncGenerator<Uint8Array> {
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = Math.max(1, sizes[turn % sizes.length] ?? 1);
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

/** Everything that splitting a text gives. */
export async function split(
  text: string | Uint8Array,
  container: Container,
  sizes = [7],
): Promise<{ values: SplitValue[]; texts: string[]; report: ImportReport }> {
  const report = new ImportReport();
  const values: SplitValue[] = [];
  const window = new ByteWindow(inPieces(Buffer.from(text), sizes));
  for await (const value of splitValues(window, container, report)) values.push(value);
  return { values, texts: values.map(({ bytes }) => bytes.toString()), report };
}
