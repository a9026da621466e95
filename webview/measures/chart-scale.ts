/** The size of a chart in its own units. */
export const WIDTH = 720;
export const HEIGHT = 280;
/** Room for the numbers at the left and the names below. */
export const LEFT = 56;
const TOP = 12;
export const BOTTOM = 32;
export const RIGHT = 12;

/** An axis with round numbers: its ends, and where its lines are. */
export interface Axis {
  from: number;
  to: number;
  ticks: number[];
}

/** An axis that holds the values and 0; a share reaches at most to 1. */
export function axisFor(values: number[], share: boolean): Axis {
  const known = values.filter(Number.isFinite);
  const least = Math.min(0, ...known);
  const greatest = Math.max(0, ...known);
  const step = roundStep((greatest - least) / 4 || (share ? 0.25 : 1));
  const from = Math.floor(least / step) * step;
  const to = Math.max(from + step, Math.ceil(greatest / step - 1e-9) * step);
  const count = Math.round((to - from) / step);
  const ticks = Array.from({ length: count + 1 }, (_, at) => Number((from + at * step).toPrecision(12)));
  return { from, to, ticks };
}

/** 1, 2 or 5 times a power of ten. */
function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  const factor = [1, 2, 5, 10].find((each) => each * power >= step * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/** Where a value stands, from the top. */
export function heightOf(value: number, { from, to }: Axis): number {
  return TOP + (HEIGHT - TOP - BOTTOM) * (1 - (value - from) / (to - from));
}

/** Every how many-th name below the chart there is room for. */
export function namesApart(names: readonly string[]): number {
  const longest = Math.max(1, ...names.map((name) => Math.min(name.length, LONGEST_NAME)));
  return Math.max(1, Math.ceil((names.length * (longest * 6.2 + 8)) / (WIDTH - LEFT - RIGHT)));
}

/** Longer names are cut; the table has them whole. */
const LONGEST_NAME = 22;

export function cutName(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
}
