import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ConceptReport } from '../../../src/core/concept/concept-report';
import { boundsOf, graphOf } from '../../../webview/concepts/graph-layout';
import { labelsWithRoom } from '../../../webview/concepts/label-room';
import { CHAMP, countOn } from '../concept/fixture';

/** Many concepts in a ring, each together with the next. */
function ring(count: number): ConceptReport {
  const entries = Array.from({ length: count }, (_, at) => ({
    id: `C_${at}`,
    kind: 'concept' as const,
    title: `concept ${at}`,
    text: '',
    dialect: 'markdown' as const,
    path: [],
    parent: null,
    examples: 0,
    place: null,
    rows: at + 1,
    steps: 0,
    tagged: {},
    query: `concept:=C_${at}`,
    cells: [{ level: 0, split: 0, rows: at + 1 }],
  }));
  const together = entries.map((_, at) => ({ one: at, other: (at + 1) % count, rows: 1 + (at % 3) }));
  return { entries, levels: [], splits: [], together, rows: 1, rowsWithAny: 1, findings: [], files: [] };
}

test('the same report gives the same picture, and no two concepts lie on one another', () => {
  const [one, again] = [graphOf(ring(30)), graphOf(ring(30))];
  const places = ({ nodes }: typeof one) => nodes.map(({ place, x, y }) => [place, x, y]);
  assert.deepEqual(places(one), places(again));
  for (const a of one.nodes) {
    assert.ok(Number.isFinite(a.x) && Number.isFinite(a.y));
    for (const b of one.nodes) {
      if (a !== b) assert.ok(Math.hypot(a.x - b.x, a.y - b.y) > a.radius + b.radius, `${a.place} ${b.place}`);
    }
  }
  const box = boundsOf(one.nodes);
  for (const { x, y } of one.nodes)
    assert.ok(x > box.x && y > box.y && x < box.x + box.width && y < box.y + box.height);
});

test('of very many concepts those that most rows use are drawn, and the others are counted', () => {
  const { nodes, links, leftOut } = graphOf(ring(500));
  assert.deepEqual([nodes.length, leftOut], [120, 380]);
  assert.equal(nodes[0]?.place, 499);
  const drawn = new Set(nodes.map(({ place }) => place));
  for (const { source, target } of links) assert.ok(drawn.has(source.place) && drawn.has(target.place));
});

test('what no row uses, and hints, are not in the picture', async () => {
  const report = await countOn(CHAMP, '/d/problems.jsonl');
  const { nodes, links } = graphOf(report);
  assert.deepEqual(nodes.map(({ entry }) => entry.id).toSorted(), ['C_1', 'C_2', 'c_9']);
  assert.equal(links.length, 2);
  assert.deepEqual(graphOf({ ...report, entries: [] }), { nodes: [], links: [], leftOut: 0 });
  assert.equal(boundsOf([]).width, 200);
});

test('labels that would lie on one another are left out, the later one first; the one in hand never', () => {
  const label = (id: number, x: number, y = 0) => ({ id, x, y, width: 50, height: 16 });
  const labels = [label(1, 0), label(2, 40), label(3, 60), label(4, 0, 16)];
  assert.deepEqual([...labelsWithRoom(labels, new Set())].toSorted(), [1, 3, 4]);
  assert.deepEqual([...labelsWithRoom(labels, new Set([2]))].toSorted(), [2, 4]);
});
