/** A formula begins here that does not end: `$\sqrt{x`, `$x+1=3`, and neither `$5` nor `$<<5*2=10>>10`. */
const OPENS = /^\$(?:\\[A-Za-z]|[A-Za-z({[|][^\s$]{0,30}(?:[\\^_=]|\s=))/;
/** A formula ends here that did not begin: `x^2$`. */
const CLOSES = /(?:\\[A-Za-z]|[\^_])[^\s$]{0,40}$/;
const REACH = 60;

/** The place of the first dollar sign of prose, from a place of a text to another, that belongs to a formula and has no other one; null for none. */
export function looseDollar(text: string, start: number, end: number): number | null {
  for (let at = text.indexOf('$', start); at >= 0 && at < end; at = text.indexOf('$', at + 1)) {
    if (text[at - 1] === '\\' || text[at - 1] === '$' || text[at + 1] === '$') continue;
    const before = text.slice(Math.max(start, at - REACH), at);
    if (OPENS.test(text.slice(at, Math.min(end, at + REACH))) || CLOSES.test(before)) return at;
  }
  return null;
}
