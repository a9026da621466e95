/** A real number to `BITS` binary digits, 308 decimal ones: `digits` times two to the power of `shift`. */
export interface PreciseNumber {
  digits: bigint;
  shift: number;
}

const BITS = 1024;
/** Behind the point, where functions are computed: more than are kept, for what is lost on the way. */
const PLACES = BITS + 128;
const UNIT = 1n << BigInt(PLACES);
/** `e` to more than this is larger than what is compared. */
const LARGEST_EXPONENT = 2000;
/** Angles of more turns than this are not computed. */
const LARGEST_ANGLE = 1e9;

export function precise(value: bigint, over = 1n): PreciseNumber {
  return divide({ digits: value, shift: 0 }, { digits: over, shift: 0 });
}

export function add(a: PreciseNumber, b: PreciseNumber): PreciseNumber {
  if (a.digits === 0n) return b;
  if (b.digits === 0n) return a;
  if (sizeOf(a) - sizeOf(b) > 2 * BITS) return a;
  if (sizeOf(b) - sizeOf(a) > 2 * BITS) return b;
  const shift = Math.min(a.shift, b.shift);
  return rounded(shifted(a.digits, a.shift - shift) + shifted(b.digits, b.shift - shift), shift);
}

export function negative({ digits, shift }: PreciseNumber): PreciseNumber {
  return { digits: -digits, shift };
}

export function multiply(a: PreciseNumber, b: PreciseNumber): PreciseNumber {
  return rounded(a.digits * b.digits, a.shift + b.shift);
}

export function divide(a: PreciseNumber, b: PreciseNumber): PreciseNumber {
  const places = BITS + Math.max(0, bitsOf(b.digits) - bitsOf(a.digits)) + 1;
  return rounded(shifted(a.digits, places) / b.digits, a.shift - b.shift - places);
}

/** Its magnitude is less than two to this power, and not less than half of that. Nothing's is -∞. */
export function sizeOf({ digits, shift }: PreciseNumber): number {
  return digits === 0n ? Number.NEGATIVE_INFINITY : bitsOf(digits) + shift;
}

export function asDouble({ digits, shift }: PreciseNumber): number {
  const tail = Math.max(0, bitsOf(digits) - 64);
  return Number(digits >> BigInt(tail)) * 2 ** (shift + tail);
}

/** The next whole number downwards; one that is as near as the digits tell is the number itself. */
export function floor(value: PreciseNumber): PreciseNumber | null {
  if (sizeOf(value) > BITS / 2) return null;
  const whole = (fixed(value) + (UNIT >> BigInt(BITS / 2))) >> BigInt(PLACES);
  return { digits: whole, shift: 0 };
}

export function pi(): PreciseNumber {
  return unfixed(fixedPi());
}

export function exp(value: PreciseNumber): PreciseNumber | null {
  const size = asDouble(value);
  if (!(Math.abs(size) < LARGEST_EXPONENT)) return null;
  const twos = Math.round(size / Math.LN2);
  const { digits, shift } = unfixed(fixedExp(fixed(value) - BigInt(twos) * fixedLn2()));
  return { digits, shift: shift + twos };
}

/** Null for what is not positive. */
export function ln(value: PreciseNumber): PreciseNumber | null {
  if (value.digits <= 0n) return null;
  const twos = sizeOf(value);
  const fraction = fixed({ digits: value.digits, shift: value.shift - twos });
  return unfixed(fixedLn(fraction) + BigInt(twos) * fixedLn2());
}

/** Null where the angle is too large. */
export function sine(angle: PreciseNumber): PreciseNumber | null {
  return Math.abs(asDouble(angle)) < LARGEST_ANGLE ? unfixed(fixedCircle(fixed(angle)).sine) : null;
}

export function cosine(angle: PreciseNumber): PreciseNumber | null {
  return Math.abs(asDouble(angle)) < LARGEST_ANGLE ? unfixed(fixedCircle(fixed(angle)).cosine) : null;
}

