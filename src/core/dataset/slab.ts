/** Rows up to this size share a block of memory. */
const SHARED = 32 * 1024;
const BLOCK = 1024 * 1024;

let block = Buffer.allocUnsafeSlow(0).buffer;
let used = 0;

/**
 * A copy of these bytes, in a block of memory shared with other copies: an ArrayBuffer of its own for each row that is read
 * would double what the slowest in a hundred reads takes, since each is followed by the garbage collector.
 */
export function copyOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length > SHARED) return new Uint8Array(bytes);
  if (used + bytes.length > block.byteLength) {
    block = Buffer.allocUnsafeSlow(BLOCK).buffer; // not filled with zeros
    used = 0;
  }
  const copy = new Uint8Array(block, used, bytes.length);
  copy.set(bytes);
  used += bytes.length;
  return copy;
}
