import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { ConceptLibrary } from '../../../src/core/concept/concept-library';
import { problemsOf, readCatalogue, readLibraryFile } from '../../../src/core/concept/library-file';
import { nodeFileStore } from '../../../src/core/dataset/node-file-store';
import type { LibraryEntry } from '../../../src/core/profile/library-entry';
import { memoryDisk } from '../dataset/memory-files';
import { dataFolder } from '../real-data';
import { CHAMP, lines } from './fixture';

const read = (name: string, text: string) => readLibraryFile(memoryDisk({ [name]: text }).store, name, false);

/** What tells an entry: kind, id, name, path, parent. */
function gist({ kind, id, name, path: place, parent }: LibraryEntry) {
  return [kind, id, name, place.join('/'), parent];
}

test('concepts and hints of CHAMP keep their category and their parent', async () => {
  const concepts = await read('/d/concepts.jsonl', CHAMP['/d/concepts.jsonl']);
  assert.deepEqual(concepts.map(gist), [
    ['concept', 'C_1', 'rule of sum', 'Counting', null],
    ['concept', 'C_2', 'rule of product', 'Counting', 'C_1'],
    ['concept', 'C_3', 'Rule of  SUM', 'Counting', null],
  ]);
  const hints = await read('/d/hints.jsonl', CHAMP['/d/hints.jsonl']);
  assert.deepEqual(hints.map(gist), [['hint', 'H_1', null, '', null]]);
  assert.equal(hints[0]?.source.text, 'count the ends');
});

test('a tree in levels is read with the way to each leaf', async () => {
  const nodes = [
    { root0: 'Geometry', root1: 'Measure', root2: 'Units', root3: 'Area', root4: null, 'full node': 'M_U_A' },
    { root0: 'Geometry', root1: 'Measure', root2: null, root3: null, root4: null, 'full node': 'M' },
  ];
  const entries = await read('/d/nodes.json', JSON.stringify(nodes, null, 2));
  assert.deepEqual(entries.map(gist), [
    ['concept', 'M_U_A', 'Area', 'Geometry/Measure/Units', null],
    ['concept', 'M', 'Measure', 'Geometry', null],
  ]);
});

test('a catalogue of misconceptions has each once, with the examples of all its rows', async () => {
  const rows = [1, 2].map((n) => ({
    Misconception: 'adds denominators',
    'Misconception ID': 'M1',
    Topic: 'Fractions',
    Question: `1/2 + 1/${n}`,
    'Incorrect Answer': 'x',
    'Correct Answer': 'y',
  }));
  const entries = await read('/d/m.jsonl', lines(...rows));
  const library = new ConceptLibrary(entries);
  assert.deepEqual(library.entries.map(gist), [['misconception', 'M1', null, 'Fractions', null]]);
  assert.equal(library.entries[0]?.source.text, 'adds denominators');
  assert.deepEqual(library.entries[0]?.examples, ['1/2 + 1/1', '1/2 + 1/2']);
  assert.deepEqual(library.duplicates, []);
});

test('one file may hold problems, concepts and hints by their keys', async () => {
  const whole = {
    problems: { P_1: { question: 'q' } },
    concepts: { C_1: { name: 'one', text: 'first' }, C_2: { name: 'two', parent: 'C_1' } },
    hints: [{ id: 'H_1', text: 'look' }],
  };
  const text = JSON.stringify(whole);
  assert.deepEqual((await read('/d/v0.json', text)).map(gist), [
    ['concept', 'C_1', 'one', '', null],
    ['concept', 'C_2', 'two', '', 'C_1'],
    ['hint', 'H_1', null, '', null],
  ]);
  assert.deepEqual(problemsOf(text), [{ question: 'q' }]);
  assert.equal(problemsOf('[1]'), null);
  assert.equal(problemsOf('{'), null);
});

test('a plain list of ids and names is a library where its file is named so, or says where entries belong', async () => {
  const plain = [{ id: 1, name: 'Pigeonhole', description: 'n+1 into n' }];
  assert.deepEqual((await read('/d/concepts.json', JSON.stringify(plain))).map(gist), [
    ['concept', '1', 'Pigeonhole', '', null],
  ]);
  assert.deepEqual(await read('/d/people.json', JSON.stringify(plain)), []);
  const texts = [{ id: 'C_1', name: 'A', path: 'Algebra', text: 'a' }]; // `text` alone would be taken for a problem
  assert.deepEqual((await read('/d/concepts.jsonl', lines(...texts))).map(gist), [
    ['concept', 'C_1', 'A', 'Algebra', null],
  ]);
  const placed = [{ id: 'a', name: 'A', kind: 'misconception', path: 'Algebra > Signs' }];
  assert.deepEqual((await read('/d/people.jsonl', lines(...placed))).map(gist), [
    ['misconception', 'a', 'A', 'Algebra/Signs', null],
  ]);
});

