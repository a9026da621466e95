import type { Comparison } from './comparison';

interface Time {
  hour: number;
  minute: number;
  half: 'a' | 'p' | null;
}

const TIME = /^(\d{1,2})(?::(\d\d))?\s*⟨?\s*(?:([ap])\.?\s?m\.?)?\s*⟩?$/i;

const NAMED = /^⟨?\s*(?:12(?::00)? )?(noon|midnight)\s*⟩?$/i;

/** Compares answers of which one is a time of day (`3:45 p.m.`) and the other one too, or an hour; null where it is not so. Takes folded texts. */
export function compareTimes(a: string, b: string): Comparison | null {
  const [left, right] = [timeIn(a), timeIn(b)];
  if (!left || !right || !(isTold(a) || isTold(b))) return null;
  if (!isTold(a) || !isTold(b)) {
    const whole = left.minute === 0 && right.minute === 0 && left.hour === right.hour;
    return whole ? { verdict: 'equal-exact', how: 'same hour' } : null;
  }
  const halfKnown = left.half !== null && right.half !== null;
  const modulo = left.half === null && right.half === null ? 24 : halfKnown ? 24 : 12;
  return minutes(left, modulo) === minutes(right, modulo)
    ? { verdict: 'equal-exact', how: 'same time' }
    : { verdict: 'different', how: 'another time' };
}

/** A number alone is a time only beside one. */
function isTold(text: string): boolean {
  return /:|[ap]\.?\s?m/i.test(text) || NAMED.test(text);
}

function timeIn(text: string): Time | null {
  if (text.length > 20) return null;
  const named = NAMED.exec(text)?.[1]?.toLowerCase();
  if (named !== undefined) return { hour: 12, minute: 0, half: named === 'noon' ? 'p' : 'a' };
  const [, hour, minute = '0', half] = TIME.exec(text.replace(/(?<=[ap]\.?\s?m)\.?$/i, '')) ?? [];
  const time = { hour: Number(hour), minute: Number(minute), half: halfOf(half) };
  return hour === undefined || time.hour > 24 || time.minute > 59 ? null : time;
}

function halfOf(letter: string | undefined): Time['half'] {
  if (letter === undefined) return null;
  return letter.toLowerCase() === 'p' ? 'p' : 'a';
}

function minutes({ hour, minute, half }: Time, modulo: number): number {
  const hours = half === null ? hour : (hour % 12) + (half === 'p' ? 12 : 0);
  return (hours % modulo) * 60 + minute;
}
