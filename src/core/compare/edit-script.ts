/** What stands in place of what: items `oldStart` to `oldEnd` became items `newStart` to `newEnd`. Either may be empty. */
export interface Edit {
  oldStart: number;
  oldEnd: number;
  newStart: number;
  newEnd: number;
}

/** Texts that differ in more items than this are not taken apart: the whole middle counts as one edit. */
const MOST_EDITS = 500;

/**
 * The shortest way from one list to another: Myers, An O(ND) Difference Algorithm and Its Variations (1986), after what they
 * have in common at both ends. Time and memory are bounded by `MOST_EDITS`. Items are compared with `===`.
 */
export function editScript(before: readonly string[], after: readonly string[]): Edit[] {
  const shared = Math.min(before.length, after.length);
  let start = 0;
  while (start < shared && before[start] === after[start]) start++;
  let end = 0;
  while (end < shared - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  const middle = {
    oldStart: start,
    oldEnd: before.length - end,
    newStart: start,
    newEnd: after.length - end,
  };
  if (middle.oldStart === middle.oldEnd && middle.newStart === middle.newEnd) return [];
  if (middle.oldStart === middle.oldEnd || middle.newStart === middle.newEnd) return [middle];
  const trace = furthestReaches(before, after, middle);
  return trace ? editsOf(trace, middle) : [middle];
}

/** For each number of edits, how far along the older list each diagonal came. */
interface Trace {
  reaches: Int32Array[];
}

function furthestReaches(before: readonly string[], after: readonly string[], middle: Edit): Trace | null {
  const oldLength = middle.oldEnd - middle.oldStart;
  const newLength = middle.newEnd - middle.newStart;
  const most = Math.min(oldLength + newLength, MOST_EDITS);
  const reach = new Int32Array(2 * most + 3);
  const reaches: Int32Array[] = [];
  for (let edits = 0; edits <= most; edits++) {
    reaches.push(reach.slice(most - edits, most + edits + 3));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = stepInto(reach, most + 1 + diagonal, diagonal, edits);
      while (
        x < oldLength &&
        x - diagonal < newLength &&
        before[middle.oldStart + x] === after[middle.newStart + x - diagonal]
      )
        x++;
      reach[most + 1 + diagonal] = x;
      if (x >= oldLength && x - diagonal >= newLength) return { reaches };
    }
  }
  return null;
}

/** Where a diagonal begins after one more edit: below (an insertion) or beside (a deletion) the further of its neighbours. */
function stepInto(reach: Int32Array, at: number, diagonal: number, edits: number): number {
  const fromAbove = reach[at + 1] ?? 0;
  const fromLeft = (reach[at - 1] ?? 0) + 1;
  return isInsertion(fromAbove, fromLeft, diagonal, edits) ? fromAbove : fromLeft;
}

function isInsertion(fromAbove: number, fromLeft: number, diagonal: number, edits: number): boolean {
  return diagonal === -edits || (diagonal !== edits && fromLeft - 1 < fromAbove);
}

/** Goes back from the end. Edits that touch are one. */
function editsOf({ reaches }: Trace, middle: Edit): Edit[] {
  let x = middle.oldEnd - middle.oldStart;
  let y = middle.newEnd - middle.newStart;
  const edits: Edit[] = [];
  for (let count = reaches.length - 1; count > 0; count--) {
    const diagonal = x - y;
    const reach = reaches[count] ?? new Int32Array(0); // its middle is diagonal 0, one past `count`
    const at = count + 1 + diagonal;
    const [fromAbove, fromLeft] = [reach[at + 1] ?? 0, (reach[at - 1] ?? 0) + 1];
    const inserted = isInsertion(fromAbove, fromLeft, diagonal, count);
    const [endX, endY] = inserted ? [fromAbove, fromAbove - diagonal] : [fromLeft, fromLeft - diagonal];
    [x, y] = inserted ? [endX, endY - 1] : [endX - 1, endY];
    join(edits, {
      oldStart: middle.oldStart + x,
      oldEnd: middle.oldStart + endX,
      newStart: middle.newStart + y,
      newEnd: middle.newStart + endY,
    });
  }
  return edits.toReversed();
}

/** Adds an edit that stands before the ones already there. */
function join(edits: Edit[], edit: Edit): void {
  const last = edits.at(-1);
  if (last?.oldStart === edit.oldEnd && last.newStart === edit.newEnd) {
    last.oldStart = edit.oldStart;
    last.newStart = edit.newStart;
  } else edits.push(edit);
}
