import { Fraction } from 'fraction.js';
import { wholeRoot } from './whole-root';

type Operation = (...given: Fraction[]) => Fraction | null;

const HUNDRED = new Fraction(100);
/** A power, factorial or binomial above this makes numbers of thousands of digits. */
const LARGEST = 300;

/** To 50 decimals, as roots are to 30: what is made of them is compared with answers of a few digits. */
const PI = new Fraction('3.14159265358979323846264338327950288419716939937511');

/** The operations of MathQA's language (Amini et al. 2019) that make numbers of numbers; angles and logarithms are not computed. */
const OPERATIONS: ReadonlyMap<string, Operation> = new Map(
  Object.entries<Operation>({
    add: two((a, b) => a.add(b)),
    subtract: two((a, b) => a.sub(b)),
    multiply: two((a, b) => a.mul(b)),
    divide: two(quotient),
    speed: two(quotient),
    power: two(power),
    sqrt: one(root),
    square_edge_by_area: one(root),
    negate: one((a) => a.neg()),
    inverse: one((a) => quotient(new Fraction(1), a)),
    floor: one((a) => a.floor()),
    max: two((a, b) => (a.compare(b) >= 0 ? a : b)),
    min: two((a, b) => (a.compare(b) <= 0 ? a : b)),
    reminder: two((a, b) => (b.equals(0) ? null : a.sub(b.mul(a.div(b).floor())))),
    factorial: one(factorial),
    choose: two(choose),
    permutation: two(permutation),
    gcd: two(gcd),
    lcm: two((a, b) => {
      const common = gcd(a, b);
      return common && quotient(a.mul(b), common);
    }),
    percent: two((a, b) => a.mul(b).div(HUNDRED)),
    p_after_gain: two((gain, price) => price.mul(gain.add(HUNDRED)).div(HUNDRED)),
    p_after_loss: two((loss, price) => price.mul(HUNDRED.sub(loss)).div(HUNDRED)),
    original_price_before_gain: two((gain, price) => quotient(price.mul(HUNDRED), HUNDRED.add(gain))),
    original_price_before_loss: two((loss, price) => quotient(price.mul(HUNDRED), HUNDRED.sub(loss))),
    stream_speed: two((a, b) => a.sub(b).abs().div(2)),
    speed_in_still_water: two((a, b) => a.add(b).div(2)),
    square_area: one((a) => a.mul(a)),
    square_perimeter: one((a) => a.mul(4)),
    square_edge_by_perimeter: one((a) => a.div(4)),
    rectangle_area: two((a, b) => a.mul(b)),
    rectangle_perimeter: two((a, b) => a.add(b).mul(2)),
    triangle_area: two((a, b) => a.mul(b).div(2)),
    rhombus_area: two((a, b) => a.mul(b).div(2)),
    triangle_perimeter: three((a, b, c) => a.add(b).add(c)),
    quadrilateral_area: three((a, b, c) => a.mul(b.add(c)).div(2)),
    volume_cube: one((a) => a.pow(3)),
    surface_cube: one((a) => a.mul(a).mul(6)),
    volume_rectangular_prism: three((a, b, c) => a.mul(b).mul(c)),
    diagonal: two((a, b) => root(a.mul(a).add(b.mul(b)))),
    circle_area: one((r) => r.mul(r).mul(PI)),
    circumface: one((r) => r.mul(2).mul(PI)),
    semi_circle_perimiter: one((r) => r.mul(PI).add(r.mul(2))),
    volume_cylinder: two((r, h) => r.mul(r).mul(h).mul(PI)),
    surface_cylinder: two((r, h) => r.mul(r.add(h)).mul(2).mul(PI)),
    volume_cone: two((r, h) => r.mul(r).mul(h).mul(PI).div(3)),
    volume_sphere: one((r) => r.pow(3)?.mul(PI).mul(4).div(3) ?? null),
    surface_sphere: one((r) => r.mul(r).mul(4).mul(PI)),
    cube_edge_by_volume: one(cubeRoot),
    triangle_area_three_edges: three(heron),
    surface_rectangular_prism: three((a, b, c) => a.mul(b).add(b.mul(c)).add(c.mul(a)).mul(2)),
  }),
);

/**
 * The exact value of a program of operations: a line, `multiply(n0,n1)|divide(#0,const_100)`, where `#0` is what the first one made, or one
 * within the other, `divide(multiply(n0,n1),const_100)`. `numbers` are those of the problem, in its order: `n0`, `n1`. Roots that are no
 * fractions have 30 decimals. Null where an operation is not known, or a number is not there.
 */
export function valueOfOperations(program: string, numbers: readonly Fraction[]): Fraction | null {
  const steps = program.split('|').map((step) => step.trim());
  const made: Fraction[] = [];
  for (const step of steps.filter((each) => each !== '')) {
    const value = new CallReader(step, numbers, made).value();
    if (!value) return null;
    made.push(value);
  }
  return made.at(-1) ?? null;
}

