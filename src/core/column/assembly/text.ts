// Texts of a row: where they end, how long they are when decoded, and their hash.
// What the last call of `readText` found beside the end.

/** UTF-16 units of the decoded text. */
export let units: i32 = 0;
/** Whether JSON.stringify might spell the text in another way: it has \u or \/. */
export let oddlySpelt: bool = false;

/**
 * Reads the text whose first byte (after the quote) is at `from`. Returns where its closing quote is; 0 when it is not JSON,
 * be it that the row ends within.
 */
export function readText(from: usize): usize {
  const quotes = i8x16.splat(0x22);
  const backslashes = i8x16.splat(0x5c);
  const blanks = i8x16.splat(0x20);
  let less: i32 = 0; // bytes that are no unit of their own
  let odd = false;
  let at = from;
  while (true) {
    const block = v128.load(at);
    // compared as signed: bytes beyond ASCII are less than a blank as well
    const special = v128.or(v128.or(i8x16.eq(block, quotes), i8x16.eq(block, backslashes)), i8x16.lt_s(block, blanks));
    let places = <u32>i8x16.bitmask(special);
    if (places == 0) {
      at += 16;
      continue;
    }
    const beyond = <u32>i8x16.bitmask(block);
    const beyondAscii = beyond != 0;
    places &= ~beyond;
    let next = at + 16;
    while (places != 0) {
      const place = ctz(places);
      places &= places - 1;
      const here = at + <usize>place;
      const byte = load<u8>(here);
      if (byte == 0x22) {
        if (beyondAscii) less += notUnits(block, (1 << place) - 1);
        units = <i32>(here - from) - less;
        oddlySpelt = odd;
        return here;
      }
      if (byte != 0x5c) return 0; // a control character, the line feed among them
      const escaped = load<u8>(here, 1);
      if (escaped == 0x5c || escaped == 0x22) {
        if (place == 15) next++;
        else places &= ~(<u32>2 << place);
        less++;
      } else if (escaped == 0x75) {
        if (!areHexDigits(here + 2)) return 0;
        less += 5;
        odd = true;
      } else if (isEscape(escaped)) {
        less++;
        if (escaped == 0x2f) odd = true;
      } else {
        return 0;
      }
    }
    if (beyondAscii) less += notUnits(block, 0xffff);
    at = next;
  }
}

/** Of the bytes in `mask`: those that continue a character, less those that begin one of two units. */
// @ts-ignore: decorator
@inline
function notUnits(block: v128, mask: u32): i32 {
  const continuing = <u32>i8x16.bitmask(i8x16.lt_s(block, i8x16.splat(-64))) & mask;
  const ofFour = <u32>i8x16.bitmask(i8x16.ge_u(block, i8x16.splat(<i8>0xf0))) & mask;
  return popcnt(continuing) - popcnt(ofFour);
}

function isEscape(byte: u8): bool {
  return byte == 0x6e || byte == 0x74 || byte == 0x72 || byte == 0x2f || byte == 0x62 || byte == 0x66;
}

function areHexDigits(at: usize): bool {
  for (let end = at + 4; at < end; at++) {
    const byte = load<u8>(at);
    const letter = byte | 0x20;
    if (!((byte >= 0x30 && byte <= 0x39) || (letter >= 0x61 && letter <= 0x66))) return false;
  }
  return true;
}
