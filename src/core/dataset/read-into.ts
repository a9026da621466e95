import type { OpenFile } from './file-store';

/**
 * Fills `target` with the bytes at `offset`: at once (a fifth of the cost of a read in the background) while the disk answers
 * at once, else in the background; `target` is then not to be touched until it resolves. How many bytes there were: fewer
 * than asked for only at the end of the file.
 */
export function readInto(file: OpenFile, target: Uint8Array, offset: number): number | Promise<number> {
  return file.readNow?.(target, offset) ?? readAhead(file, target, offset);
}

/** Fills `target` in the background, as `readInto` does. Nothing is allocated where the store can fill it itself. */
export function readAhead(file: OpenFile, target: Uint8Array, offset: number): Promise<number> {
  return file.readAhead?.(target, offset) ?? readLater(file, target, offset);
}

async function readLater(file: OpenFile, target: Uint8Array, offset: number): Promise<number> {
  const bytes = await file.read(offset, target.length);
  target.set(bytes);
  return bytes.length;
}

/** Holds that as many bytes were read as the file had before. */
export function expectLength(read: number, wanted: number): void {
  if (read < wanted) throw new Error('the file became shorter after it was opened');
}
