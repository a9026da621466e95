import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { THRESHOLDS } from '../../../src/core/contamination/decision';
import type { Profile } from '../../../src/core/profile/profile';
import { genericProfile } from '../../../src/core/profile/shipped';
import { profileNamed } from '../profile/profiles';
import { folderWith } from '../temp-files';
import { checkedPlainly } from './checked-plainly';

const profile: Profile = {
  ...genericProfile,
  links: [{ type: 'translation', field: ['made_from'], names: 'row' }],
};
const ITEMS = [
  { id: 'a1', problem: 'A farmer has 48 sheep in 6 fields and sells 15. How many are left of the 48?' },
  { id: 'a2', problem: 'Anna reads 12 pages on 5 days. How many pages does she read?' },
];

async function hitsIn(context: TestContext, rows: object[], profiled = profile) {
  const lines = (values: object[]) => values.map((value) => JSON.stringify(value)).join('\n');
  const folder = await folderWith(context, { 'rows.jsonl': lines(rows), 'bench.jsonl': lines(ITEMS) });
  const [file, bench] = [path.join(folder, 'rows.jsonl'), path.join(folder, 'bench.jsonl')];
  const benchmarks = [{ file: bench, profile: genericProfile }];
  const { hits } = await checkedPlainly({ file, profile: profiled, benchmarks, least: THRESHOLDS.review });
  return hits.map(({ row, item, class: how, path: field }) => [row, item.id, how, field?.[0]]);
}

test('a row that names an item as what it translates holds it, where the numbers are the same', async (context) => {
  const rows = [
    {
      made_from: 'a1',
      problem: 'Ein Bauer hat 48 Schafe auf 6 Weiden und verkauft 15. Wie viele der 48 bleiben?',
    },
    { made_from: 'a1', problem: 'Ein Zug fährt 200 km in 3 Stunden. Wie schnell ist er?' },
    {
      made_from: 'b7',
      problem: 'Ein Bauer hat 48 Schafe auf 6 Weiden und verkauft 15. Wie viele der 48 bleiben?',
    },
    { made_from: 'a2', problem: '安娜5天每天读12页，她一共读了多少页？' },
  ];
  assert.deepEqual(await hitsIn(context, rows), [
    [0, 'a1', 'translated', 'problem'],
    [3, 'a2', 'translated', 'problem'],
  ]);
});

test('an item that stands in a row as the translation of its problem is told as that', async (context) => {
  const problem = 'Ein Bauer hat 48 Schafe auf 6 Weiden und verkauft 15. Wie viele bleiben?';
  const row = {
    problem_markdown: problem,
    original_problem_markdown: ITEMS[0]?.problem,
    language: 'English',
  };
  assert.deepEqual(await hitsIn(context, [row], profileNamed('mathnet')), [
    [0, 'a1', 'translated', 'original_problem_markdown'],
  ]);
});
