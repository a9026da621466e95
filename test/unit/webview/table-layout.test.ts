import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { TableColumn } from '../../../src/protocol/table';
import {
  columnsInSight,
  layoutOf,
  moved,
  NARROWEST,
  numberWidth,
  resized,
  SELECT_WIDTH,
  withWidths,
} from '../../../webview/table/column-layout';

const column = (id: string, kind: TableColumn['kind'], width: number): TableColumn => ({
  id,
  title: id,
  kind,
  width,
});
const COLUMNS = [
  column('row', 'number', 64),
  column('id', 'id', 140),
  column('problem', 'maths', 360),
  column('answer', 'maths', 96),
  column('level', 'number', 56),
  column('field:concept', 'text', 120),
  column('labels', 'labels', 130),
  column('findings', 'findings', 150),
  column('flags', 'number', 56),
];
const ids = (columns: TableColumn[]) => columns.map(({ id }) => id);
const total = (widths: number[]) => SELECT_WIDTH + widths.reduce((sum, width) => sum + width, 0);
const fitting = (width: number, chosen = false) => ids(columnsInSight(COLUMNS, width, { chosen }));

test('a wide table has every column, a narrower one the telling ones, the narrowest four', () => {
  assert.deepEqual(fitting(1400), ids(COLUMNS));
  assert.deepEqual(fitting(1039), ['row', 'problem', 'answer', 'labels', 'findings']);
  assert.deepEqual(fitting(879), ['row', 'problem', 'labels', 'findings']);
});

test('the problem has room to be read before concepts have any', () => {
  assert.ok(fitting(1088).includes('field:concept'));
  assert.ok(!fitting(1087).includes('field:concept'));
});

test('columns that somebody chose are never left out', () => {
  assert.deepEqual(fitting(500, true), ids(COLUMNS));
});

test('the problem takes what room the others leave', () => {
  const { widths, main, filled } = layoutOf(COLUMNS, 1400);
  assert.equal(main, 2);
  assert.ok(filled);
  assert.equal(total(widths), 1400);
  assert.equal(widths[6], 130);
});

test('columns that do not fit keep their widths: the table scrolls', () => {
  const { widths, filled } = layoutOf(COLUMNS, 700);
  assert.ok(!filled);
  assert.deepEqual(
    widths,
    COLUMNS.map(({ width }) => width),
  );
});

test('without maths the widest text is read', () => {
  assert.equal(
    layoutOf([column('row', 'number', 64), column('a', 'text', 90), column('b', 'text', 200)], 900).main,
    2,
  );
});

test('the number of the last row has room', () => {
  assert.equal(layoutOf(COLUMNS, 1400, numberWidth(270)).widths[0], 64);
  assert.ok((layoutOf(COLUMNS, 1400, numberWidth(5_000_000)).widths[0] ?? 0) >= 96);
});

test('a dragged edge stays under the pointer', () => {
  const edges = (widths: number[]) => widths.map((_, at) => total(widths.slice(0, at + 1)));
  for (const [at, by] of [
    [0, 30],
    [1, -50],
    [2, -40],
    [2, 25],
    [5, 20],
    [7, -30],
  ] as const) {
    const before = layoutOf(COLUMNS, 1400);
    const after = layoutOf(resized(before, at, by), 1400);
    assert.equal(edges(after.widths)[at], (edges(before.widths)[at] ?? 0) + by, `column ${at} by ${by}`);
    assert.equal(total(after.widths), 1400);
  }
});

test('no drag makes a column too narrow, or a table that fits wider than the page', () => {
  fc.assert(
    fc.property(fc.nat(COLUMNS.length - 1), fc.integer({ min: -3000, max: 3000 }), (at, by) => {
      const after = layoutOf(resized(layoutOf(COLUMNS, 1400), at, by), 1400);
      assert.ok(
        after.widths.every((width) => width >= NARROWEST),
        after.widths.join(' '),
      );
      assert.equal(total(after.widths), 1400);
    }),
  );
});

test('in a table that scrolls, a drag changes one column', () => {
  const after = resized(layoutOf(COLUMNS, 700), 6, 33);
  assert.deepEqual(
    after.map(({ width }) => width),
    COLUMNS.map(({ id, width }) => (id === 'labels' ? width + 33 : width)),
  );
});

test('a column goes where another stands, the row number stays first', () => {
  assert.deepEqual(ids(moved(COLUMNS, 'flags', 'problem')).slice(0, 4), ['row', 'id', 'flags', 'problem']);
  assert.deepEqual(ids(moved(COLUMNS, 'id', 'answer')).slice(0, 4), ['row', 'problem', 'answer', 'id']);
  for (const [from, to] of [
    ['row', 'id'],
    ['flags', 'row'],
    ['id', 'id'],
    ['id', 'none'],
  ] as const)
    assert.equal(moved(COLUMNS, from, to), COLUMNS);
});

test('widths of the columns in sight come to all columns', () => {
  const all = withWidths(COLUMNS, [column('labels', 'labels', 200)]);
  assert.deepEqual(
    all.map(({ width }) => width),
    [64, 140, 360, 96, 56, 120, 200, 150, 56],
  );
});