/** Whether a text is such a program. */
export function isOperations(text: string): boolean {
  return /^\s*[a-z_]+\([\w\s#.,()]*\)(?:\s*\|\s*[a-z_]+\([\w\s#.,()]*\))*\s*\|?\s*$/.test(text);
}

/** Calls within calls, no deeper than a person would write them. */
const DEEPEST = 40;

/** Reads one call by descent. */
class CallReader {
  private readonly tokens: string[];
  private readonly numbers: readonly Fraction[];
  private readonly made: readonly Fraction[];
  private at = 0;

  constructor(step: string, numbers: readonly Fraction[], made: readonly Fraction[]) {
    this.tokens = step.match(/#?[\w.]+|[(),]/g) ?? [];
    this.numbers = numbers;
    this.made = made;
  }

  value(): Fraction | null {
    const value = this.argument(0);
    return this.at === this.tokens.length ? value : null;
  }

  private argument(depth: number): Fraction | null {
    const name = this.tokens[this.at++] ?? '';
    if (this.tokens[this.at] !== '(') return this.known(name);
    if (depth > DEEPEST) return null;
    const given: Fraction[] = [];
    do {
      this.at++; // the bracket, or a comma
      const argument = this.argument(depth + 1);
      if (!argument) return null;
      given.push(argument);
    } while (this.tokens[this.at] === ',');
    if (this.tokens[this.at++] !== ')') return null;
    return OPERATIONS.get(name)?.(...given) ?? null;
  }

  /** `n1`, `#0`, `const_100`, `const_0_25`, or a number itself. */
  private known(name: string): Fraction | null {
    const [, sign, place = ''] = /^([n#])(\d+)$/.exec(name) ?? [];
    if (sign !== undefined) return (sign === 'n' ? this.numbers : this.made)[Number(place)] ?? null;
    if (name === 'const_pi') return PI;
    const written = /^const_(\d+(?:_\d+)?)$/.exec(name)?.[1]?.replace('_', '.') ?? name;
    return /^\d+(?:\.\d+)?$/.test(written) ? new Fraction(written) : null;
  }
}

function one(compute: (a: Fraction) => Fraction | null): Operation {
  return (...given) => (given.length === 1 && given[0] ? compute(given[0]) : null);
}

function two(compute: (a: Fraction, b: Fraction) => Fraction | null): Operation {
  return (...given) => (given.length === 2 && given[0] && given[1] ? compute(given[0], given[1]) : null);
}

function three(compute: (a: Fraction, b: Fraction, c: Fraction) => Fraction | null): Operation {
  return (...given) =>
    given.length === 3 && given[0] && given[1] && given[2] ? compute(given[0], given[1], given[2]) : null;
}

function quotient(a: Fraction, b: Fraction): Fraction | null {
  return b.equals(0) ? null : a.div(b);
}

function power(base: Fraction, exponent: Fraction): Fraction | null {
  if (exponent.d !== 1n || exponent.abs().compare(LARGEST) > 0) return null;
  return base.equals(0) && exponent.s < 0n ? null : base.pow(exponent);
}

/** Decimals of a root that is no fraction, and numbers of more digits than this have none. */
const ROOT_UNIT = 10n ** 30n;
const LARGEST_SQUARE = 10n ** 200n;

function root(a: Fraction): Fraction | null {
  return a.s < 0n ? null : rootOf(a, 2n);
}

function cubeRoot(a: Fraction): Fraction | null {
  return a.s < 0n ? null : rootOf(a, 3n);
}

/** The root of a fraction n/d is the root of n * d^(degree - 1), over d. */
function rootOf({ n, d }: Fraction, degree: bigint): Fraction | null {
  const whole = n * d ** (degree - 1n);
  if (whole > LARGEST_SQUARE) return null;
  const exact = wholeRoot(whole, degree);
  if (exact ** degree === whole) return new Fraction(exact, d);
  return new Fraction(wholeRoot(whole * ROOT_UNIT ** degree, degree), d * ROOT_UNIT);
}

/** The area of a triangle by its sides. */
function heron(a: Fraction, b: Fraction, c: Fraction): Fraction | null {
  const half = a.add(b).add(c).div(2);
  return root(half.mul(half.sub(a)).mul(half.sub(b)).mul(half.sub(c)));
}

/** A whole number from 0 to `LARGEST`; null for any other. */
function small(a: Fraction): number | null {
  return a.d === 1n && a.s >= 0n && a.compare(LARGEST) <= 0 ? a.valueOf() : null;
}

function factorial(a: Fraction): Fraction | null {
  const count = small(a);
  return count === null ? null : product(1, count);
}

function permutation(a: Fraction, b: Fraction): Fraction | null {
  const [all, taken] = [small(a), small(b)];
  return all === null || taken === null || taken > all ? null : product(all - taken + 1, all);
}

function choose(a: Fraction, b: Fraction): Fraction | null {
  const [ways, orders] = [permutation(a, b), factorial(b)];
  return ways && orders && ways.div(orders);
}

function product(from: number, to: number): Fraction {
  let result = 1n;
  for (let factor = from; factor <= to; factor++) result *= BigInt(factor);
  return new Fraction(result);
}

function gcd(a: Fraction, b: Fraction): Fraction | null {
  if (a.d !== 1n || b.d !== 1n || (a.equals(0) && b.equals(0))) return null;
  let [x, y] = [a.abs().n, b.abs().n];
  while (y > 0n) [x, y] = [y, x % y];
  return new Fraction(x);
}
