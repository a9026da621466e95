import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { nodeFileStore } from '../../../src/core/dataset/node-file-store';
import { readLibrary } from '../../../src/core/dataset/reference-library';
import { readRow } from '../../../src/core/profile/read-row';
import { profileNamed } from '../profile/profiles';
import { dataFolder, readRows } from '../real-data';
import type { Json } from '../../../src/core/row/json';
import { FAULTS, faultyStore, memoryDisk } from './memory-files';

const champ = profileNamed('champ-problem');

const FOLDER = {
  '/d/problems.jsonl':
    '{"_raw_text":"p","ch_list":["H_1","C_1"],"solution":{"steps":[]},"identifier":"P_1"}\n',
  '/d/hints.jsonl':
    '{"_raw_text":"hint one","identifier":"H_1"}\n{"_raw_text":\n{"_raw_text":"two","identifier":"H_2"}\n',
  '/d/concepts.NDJSON': '{"_raw_text":"concept","identifier":"C_1","parent":null,"name":"A name"}\n',
  '/d/gsm.jsonl': '{"question":"q","answer":"a\\n#### 1","identifier":"H_9"}\n',
  '/d/torn.jsonl': '{"identifier":"H_10',
  '/d/empty.jsonl': '',
  '/d/notes.txt': '{"_raw_text":"no","identifier":"H_3"}\n',
  '/e/hints.jsonl': '{"_raw_text":"elsewhere","identifier":"H_4"}\n',
};

test('finds the hints and concepts beside a dataset by their ids', async () => {
  const library = await readLibrary(memoryDisk(FOLDER).store, '/d/problems.jsonl', champ);
  const found = [...library.values()].map(({ id, kind, name, source, file, row }) => [
    id,
    kind,
    name,
    source.text,
    path.basename(file),
    row,
  ]);
  assert.deepEqual(found.toSorted(), [
    ['C_1', 'concept', 'A name', 'concept', 'concepts.NDJSON', 0],
    ['H_1', 'hint', null, 'hint one', 'hints.jsonl', 0],
    ['H_2', 'hint', null, 'two', 'hints.jsonl', 2],
  ]);
});

test('a dataset is not its own library', async () => {
  const library = await readLibrary(memoryDisk(FOLDER).store, '/d/hints.jsonl', profileNamed('champ-hint'));
  assert.deepEqual([...library.keys()], ['C_1']);
});

test('a file that cannot be read is passed over, and none stays open', async () => {
  for (const fault of FAULTS) {
    for (let n = 1; ; n++) {
      const disk = memoryDisk(FOLDER);
      const { store, counter } = faultyStore(disk.store, fault, n);
      const library = await readLibrary(store, '/d/problems.jsonl', champ);
      for (const id of library.keys()) assert.ok(['H_1', 'H_2', 'C_1'].includes(id), id);
      assert.equal(disk.open, 0);
      if (counter.operations <= n) break;
    }
  }
});

const folder = dataFolder();
if (folder !== undefined) {
  test('no hint or concept of CHAMP dangles', async () => {
    const file = path.join(folder, 'champ', 'problems.jsonl');
    const library = await readLibrary(nodeFileStore, file, champ);
    const kinds = [...library.values()].map(({ kind }) => kind);
    assert.equal(kinds.filter((kind) => kind === 'concept').length, 89);
    assert.equal(kinds.filter((kind) => kind === 'hint').length, 456);
    const rows = readRows(folder, 'champ/problems.jsonl');
    assert.equal(rows.length, 270);
    let referred = 0;
    for (const row of rows) {
      const { hints, concepts, traces } = readRow(row as Json, champ);
      const used = traces.flatMap(({ steps }) => steps.flatMap(({ uses }) => uses));
      for (const { kind, references } of [
        { kind: 'hint', references: hints },
        { kind: 'concept', references: concepts },
      ]) {
        for (const reference of references) {
          assert.equal(reference.kind === 'id' && library.get(reference.id)?.kind, kind);
          referred++;
        }
      }
      for (const id of used) assert.ok(library.has(id), id);
    }
    assert.equal(
      referred,
      rows.reduce((sum, row) => sum + (row['ch_list'] as unknown[]).length, 0),
    );
  });
}
