import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DatasetDocument } from '../../../src/host/document/dataset-document';
import { answerGroups } from '../../../src/host/page/group-requests';
import type { PageSurroundings } from '../../../src/host/page/page-requests';

const members = [0, 1, 2].map((row) => ({ file: 0, row, place: String(row) }));

/** A document whose three rows are a group, and whose rows of the file stand where `standing` says. */
function documentWith(standing: Record<number, number[]>): DatasetDocument {
  const fake = {
    wantLinks: () => undefined,
    rows: () => Promise.resolve([{ origin: { kind: 'file', row: 0 } }]),
    documentRows: ([row]: number[]) => standing[row ?? 0] ?? [],
    addedRows: () => [],
    inForce: { profile: { links: [] } },
    links: {
      files: ['rows.jsonl'],
      share: 1,
      failure: null,
      index: {
        size: 1,
        groupsOf: () => [0],
        group: () => ({ type: 'variant', name: 'fence', profile: 'generic', members }),
      },
    },
  };
  return fake as unknown as DatasetDocument;
}

test('a group has as many rows as stand in the document: deleted ones are gone, doubled ones are two', async () => {
  const around = {} as PageSurroundings;
  const sizeWith = async (standing: Record<number, number[]>) => {
    const { groups } = await answerGroups(documentWith(standing), around).groups(0);
    return groups.map(({ size, members: shown }) => [size, shown.length]);
  };
  assert.deepEqual(await sizeWith({ 0: [0], 1: [1], 2: [2] }), [[3, 3]]);
  assert.deepEqual(await sizeWith({ 0: [0], 1: [], 2: [1] }), [[2, 2]]);
  assert.deepEqual(await sizeWith({ 0: [0, 1], 1: [2], 2: [3] }), [[4, 4]]);
});
