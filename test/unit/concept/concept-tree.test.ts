import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conceptTree } from '../../../src/core/concept/concept-tree';
import type { ConceptNode } from '../../../src/core/concept/concept-tree';
import type { ConceptReport, CountedEntry } from '../../../src/core/concept/concept-report';

function entry(id: string, path: string[] = [], more: Partial<CountedEntry> = {}): CountedEntry {
  const cells = [{ level: 0, split: 0, rows: 1 }];
  return {
    id,
    kind: 'concept',
    title: id,
    text: `text of ${id}`,
    dialect: 'markdown',
    path,
    parent: null,
    examples: 0,
    place: null,
    rows: 1,
    steps: 0,
    tagged: {},
    query: `concept:=${id}`,
    cells,
    ...more,
  };
}

function report(...entries: CountedEntry[]): ConceptReport {
  return { entries, levels: [], splits: [], together: [], rows: 1, rowsWithAny: 1, findings: [], files: [] };
}

/** The tree in a line: `a(b c(d))`. */
function drawn(nodes: ConceptNode[]): string {
  return nodes
    .map(({ title, children }) => (children.length > 0 ? `${title}(${drawn(children)})` : title))
    .join(' ');
}

test('entries stand below their path, and cases below what they are cases of', () => {
  const tree = conceptTree(
    report(entry('a', ['G', 'H']), entry('b', ['G']), entry('c', ['G'], { parent: 'b' }), entry('d')),
  );
  assert.equal(drawn(tree), 'G(H(a) b(c)) d');
});

test('a branch that is an entry itself stands there once', () => {
  assert.equal(drawn(conceptTree(report(entry('leaf', ['G', 'M']), entry('M', ['G'])))), 'G(M(leaf))');
});

test('several kinds have a branch each, the hints last', () => {
  const tree = conceptTree(
    report(entry('h', [], { kind: 'hint' }), entry('a'), entry('m', [], { kind: 'misconception' })),
  );
  assert.equal(drawn(tree), 'Concepts(a) Misconceptions(m) Hints(h)');
});

test('entries that are cases of one another in a circle are all shown', () => {
  const tree = conceptTree(
    report(entry('a', [], { parent: 'b' }), entry('b', [], { parent: 'a' }), entry('c', [], { parent: 'a' })),
  );
  assert.deepEqual(
    drawn(tree)
      .split(/[ ()]+/)
      .filter(Boolean)
      .toSorted(),
    ['a', 'b', 'c'],
  );
});

test('a filter keeps the entries that have all its words, and what they stand below', () => {
  const all = report(
    entry('rule of sum', ['Counting']),
    entry('case', ['Counting'], { parent: 'rule of sum' }),
    entry('x', ['Other']),
  );
  assert.equal(drawn(conceptTree(all, 'TEXT case')), 'Counting(rule of sum(case))');
  assert.equal(drawn(conceptTree(all, 'other')), 'Other(x)');
  assert.equal(drawn(conceptTree(all, 'other case')), '');
});

test('a group knows how many of its entries are used, and finds their rows', () => {
  const unused = entry('b', ['G'], { rows: 0, query: '', cells: [] });
  const [group] = conceptTree(report(entry('a', ['G']), unused, entry('c', ['G', 'H'])));
  assert.deepEqual([group?.used, group?.total], [2, 3]);
  assert.equal(group?.query, 'concept:=a or concept:=c');
  assert.deepEqual([group?.children[0]?.used, group?.children[0]?.total], [1, 1]);
});