/** The angle of the point `(x, y)`, which is about `near`: what is left of it is an arc so small that its series is short. */
export function angleOf(x: PreciseNumber, y: PreciseNumber, near: number): PreciseNumber {
  const start = fixedDouble(near);
  const { sine, cosine } = fixedCircle(start);
  const [sin, cos] = [unfixed(sine), unfixed(cosine)];
  const across = add(multiply(y, cos), negative(multiply(x, sin)));
  const along = add(multiply(x, cos), multiply(y, sin));
  return unfixed(start + fixedArc(fixed(divide(across, along))));
}

function bitsOf(digits: bigint): number {
  const hex = (digits < 0n ? -digits : digits).toString(16);
  return (hex.length - 1) * 4 + (32 - Math.clz32(Number.parseInt(hex.charAt(0), 16)));
}

function shifted(digits: bigint, places: number): bigint {
  return places >= 0 ? digits << BigInt(places) : digits >> BigInt(-places);
}

function rounded(digits: bigint, shift: number): PreciseNumber {
  const tail = bitsOf(digits) - BITS;
  return tail > 0 ? { digits: digits >> BigInt(tail), shift: shift + tail } : { digits, shift };
}

/** With `PLACES` binary digits behind the point, as all that follows. */
function fixed({ digits, shift }: PreciseNumber): bigint {
  return shifted(digits, Math.max(shift + PLACES, -4 * PLACES));
}

function unfixed(digits: bigint): PreciseNumber {
  return rounded(digits, -PLACES);
}

function fixedDouble(value: number): bigint {
  return BigInt(Math.round(value * 2 ** 48)) << BigInt(PLACES - 48);
}

function times(a: bigint, b: bigint): bigint {
  return (a * b) >> BigInt(PLACES);
}

/** Machin 1706 */
function fixedPi(): bigint {
  return 16n * fixedArc(UNIT / 5n) - 4n * fixedArc(UNIT / 239n);
}

/** ln 2 = 2 artanh(1/3) */
function fixedLn2(): bigint {
  let [sum, power] = [0n, UNIT / 3n];
  for (let n = 1n; power !== 0n; n += 2n, power /= 9n) sum += power / n;
  return 2n * sum;
}

/** The series of arctan. */
function fixedArc(tangent: bigint): bigint {
  const square = -times(tangent, tangent);
  let [sum, power] = [0n, tangent];
  for (let n = 1n; power !== 0n && power !== -1n; n += 2n, power = times(power, square)) sum += power / n;
  return sum;
}

/** Halved so often that its series is short, and squared again as often. */
const HALVINGS = 32;

function fixedExp(value: bigint): bigint {
  const small = value >> BigInt(HALVINGS);
  let [sum, term] = [0n, UNIT];
  for (let n = 1n; term !== 0n && term !== -1n; n++, term = times(term, small) / (n - 1n)) sum += term;
  for (let at = 0; at < HALVINGS; at++) sum = times(sum, sum);
  return sum;
}

/** Halley's method, which has three times as many digits after each turn. Of a value from a half to one. */
function fixedLn(value: bigint): bigint {
  let found = fixedDouble(Math.log(asDouble({ digits: value, shift: -PLACES })));
  for (let digits = 40; digits < PLACES; digits *= 3) {
    const power = fixedExp(found);
    found += ((value - power) * 2n * UNIT) / (value + power);
  }
  return found;
}

function fixedCircle(angle: bigint): { sine: bigint; cosine: bigint } {
  const turn = 2n * fixedPi();
  const within = angle % turn;
  const series = (first: bigint, from: bigint): bigint => {
    const square = -times(within, within);
    let [sum, term] = [0n, first];
    for (let n = from; term !== 0n && term !== -1n; n += 2n) {
      sum += term;
      term = times(term, square) / (n * (n + 1n));
    }
    return sum;
  };
  return { sine: series(within, 2n), cosine: series(UNIT, 1n) };
}
