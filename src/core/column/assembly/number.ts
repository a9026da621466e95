// Numbers of a row.

/** The number that the last call read, where it could be read exactly. */
export let number: f64 = 0;
/** Whether the number has more digits or a greater exponent than two exact doubles can give. */
export let inexact: bool = false;

/** Powers of ten that a double holds exactly. */
const TENS = memory.data<f64>([
  1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
]);
const MOST_DIGITS: i32 = 15;
const MOST_TENS: i32 = 22;

/**
 * Reads the number whose first byte is at `at`. Returns where it ends; 0 when it is not a JSON number. At most 15 digits are
 * a whole number that a double holds, and one division by an exact power of ten rounds as it should (Clinger 1990).
 */
export function readNumber(at: usize): usize {
  const negative = load<u8>(at) == 0x2d;
  if (negative) at++;
  const from = at;
  let digits: u64 = 0;
  for (; isDigit(at); at++) digits = digits * 10 + (load<u8>(at) - 0x30);
  let count = <i32>(at - from);
  if (count == 0 || (count > 1 && load<u8>(from) == 0x30)) return 0;
  let places: i32 = 0;
  if (load<u8>(at) == 0x2e) {
    const point = ++at;
    for (; isDigit(at); at++) digits = digits * 10 + (load<u8>(at) - 0x30);
    places = <i32>(at - point);
    if (places == 0) return 0;
    count += places;
  }
  inexact = count > MOST_DIGITS || places > MOST_TENS;
  if ((load<u8>(at) | 0x20) == 0x65) {
    inexact = true;
    at++;
    if (load<u8>(at) == 0x2b || load<u8>(at) == 0x2d) at++;
    const exponent = at;
    while (isDigit(at)) at++;
    if (at == exponent) return 0;
  }
  if (!inexact) number = (negative ? -1.0 : 1.0) * (<f64>digits / load<f64>(TENS + (<usize>places << 3)));
  return at;
}

// @ts-ignore: decorator
@inline
function isDigit(at: usize): bool {
  return <u32>load<u8>(at) - 0x30 < 10;
}
