import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  edgeAt,
  edgeShowing,
  isScaled,
  lastEdge,
  ROW_HEIGHT,
  scrollHeight,
  scrollTopAt,
  topOf,
} from '../../../webview/rows/row-window';

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

  test(`${name} begins with the first row and ends with the last wholly in sight`, () => {
    assert.equal(edgeAt(0, rows, height), 0);
    assert.equal(topOf(0, { edge: 0, scrollTop: 0 }, rows), 0);
    const edge = edgeAt(end, rows, height);
    const bottom = topOf(rows - 1, { edge, scrollTop: end }, rows) + ROW_HEIGHT;
    assert.ok(bottom <= scrollHeight(rows) + 1, 'the last row is cut off below');
    assert.ok(Math.abs(bottom - Math.min(end + height, scrollHeight(rows))) <= 1, `${bottom} is not the end`);
  });

  test(`${name} only goes down when it is scrolled down`, () => {
    let before = 0;
    for (const top of positions(rows, height)) {
      const edge = edgeAt(top, rows, height);
      assert.ok(edge >= before && edge <= lastEdge(rows, height), `at ${top}`);
      before = edge;
    }
  });

  test(`${name} leaves no gap at the top of the window or below`, () => {
    for (const scrollTop of positions(rows, height)) {
      const edge = edgeAt(scrollTop, rows, height);
      const first = Math.floor(edge);
      const drawn = topOf(first, { edge, scrollTop }, rows);
      assert.ok(drawn <= scrollTop + 1, `a gap of ${drawn - scrollTop} pixels at ${scrollTop}`);
      const last = Math.min(rows, Math.ceil(edge + height / ROW_HEIGHT));
      const bottom = drawn + (last - first) * ROW_HEIGHT;
      assert.ok(last === rows || bottom >= scrollTop + height - 1, `a gap below at ${scrollTop}`);
    }
  });

  test(`the scroll bar of ${name} tells where the window is`, () => {
    const rowsInAPixel = isScaled(rows) ? rows / scrollHeight(rows) : 1 / ROW_HEIGHT;
    for (let at = 0; at <= 1000; at++) {
      const edge = (lastEdge(rows, height) * at) / 1000;
      const scrollTop = scrollTopAt(edge, rows, height);
      assert.ok(scrollTop >= 0 && scrollTop <= end + 1, `${scrollTop} of ${end}`);
      assert.ok(Math.abs(edgeAt(scrollTop, rows, height) - edge) <= rowsInAPixel + 1e-6, `at ${edge}`);
    }
  });

  test(`a row of ${name} is brought wholly into sight, and one in sight stays where it is`, () => {
    for (const edge of [0, 0.4, 0.5, 1].map((share) => share * lastEdge(rows, height))) {
      for (const row of [0, 1, Math.floor(edge), Math.floor(edge) + 3, rows - 1]) {
        const to = Math.max(0, Math.min(edgeShowing(row, edge, height), lastEdge(rows, height)));
        assert.ok(
          to <= row + 1e-6 && to + height / ROW_HEIGHT >= Math.min(row + 1, rows) - 1e-6,
          `${row} at ${to}`,
        );
        if (row >= edge && row + 1 <= edge + height / ROW_HEIGHT) assert.equal(to, edge);
      }
    }
  });
}

test('a row far away comes with rows around it', () => {
  const edge = edgeShowing(500, 0, 530);
  assert.ok(edge > 490 && edge < 500, String(edge));
});

test('an empty list has no height and no row below nought', () => {
  assert.equal(scrollHeight(0), 0);
  assert.equal(edgeAt(0, 0, 600), 0);
  assert.equal(lastEdge(0, 600), 0);
});
