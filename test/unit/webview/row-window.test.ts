import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ROW_HEIGHT, rowAt, scrollHeight, scrollTopOf, topOf } from '../../../webview/rows/row-window';

/** Rows in the list, and the height of its window in pixels. */
const LISTS: [number, number][] = [
  [1, 600],
  [10, 600],
  [1000, 600],
  [150_943, 600],
  [150_944, 600],
  [1_000_000, 600],
  [1_000_000, 2000],
  [40_000_000, 900],
];

/** Positions of the scroll bar, from its top to its end. */
function positions(rows: number, height: number): number[] {
  const end = Math.max(0, scrollHeight(rows) - height);
  return Array.from({ length: 2001 }, (_, at) => Math.round((end * at) / 2000));
}

for (const [rows, height] of LISTS) {
  const name = `a list of ${rows} rows in ${height} pixels`;
  const end = Math.max(0, scrollHeight(rows) - height);

  test(`${name} is never higher than browsers can draw`, () => {
    assert.ok(scrollHeight(rows) <= 17_000_000);
    assert.ok(scrollHeight(rows) >= Math.min(rows * ROW_HEIGHT, 1_000_000));
  });

  test(`${name} begins with the first row and ends with the last in sight`, () => {
    assert.equal(rowAt(0, rows, height), 0);
    assert.equal(topOf(0, 0, rows, height), 0);
    const first = rowAt(end, rows, height);
    const bottom = topOf(first, end, rows, height) + (rows - first) * ROW_HEIGHT;
    assert.ok(bottom <= scrollHeight(rows), 'the last row is cut off below');
    assert.ok(bottom > end, 'the last row is out of sight');
  });

  test(`${name} only goes down when it is scrolled down`, () => {
    let before = 0;
    for (const top of positions(rows, height)) {
      const first = rowAt(top, rows, height);
      assert.ok(first >= before && first < rows, `at ${top}`);
      before = first;
    }
  });

  test(`${name} leaves no gap at the top of the window`, () => {
    for (const top of positions(rows, height)) {
      const first = rowAt(top, rows, height);
      const drawn = topOf(first, top, rows, height);
      assert.ok(drawn <= top, `a gap of ${drawn - top} pixels at ${top}`);
      const bottom = drawn + (Math.ceil(height / ROW_HEIGHT) + 1) * ROW_HEIGHT;
      const last = first + Math.ceil(height / ROW_HEIGHT) + 1 >= rows;
      assert.ok(last || bottom >= top + height - ROW_HEIGHT, `a gap below at ${top}`);
    }
  });

  test(`every row of ${name} can be scrolled to`, () => {
    const step = Math.max(1, Math.floor(rows / 5000));
    const lastFirst = rowAt(end, rows, height);
    const rowsInAPixel = Math.floor(rows / scrollHeight(rows));
    for (let row = 0; row < rows; row += row + step < rows ? step : Math.max(1, rows - 1 - row)) {
      const top = Math.min(scrollTopOf(row, rows, height), end);
      assert.ok(top >= 0);
      const off = rowAt(top, rows, height) - Math.min(row, lastFirst);
      assert.ok(Math.abs(off) <= rowsInAPixel, `row ${row} is missed by ${off}`);
    }
  });
}

test('an empty list has no height and no row below nought', () => {
  assert.equal(scrollHeight(0), 0);
  assert.equal(rowAt(0, 0, 600), 0);
});
