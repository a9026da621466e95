import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { countConcepts } from '../../../src/core/concept/count-concepts';
import type { ConceptReport } from '../../../src/core/concept/concept-report';
import { DatasetFile } from '../../../src/core/dataset/dataset-file';
import { nodeFileStore } from '../../../src/core/dataset/node-file-store';
import { shippedProfiles } from '../../../src/core/profile/shipped';
import { noFacts } from '../../../src/core/query/state-facts';
import { parseQuery } from '../../../src/core/query/parse-query';
import { searchFile } from '../../../src/core/query/search-file';
import { memoryFile } from '../dataset/memory-files';
import { dataFolder } from '../real-data';
import { CHAMP, countOn, entryNamed, lines } from './fixture';

const gist = ({ findings }: ConceptReport) =>
  findings.map(({ file, row, rule, severity }) => [path.basename(file), row, rule, severity]);

test('rows and steps that use an entry are counted, and who stands together', async () => {
  const report = await countOn(CHAMP, '/d/problems.jsonl');
  const counts = report.entries.map(({ id, kind, rows, steps, parent }) => [id, kind, rows, steps, parent]);
  assert.deepEqual(counts, [
    ['C_1', 'concept', 1, 1, null],
    ['C_2', 'concept', 2, 2, 'C_1'],
    ['C_3', 'concept', 0, 0, null],
    ['H_1', 'hint', 1, 1, null],
    ['c_9', 'concept', 1, 0, null],
  ]);
  assert.deepEqual(report.together, [
    { one: 0, other: 1, rows: 1 },
    { one: 1, other: 4, rows: 1 },
  ]);
  assert.deepEqual([report.rows, report.rowsWithAny], [3, 2]);
});

test('a reference that nothing answers, a doubled name and what nobody uses are findings', async () => {
  const report = await countOn(CHAMP, '/d/problems.jsonl');
  assert.deepEqual(gist(report), [
    ['problems.jsonl', 1, 'concept/dangling', 'warning'],
    ['concepts.jsonl', 2, 'concept/duplicate', 'info'],
    ['concepts.jsonl', 2, 'concept/unused', 'info'],
  ]);
  assert.deepEqual(report.findings[0]?.path, ['ch_list', 1]);
  assert.equal(report.findings[0].message, 'C_9 is no concept of the library.');
});

test('without a library nothing dangles; with one that no row uses, nothing is unused', async () => {
  const alone = await countOn({ '/d/problems.jsonl': CHAMP['/d/problems.jsonl'] }, '/d/problems.jsonl');
  assert.deepEqual(gist(alone), []);
  assert.equal(entryNamed(alone, 'c_2').rows, 2);
  const others = {
    '/d/gsm.jsonl': lines({ question: 'q', answer: '1\n#### 1' }),
    '/d/concepts.jsonl': CHAMP['/d/concepts.jsonl'],
  };
  assert.deepEqual(gist(await countOn(others, '/d/gsm.jsonl')), [
    ['concepts.jsonl', 2, 'concept/duplicate', 'info'],
  ]);
});

test('a library of the workspace is taken where the folder has none', async () => {
  const files = { '/e/gsm.jsonl': lines({ question: 'q', answer: '1\n#### 1' }), ...CHAMP };
  const report = await countOn(files, '/e/gsm.jsonl', { elsewhere: ['/d/concepts.jsonl', '/e/none.jsonl'] });
  assert.deepEqual(
    report.entries.map(({ id }) => id),
    ['C_1', 'C_2', 'C_3'],
  );
  const own = await countOn(CHAMP, '/d/problems.jsonl', { elsewhere: ['/d/none.jsonl'] });
  assert.equal(own.files.length, 2);
});

const NAMED = {
  '/w/testmini.jsonl': lines(
    { question: 'a', 'knowledge concept': 'Area; Angles (acute)', level: 2, split: 'train' },
    { question: 'b', 'knowledge concept': 'area', level: 10, split: 'train' },
    { question: 'c', 'knowledge concept': 'Area of circles', level: 2, split: 'test' },
    { question: 'd' },
  ),
  '/w/nodes.json': JSON.stringify([
    { root0: 'G', root1: 'M', root2: 'Area', 'full node': 'M_A' },
    { root0: 'G', root1: 'M', root2: 'Angles (acute)', 'full node': 'M_B' },
  ]),
};

test('names with semicolons between them are several, and rows are told apart by level and split', async () => {
  const report = await countOn(NAMED, '/w/testmini.jsonl');
  assert.deepEqual(
    report.levels.map(({ label }) => label),
    ['2', '10'],
  );
  assert.deepEqual(
    report.splits.map(({ label }) => label),
    ['test', 'train'],
  );
  assert.deepEqual(entryNamed(report, 'M_A').cells, [
    { level: 0, split: 1, rows: 1 },
    { level: 1, split: 1, rows: 1 },
  ]);
  assert.deepEqual(gist(report), [['testmini.jsonl', 2, 'concept/dangling', 'warning']]);
});

test('the query of an entry, of a level and of a split finds exactly its rows', async () => {
  for (const [files, dataset] of [
    [NAMED, '/w/testmini.jsonl'],
    [CHAMP, '/d/problems.jsonl'],
  ] as const) {
    const report = await countOn(files, dataset);
    const bytes = Buffer.from((files as Record<string, string>)[dataset] ?? '');
    for (const { query, rows, cells, id } of report.entries.filter((entry) => entry.rows > 0)) {
      assert.equal(await found(bytes, dataset, query), rows, `${id}: ${query}`);
      for (const cell of cells) {
        const line = [query, report.levels[cell.level]?.query, report.splits[cell.split]?.query].join(' ');
        assert.equal(await found(bytes, dataset, line), cell.rows, line);
      }
    }
  }
});

