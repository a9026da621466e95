import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DatasetCount } from '../../../src/core/column/dataset-count';
import type { ColumnStatistics } from '../../../src/core/column/statistics';
import type { Json } from '../../../src/core/row/json';
import { memoryFile } from '../dataset/memory-files';
import { profileNamed } from '../profile/profiles';

async function statistics(profile: string, rows: Json[]): Promise<Map<string, ColumnStatistics>> {
  const count = new DatasetCount(profileNamed(profile), ['problem', 'concept', 'trace']);
  await count.countFile(
    memoryFile(Buffer.from(rows.map((row) => JSON.stringify(row)).join('\n'))),
    () => undefined,
  );
  return new Map(count.result().columns.map((column) => [column.field, column]));
}

test('a problem that is a field has the statistics of that field', async () => {
  const columns = await statistics('math', [{ problem: 'abc' }, { problem: 'abcdef' }, { x: 1 }]);
  const { present, missing, length } = columns.get('problem') ?? {};
  assert.deepEqual([present, missing, length?.min, length?.max], [2, 1, 3, 6]);
  assert.deepEqual(columns.get('.problem')?.length, length);
});

test('a problem that stands in one field or another has those of both', async () => {
  const columns = await statistics('generic', [{ question: 'abc' }, { problem: 'abcdef' }]);
  const { present, missing, length } = columns.get('problem') ?? {};
  assert.deepEqual([present, missing, length?.min, length?.max], [2, 0, 3, 6]);
});

test('of a dialogue the problem is read; traces are counted; concepts are the values of their lists', async () => {
  const dialogue = {
    messages: [
      { role: 'user', content: 'What is 1?' },
      { role: 'assistant', content: 'One.' },
    ],
  };
  assert.equal((await statistics('chat', [dialogue])).get('problem')?.length?.max, 10);
  const champ = {
    fws_annotations: {},
    ch_list: ['C_1', 'C_2'],
    solution: { steps: [{ _raw_text: 's', ch_idxs: [] }] },
  };
  const columns = await statistics('champ-problem', [champ, { ...champ, ch_list: ['C_1'] }]);
  assert.deepEqual(columns.get('trace')?.number?.max, 1);
  assert.deepEqual(columns.get('concept')?.top[0], { value: 'C_1', count: 2 });
});
