// Decimal numbers of JSON as f64.

/** The number that the last call read, exact; NaN when it is too long to be exact in this simple way. */
export let value: f64 = 0;

/** 10^0 to 10^22 are exact in f64, and so is one multiplication or division by them (Clinger 1990). */
const EXACT_POWER: i32 = 22;
const EXACT_DIGITS: u64 = 1 << 53;

/** Reads a number at `at`; the address after it, or `at` itself when there is none. */
export function endOfNumber(at: usize, end: usize): usize {
  const begin = at;
  const negative = load<u8>(at) == 0x2d;
  if (negative) at++;
  const whole = at;
  let digits: u64 = 0;
  let exact = true;
  for (; at < end && isDigit(load<u8>(at)); at++) {
    digits = digits * 10 + <u64>(load<u8>(at) - 0x30);
    if (digits > EXACT_DIGITS) exact = false;
  }
  if (at == whole || (at - whole > 1 && load<u8>(whole) == 0x30)) return begin;
  let power: i32 = 0;
  if (at < end && load<u8>(at) == 0x2e) {
    const fraction = ++at;
    for (; at < end && isDigit(load<u8>(at)); at++) {
      digits = digits * 10 + <u64>(load<u8>(at) - 0x30);
      if (digits > EXACT_DIGITS) exact = false;
      power--;
    }
    if (at == fraction) return begin;
  }
  if (at < end && (load<u8>(at) | 0x20) == 0x65) {
    at++;
    const sign = load<u8>(at);
    if (at < end && (sign == 0x2b || sign == 0x2d)) at++;
    const exponent = at;
    let size: i32 = 0;
    for (; at < end && isDigit(load<u8>(at)); at++) size = min(size * 10 + <i32>(load<u8>(at) - 0x30), 9999);
    if (at == exponent) return begin;
    power += sign == 0x2d ? -size : size;
  }
  value = exact && abs(power) <= EXACT_POWER ? scaled(digits, power, negative) : NaN;
  return at;
}

function scaled(digits: u64, power: i32, negative: bool): f64 {
  let ten: f64 = 1;
  for (let left = abs(power); left > 0; left--) ten *= 10;
  const size = power < 0 ? <f64>digits / ten : <f64>digits * ten;
  return negative ? -size : size;
}

// @ts-ignore: decorator
@inline
function isDigit(byte: u8): bool {
  return <u8>(byte - 0x30) < 10;
}
