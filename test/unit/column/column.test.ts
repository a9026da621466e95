import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  columnChoices,
  columnOfField,
  defaultColumns,
  statisticsField,
} from '../../../src/core/column/column';
import { applyLayout, layoutOf, readLayout } from '../../../src/core/column/column-layout';
import { profileNamed } from '../profile/profiles';

const ids = (columns: { id: string }[]) => columns.map(({ id }) => id);
const found = (...names: string[]) =>
  names.map((name) => ({ name, numbers: name === 'level' || name === 'n' }));
const generic = profileNamed('generic');

test('a dataset is first shown with its id, problem, facts, concepts and traces, between what Scholium knows', () => {
  assert.deepEqual(
    defaultColumns(profileNamed('champ-problem')).map(({ title }) => title),
    ['Row', 'Id', 'Problem', 'Category', 'Concepts', 'Traces', 'Labels', 'Findings', 'Flags'],
  );
  assert.deepEqual(ids(defaultColumns(profileNamed('math'), found('problem', 'type', 'level'))), [
    'row',
    'field:unique_id',
    'field:problem',
    'field:type',
    'field:level',
    'traces',
    'labels',
    'findings',
    'flags',
  ]);
  assert.ok(ids(defaultColumns(profileNamed('chat'))).includes('field:problem'));
});

test('numbers stand at the right, problems are wide and written as the profile says', () => {
  const columns = defaultColumns(profileNamed('math'), found('level'));
  const [, , problem, level] = columns;
  assert.ok(problem?.kind === 'field' && problem.dialect === 'markdown' && problem.width > 200);
  assert.ok(level?.kind === 'field' && level.align === 'right' && level.dialect === null);
});

test('everything found can be chosen once, a field named like a role by its dot', () => {
  const choices = columnChoices(generic, found('.problem', 'id', 'n', 'meta.source'));
  assert.equal(new Set(ids(choices)).size, choices.length);
  for (const id of [
    'field:problem',
    'field:.problem',
    'field:n',
    'field:meta.source',
    'field:answer',
    'traces',
  ])
    assert.ok(ids(choices).includes(id), id);
  assert.equal(columnOfField('steps[0].text', generic).field, 'steps[0].text');
});

test('a column knows the field whose statistics it shows', () => {
  const [row, id, problem] = defaultColumns(profileNamed('champ-problem'));
  assert.deepEqual(
    [row, id, problem].map((column) => column && statisticsField(column)),
    [null, 'identifier', 'problem'],
  );
});

test('a layout keeps order, widths and sort, whatever columns went or came', () => {
  const columns = columnChoices(generic, found('a', 'b', 'c'));
  const layout = {
    ...layoutOf(columns),
    order: ['field:c', 'field:gone', 'row', 'field:a', 'field:c'],
    hidden: ['field:a'],
    widths: { 'field:c': 333, row: 1 },
    sort: { column: 'field:c', descending: true },
  };
  const remembered = readLayout(JSON.parse(JSON.stringify(layout)));
  assert.ok(remembered);
  const { shown, hidden, sort } = applyLayout(remembered, columns);
  assert.deepEqual(
    shown.map(({ id, width }) => [id, width]),
    [
      ['field:c', 333],
      ['row', 40],
    ],
  );
  assert.deepEqual([...ids(shown), ...ids(hidden)].sort(), ids(columns).sort());
  assert.deepEqual(sort, layout.sort);
  assert.equal(
    applyLayout({ ...layout, sort: { column: 'field:gone', descending: false } }, columns).sort,
    null,
  );
});

test('what is no layout is not read as one', () => {
  for (const other of [null, 7, {}, { order: 'row' }, { ...layoutOf([]), widths: { row: 'wide' } }])
    assert.equal(readLayout(other), null);
});
