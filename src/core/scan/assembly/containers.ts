// Arrays and objects that are passed over whole: brackets outside of strings are counted, 64 bytes at a time.
import { bitsOf } from './find-text';
import { carryOver, escapedBytes } from './escapes';

const QUOTE: i8 = 0x22;
const BACKSLASH: i8 = 0x5c;
/** `[` and `{` differ in this bit alone, and so do `]` and `}`. */
const CASE_BIT: i8 = 0x20;
const OPEN: i8 = 0x7b;
const CLOSE: i8 = 0x7d;

/** The address after the bracket that ends the array or object at `at`; 0 when it does not end before `end`. */
export function endOfContainer(at: usize, end: usize): usize {
  let depth: i32 = 0;
  let carry: u64 = 0;
  let inString: u64 = 0;
  for (; at < end; at += 64) {
    const slashes = matches(at, 0, BACKSLASH);
    let escaped: u64 = 0;
    if ((slashes | carry) != 0) {
      escaped = escapedBytes(slashes, carry);
      carry = carryOver();
    }
    const strings = prefixXor(matches(at, 0, QUOTE) & ~escaped) ^ inString;
    inString = <u64>(<i64>strings >> 63);
    const opens = matches(at, CASE_BIT, OPEN) & ~strings;
    const closes = matches(at, CASE_BIT, CLOSE) & ~strings;
    const left = depth - <i32>popcnt(closes);
    if (left > 0) {
      depth = left + <i32>popcnt(opens);
      continue;
    }
    for (let brackets = opens | closes; brackets != 0; brackets &= brackets - 1) {
      const place = <u64>ctz(brackets);
      depth += ((opens >> place) & 1) != 0 ? 1 : -1;
      if (depth == 0) return at + <usize>place < end ? at + <usize>place + 1 : 0;
    }
  }
  return 0;
}

/** Which of 64 bytes are `byte` when the bits of `mask` are set in them. */
// @ts-ignore: decorator
@inline
function matches(at: usize, mask: i8, byte: i8): u64 {
  const masks = i8x16.splat(mask);
  const wanted = i8x16.splat(byte);
  return bitsOf(
    i8x16.eq(v128.or(v128.load(at), masks), wanted),
    i8x16.eq(v128.or(v128.load(at, 16), masks), wanted),
    i8x16.eq(v128.or(v128.load(at, 32), masks), wanted),
    i8x16.eq(v128.or(v128.load(at, 48), masks), wanted),
  );
}

/** Each bit is the parity of the bits up to it: set from an opening quote to before its closing one. */
// @ts-ignore: decorator
@inline
function prefixXor(bits: u64): u64 {
  bits ^= bits << 1;
  bits ^= bits << 2;
  bits ^= bits << 4;
  bits ^= bits << 8;
  bits ^= bits << 16;
  bits ^= bits << 32;
  return bits;
}
