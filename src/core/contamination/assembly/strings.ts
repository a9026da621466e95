// Strings of JSON, 16 bytes at a time: passed over, or decoded.

/** The address after the closing quote of the string whose first byte is at `at`; 0 when it is not JSON. */
export function afterString(at: usize): usize {
  while (true) {
    const block = v128.load(at);
    let places = specials(block);
    if (places == 0) {
      at += 16;
      continue;
    }
    let next = at + 16;
    while (places != 0) {
      const place = ctz(places);
      places &= places - 1;
      const here = at + <usize>place;
      const byte = load<u8>(here);
      if (byte == 0x22) return here + 1;
      if (byte != 0x5c) return 0;
      const escaped = load<u8>(here, 1);
      if (escaped == 0x5c || escaped == 0x22) {
        if (place == 15) next++;
        else places &= ~(<u32>2 << place);
      } else if (escaped == 0x75) {
        if (hexAt(here + 2) < 0) return 0;
      } else if (signOf(escaped) == 0) return 0;
    }
    at = next;
  }
}

/** Quotes, backslashes and control characters. */
// @ts-ignore: decorator
@inline
function specials(block: v128): u32 {
  const found = v128.or(
    v128.or(i8x16.eq(block, i8x16.splat(0x22)), i8x16.eq(block, i8x16.splat(0x5c))),
    i8x16.lt_u(block, i8x16.splat(0x20)),
  );
  return <u32>i8x16.bitmask(found);
}

/** Where the text decoded last ends. */
export let decodedTo: usize = 0;
/** Whether it could not be decoded to its end: it is too long, or has half a surrogate pair. */
export let undecoded: bool = false;

/** Decodes the string at `at` to `out`, with 64 zeros behind it. Returns the address after its closing quote; 0 when it is not JSON. */
export function decodeString(at: usize, out: usize, outEnd: usize): usize {
  undecoded = false;
  while (out < outEnd) {
    const block = v128.load(at);
    v128.store(out, block);
    const places = specials(block);
    if (places == 0) {
      at += 16;
      out += 16;
      continue;
    }
    const place = <usize>ctz(places);
    at += place;
    out += place;
    const byte = load<u8>(at);
    if (byte == 0x22) {
      memory.fill(out, 0, 64);
      decodedTo = out;
      return at + 1;
    }
    if (byte != 0x5c) return 0;
    const escaped = load<u8>(at, 1);
    const sign = signOf(escaped);
    if (sign != 0) {
      store<u8>(out, sign);
      at += 2;
      out++;
    } else {
      if (escaped != 0x75) return 0;
      const bytes = decodeUnit(at, out);
      if (bytes == 0) return 0;
      at = unitEnd;
      out += bytes;
    }
  }
  undecoded = true;
  return afterString(at);
}

/** The byte that an escape stands for; 0 when it is none, or one by number. */
function signOf(escaped: u8): u8 {
  if (escaped == 0x5c || escaped == 0x22 || escaped == 0x2f) return escaped;
  if (escaped == 0x6e) return 0x0a;
  if (escaped == 0x74) return 0x09;
  if (escaped == 0x72) return 0x0d;
  if (escaped == 0x62) return 0x08;
  return escaped == 0x66 ? 0x0c : 0;
}

let unitEnd: usize = 0;

/** Writes the character of the `\u` escape at `at`, of two of them when it is half a pair. Returns its bytes; 0 when it is not JSON. */
function decodeUnit(at: usize, out: usize): usize {
  const unit = hexAt(at + 2);
  if (unit < 0) return 0;
  unitEnd = at + 6;
  if (unit < 0xd800 || unit > 0xdfff) return encode(<u32>unit, out);
  const low = load<u16>(at, 6) == 0x755c ? hexAt(at + 8) : -1;
  if (unit > 0xdbff || low < 0xdc00 || low > 0xdfff) {
    undecoded = true;
    return encode(0x3f, out);
  }
  unitEnd = at + 12;
  return encode(0x10000 + ((<u32>unit - 0xd800) << 10) + (<u32>low - 0xdc00), out);
}

function encode(sign: u32, out: usize): usize {
  if (sign < 0x80) {
    store<u8>(out, <u8>sign);
    return 1;
  }
  if (sign < 0x800) {
    store<u8>(out, <u8>(0xc0 | (sign >> 6)));
    store<u8>(out, <u8>(0x80 | (sign & 0x3f)), 1);
    return 2;
  }
  if (sign < 0x10000) {
    store<u8>(out, <u8>(0xe0 | (sign >> 12)));
    store<u8>(out, <u8>(0x80 | ((sign >> 6) & 0x3f)), 1);
    store<u8>(out, <u8>(0x80 | (sign & 0x3f)), 2);
    return 3;
  }
  store<u8>(out, <u8>(0xf0 | (sign >> 18)));
  store<u8>(out, <u8>(0x80 | ((sign >> 12) & 0x3f)), 1);
  store<u8>(out, <u8>(0x80 | ((sign >> 6) & 0x3f)), 2);
  store<u8>(out, <u8>(0x80 | (sign & 0x3f)), 3);
  return 4;
}

/** The number of the four hex digits at `at`; negative when they are none. */
function hexAt(at: usize): i32 {
  let number: i32 = 0;
  for (let end = at + 4; at < end; at++) {
    const byte = <i32>load<u8>(at);
    const letter = byte | 0x20;
    if (byte >= 0x30 && byte <= 0x39) number = number * 16 + byte - 0x30;
    else if (letter >= 0x61 && letter <= 0x66) number = number * 16 + letter - 0x57;
    else return -1;
  }
  return number;
}