test('what is no library gives no entry, and no error', async () => {
  const problems = lines({ id: 'a', name: 'A', question: 'q', answer: '1', category: 'x' });
  for (const [name, text] of [
    ['/d/concepts.jsonl', problems],
    ['/d/concepts.json', '{'],
    ['/d/concepts.json', '[]'],
    ['/d/concepts.json', 'null'],
    ['/d/concepts.json', '[[1], "a", null, 3]'],
    ['/d/concepts.jsonl', ''],
    ['/d/concepts.jsonl', 'null\n3\n"a"\n'],
  ] as const) {
    assert.deepEqual(await read(name, text), [], text);
  }
});

test('two entries that cannot be told apart are told: by id, by name, by text', () => {
  const library = new ConceptLibrary([
    entry('C_1', 'sum', 'one text'),
    entry('C_1', 'sum', 'another text'),
    entry('C_2', 'Sum', 'second'),
    entry('C_3', null, 'ONE  text'),
    entry('C_4', 'one text', 'names a text, and is no duplicate of it'),
    { ...entry('C_5', 'sum', 'of another branch'), path: ['Elsewhere'] },
    { ...entry('H_1', 'sum', 'of another kind'), kind: 'hint' },
    entry('C_6', 'six', 'x'),
    entry('C_6', 'six', 'x'),
  ]);
  assert.deepEqual(
    library.duplicates.map(({ entry: { id }, first, by }) => [id, first.id, by]),
    [
      ['C_1', 'C_1', 'id'],
      ['C_2', 'C_1', 'name'],
      ['C_3', 'C_1', 'text'],
    ],
  );
  assert.equal(library.entries.length, 7);
  assert.equal(library.find(' SUM ')?.id, 'C_1');
  assert.equal(library.find('C_6')?.id, 'C_6');
  assert.equal(library.find('seven'), undefined);
});

function entry(id: string, name: string | null, text: string): LibraryEntry {
  const source = { path: [], start: 0, end: text.length, text, dialect: 'markdown' as const };
  return {
    id,
    kind: 'concept',
    name,
    source,
    answers: [],
    path: [],
    parent: null,
    examples: [],
    file: 'f',
    row: 0,
  };
}

const folder = dataFolder();
if (folder !== undefined) {
  const ids = async (name: string) => {
    const { entries } = new ConceptLibrary(
      await readLibraryFile(nodeFileStore, path.join(folder, name), false),
    );
    return entries.map(({ kind }) => kind);
  };

  test('the real libraries have as many entries as they are known to', async () => {
    assert.deepEqual(
      await ids('champ/concepts.jsonl'),
      Array.from({ length: 89 }, () => 'concept'),
    );
    assert.deepEqual(
      await ids('champ/hints.jsonl'),
      Array.from({ length: 456 }, () => 'hint'),
    );
    assert.equal((await ids('champ/champ_v0_explorer.json')).length, 89 + 456);
    assert.deepEqual(
      await ids('we-math/knowledge_structure_nodes.json'),
      Array.from({ length: 67 }, () => 'concept'),
    );
    assert.deepEqual(
      await ids('misconceptions/misconceptions.jsonl'),
      Array.from({ length: 55 }, () => 'misconception'),
    );
  });
}

test('a file that is named as a catalogue is one, whatever it is called', async () => {
  const text = '{"id":"B1","name":"Halving takes one away"}\n{"id":"B2","name":"A half is a fraction"}\n';
  assert.deepEqual(await read('/d/beliefs.jsonl', text), []);
  const { store } = memoryDisk({ '/d/beliefs.jsonl': text });
  const entries = await readCatalogue(store, '/d/beliefs.jsonl');
  assert.deepEqual(
    entries.map(({ id, name }) => [id, name]),
    [
      ['B1', 'Halving takes one away'],
      ['B2', 'A half is a fraction'],
    ],
  );
});