test('many levels share buckets: each row stands in one, which its query finds', async () => {
  const many = Array.from({ length: 40 }, (_, at) => ({
    question: `${at}`,
    concept: 'x',
    difficulty: at / 8,
  }));
  const report = await countOn({ '/q/a.jsonl': lines(...many) }, '/q/a.jsonl');
  const { cells } = entryNamed(report, 'x');
  assert.ok(report.levels.length <= 12);
  assert.equal(
    cells.reduce((sum, { rows }) => sum + rows, 0),
    40,
  );
  for (const { level, rows } of cells)
    assert.equal(
      await found(Buffer.from(lines(...many)), '/q/a.jsonl', report.levels[level]?.query ?? ''),
      rows,
    );
});

test('tags of annotators are counted with the rows, by whom, and only where the row is meant', async () => {
  const tag = { id: 'C_3', name: 'Rule of  SUM', by: 'anna', onStep: false };
  const tags = new Map([
    ['id:P_3', [tag, { ...tag, onStep: true }, { ...tag, by: 'ben' }]],
    ['id:P_2', [{ ...tag, hash: 'of another row' }]],
    ['id:P_1', [{ ...tag, id: 'own/idea', name: 'own idea' }]],
  ]);
  const report = await countOn(CHAMP, '/d/problems.jsonl', { tags });
  const tagged = entryNamed(report, 'C_3');
  assert.deepEqual(
    [tagged.rows, tagged.tagged, tagged.cells],
    [0, { anna: 1, ben: 1 }, [{ level: 0, split: 0, rows: 1 }]],
  );
  assert.equal(tagged.query, 'tag(any):C_3');
  assert.equal(entryNamed(report, 'own/idea').title, 'own idea');
  assert.ok(!gist(report).some(([, , rule]) => rule === 'concept/unused'));
});

test('a library that is opened is not used by its own rows; a catalogue is, by its examples', async () => {
  const library = await countOn(CHAMP, '/d/concepts.jsonl');
  assert.deepEqual(
    library.entries.map(({ id, rows }) => [id, rows]),
    [
      ['C_1', 0],
      ['C_2', 0],
      ['C_3', 0],
      ['H_1', 0],
    ],
  );
  const example = { Misconception: 'm', 'Misconception ID': 'M1', Question: 'q' };
  const catalogue = await countOn(
    { '/m/a.jsonl': lines(example, { ...example, Question: 'r' }) },
    '/m/a.jsonl',
  );
  assert.deepEqual(
    catalogue.entries.map(({ id, rows }) => [id, rows]),
    [['M1', 2]],
  );
});

/** How many rows a query finds. */
async function found(bytes: Buffer, dataset: string, line: string): Promise<number> {
  const query = parseQuery(line);
  assert.deepEqual(query.faults, [], line);
  const opened = await DatasetFile.open(
    {
      ...nodeFileStore,
      facts: async () => ({ size: bytes.length, mtimeMs: 1, ino: 1 }),
      open: async () => memoryFile(bytes),
    },
    dataset,
  );
  const { profile } = await opened.detect(shippedProfiles);
  let hits = 0;
  for await (const part of searchFile(memoryFile(bytes), { query, profile, facts: noFacts, annotator: null }))
    hits += part.hits.length;
  await opened.close();
  return hits;
}

const folder = dataFolder();
if (folder !== undefined) {
  const real = async (name: string, elsewhere: string[] = []) => {
    const file = path.join(folder, name);
    const opened = await DatasetFile.open(nodeFileStore, file);
    const { profile } = await opened.detect(shippedProfiles);
    await opened.close();
    const counted = {
      file,
      dataset: file,
      profile,
      elsewhere: elsewhere.map((each) => path.join(folder, each)),
      tags: new Map(),
    };
    return countConcepts(nodeFileStore, counted, () => undefined);
  };
  const rules = ({ findings }: ConceptReport) => findings.map(({ rule }) => rule);

  test('no id of CHAMP dangles, and every entry is used', async () => {
    const report = await real('champ/problems.jsonl');
    assert.equal(report.entries.length, 89 + 456);
    assert.equal(report.rows, 270);
    assert.ok(!rules(report).some((rule) => rule !== 'concept/duplicate'));
    assert.ok(report.entries.some(({ parent }) => parent === 'C_binom'));
  });

  test('all 67 concepts that We-Math names are in its tree, and each is used', async () => {
    const report = await real('large/we-math/testmini.jsonl', ['we-math/knowledge_structure_nodes.json']);
    assert.equal(report.rows, 1740);
    assert.equal(report.rowsWithAny, 1740);
    assert.equal(report.entries.length, 67);
    assert.ok(report.entries.every(({ rows, path: place }) => rows > 0 && place.length >= 2));
    assert.deepEqual(rules(report), []);
  });

  test('each of the 55 misconceptions has its four examples', async () => {
    const report = await real('misconceptions/misconceptions.jsonl');
    assert.deepEqual(
      report.entries.map(({ rows }) => rows),
      Array.from({ length: 55 }, () => 4),
    );
  });
}
