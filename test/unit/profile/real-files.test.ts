import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { DatasetFile } from '../../../src/core/dataset/dataset-file';
import { nodeFileStore } from '../../../src/core/dataset/node-file-store';
import { SAMPLE_ROWS } from '../../../src/core/profile/detect';
import { excerptOf } from '../../../src/core/profile/excerpt';
import { readRow } from '../../../src/core/profile/read-row';
import type { Reading } from '../../../src/core/profile/reading';
import { shippedProfiles } from '../../../src/core/profile/shipped';
import { decodeRow, parseRow } from '../../../src/core/row/parse';
import { convertToJsonl } from '../../../src/core/import/convert';
import { describeFile } from '../../../src/core/import/file-kind';
import { defaultImport } from '../../../src/core/import/import-options';
import { dataFolder } from '../real-data';
import { folderWith } from '../temp-files';

/** The roles that a file's rows must be read in, and its profile where one knows the dataset. */
const EXPECTED: Record<string, [string | null, ...string[]]> = {
  'answers/cases.jsonl': [null, 'answer'],
  'answers/traces.jsonl': [null, 'answer', 'trace'],
  'champ/champ_v0_explorer.json': ['champ-problem', 'problem', 'answer', 'trace', 'hint', 'concept'],
  'champ/concepts.jsonl': ['champ-concept', 'concept'],
  'champ/conversations_sample.jsonl': ['champ-dialogue', 'problem', 'answer', 'trace'],
  'champ/fws_annotations.jsonl': ['champ-solution', 'trace'],
  'champ/hints.jsonl': ['champ-hint', 'hint'],
  'champ/problems.jsonl': ['champ-problem', 'problem', 'answer', 'trace', 'hint', 'concept'],
  'contamination/benchmark.jsonl': [null, 'problem', 'answer', 'trace'],
  'contamination/labelled.jsonl': [null, 'problem'],
  'dynamath/GPT4o-result.csv': ['dynamath-results', 'measure', 'fact'],
  'dynamath/dataset.json': ['dynamath', 'problem', 'answer', 'medium'],
  'dynamath/llama-3.2-90B-result.csv': ['dynamath-results', 'measure', 'fact'],
  'dynamath/variants_10x501.jsonl': ['dynamath', 'problem', 'answer', 'medium', 'link'],
  'eduplanner/ability_tree.json': ['skill-tree', 'concept'],
  'eduplanner/algebra.csv': [null, 'problem', 'answer', 'trace'],
  'eduplanner/algebra222.csv': [null, 'problem', 'answer'],
  'gsm-ranges/original.csv': ['gsm8k', 'problem', 'answer', 'trace'],
  'gsm-ranges/variants_sample.jsonl': ['gsm-ranges', 'problem', 'answer', 'trace', 'link'],
  'gsm8k/example_model_solutions_first200.jsonl': ['gsm8k-model-solutions', 'problem', 'answer', 'trace'],
  'gsm8k/test.jsonl': ['gsm8k', 'problem', 'answer', 'trace'],
  'gsm8k/test_socratic.jsonl': ['gsm8k', 'problem', 'answer', 'trace'],
  'gsm8k/train_first200.jsonl': ['gsm8k', 'problem', 'answer', 'trace'],
  'large/champ_conversations/champ_conversations.jsonl': ['champ-dialogue', 'problem', 'answer', 'trace'],
  'large/gsm8k/example_model_solutions.jsonl': ['gsm8k-model-solutions', 'problem', 'answer', 'trace'],
  'large/gsm8k/train.jsonl': ['gsm8k', 'problem', 'answer', 'trace'],
  'large/gsm_ranges/gsm_ranges_all.jsonl': ['gsm-ranges', 'problem', 'answer', 'trace', 'link'],
  'large/processbench/processbench_all.jsonl': ['processbench', 'problem', 'trace'],
  'large/we-math/testmini.jsonl': ['we-math', 'problem', 'answer', 'medium', 'concept', 'link'],
  'math/MATH-problem-example.json': ['math', 'problem', 'answer', 'trace'],
  'math/competition_math_nt_cp_l5.jsonl': ['math', 'problem', 'trace'],
  'math/math500_test.jsonl': ['math', 'problem', 'answer', 'trace'],
  'mathreal/testmini.jsonl': [null, 'problem', 'answer'],
  'misconceptions/data.json': [null, 'problem', 'answer'],
  'misconceptions/misconceptions.jsonl': [null, 'problem', 'answer'],
  'mit_university/18.01.csv': ['mathq', 'problem', 'answer', 'trace'],
  'mit_university/questions.jsonl': ['mathq', 'problem', 'answer', 'trace', 'medium'],
  'paramawps/predictions_first200.jsonl': ['equation-predictions', 'trace', 'link'],
  'paramawps/seed_and_variants_first400.csv': ['paramawps', 'problem', 'answer', 'trace', 'link'],
  'paramawps/test.jsonl': ['paramawps', 'problem', 'answer', 'trace', 'link'],
  'paramawps/valid.jsonl': ['paramawps', 'problem', 'answer', 'trace', 'link'],
  'payloads.jsonl': [null, 'problem'],
  'prm800k/prm800k_examples.jsonl': ['prm800k', 'problem', 'answer', 'trace'],
  'prm800k/rm_scored_example.jsonl': ['prm-scored', 'problem', 'answer', 'trace'],
  'processbench/gsm8k.jsonl': ['processbench', 'problem', 'trace'],
  'processbench/gsm8k_per_step_first200.jsonl': ['per-step', 'problem', 'trace', 'link'],
  'processbench/math_first200.jsonl': ['processbench', 'problem', 'trace'],
  'processbench/olympiadbench_first200.jsonl': ['processbench', 'problem', 'trace'],
  'processbench/omnimath_first200.jsonl': ['processbench', 'problem', 'trace'],
  'verl/gsm8k_train200_verl.jsonl': ['verl', 'problem', 'answer', 'trace'],
  'verl/gsm8k_train200_verl.parquet': ['verl', 'problem', 'answer', 'trace'],
  'verl/ttrl_aime_amc_verl.jsonl': ['verl', 'problem', 'answer'],
  'verl/ttrl_aime_amc_verl.parquet': ['verl', 'problem', 'answer'],
  'we-math/knowledge_structure_nodes.json': ['we-math-knowledge', 'concept'],
  'we-math/testmini_first20.json': ['we-math', 'problem', 'answer', 'medium', 'concept', 'link'],
  'we-math/testmini_first200.jsonl': ['we-math', 'problem', 'answer', 'medium', 'concept', 'link'],
  'we-math/testmini_linked_groups.jsonl': ['we-math', 'problem', 'answer', 'medium', 'concept', 'link'],
};

const DATASET = /\.(?:jsonl|ndjson|json|csv|tsv|parquet)$/;

/** The corner cases of JSON are no datasets. */
function datasetsIn(folder: string): string[] {
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return all.filter((name) => DATASET.test(name) && !name.startsWith('JSONTestSuite'));
}

function rolesIn({
  problem,
  answers,
  traces,
  media,
  hints,
  concepts,
  links,
  measures,
  facts,
}: Reading): string[] {
  const parts = {
    problem,
    answer: answers,
    trace: traces,
    medium: media,
    hint: hints,
    concept: concepts,
    link: links,
    measure: measures,
    fact: facts,
  };
  return Object.entries(parts).flatMap(([role, found]) => (found.length > 0 ? [role] : []));
}

async function opened(file: string, folder: string): Promise<DatasetFile> {
  const { way } = await describeFile(nodeFileStore, file);
  if (way === 'open') return DatasetFile.open(nodeFileStore, file);
  const to = join(folder, 'rows.jsonl');
  const request = { from: file, to, replace: true, options: defaultImport };
  await convertToJsonl(nodeFileStore, request, new AbortController().signal, () => undefined);
  return DatasetFile.open(nodeFileStore, to);
}

const SAMPLE = join('media', 'sample');
const EXPECTED_OF_SAMPLE: typeof EXPECTED = {
  'champ/problems.jsonl': ['champ-problem', 'problem', 'answer', 'trace', 'hint', 'concept'],
  'gsm8k.jsonl': ['gsm8k', 'problem', 'answer', 'trace'],
  'math.jsonl': ['math', 'problem', 'answer', 'trace'],
};

for (const name of datasetsIn(SAMPLE)) isRead(SAMPLE, name, EXPECTED_OF_SAMPLE);

const folder = dataFolder();
if (folder !== undefined) {
  const names = datasetsIn(folder);

  test('every dataset that a role is expected of is there', () => {
    assert.ok(names.length >= 60);
    for (const name of Object.keys(EXPECTED)) assert.ok(existsSync(join(folder, name)), name);
  });

  for (const name of names) isRead(folder, name, EXPECTED);
}

function isRead(from: string, name: string, all: typeof EXPECTED): void {
  test(`${name} gets its profile and roles, and no row of it is blank`, async (context) => {
    const dataset = await opened(join(from, name), await folderWith(context, {}));
    context.after(() => dataset.close());
    const { profile, why } = await dataset.detect(shippedProfiles);
    const rows = (await dataset.rows(0, SAMPLE_ROWS)).map(({ bytes }) => parseRow(decodeRow(bytes)));
    const roles = new Set<string>();
    for (const [at, row] of rows.entries()) {
      if (row.kind !== 'value') continue;
      const reading = readRow(row.value, profile);
      for (const role of rolesIn(reading)) roles.add(role);
      const excerpt = excerptOf(row, reading, false);
      const shown =
        excerpt.kind === 'text'
          ? excerpt.source.text
          : `${excerpt.words}${reading.facts.length || ''}${reading.media.length || ''}`;
      assert.notEqual(shown.trim(), '', `row ${at + 1} is blank`);
    }
    assert.ok(why.length > 20);
    const [expected, ...wanted] = all[name] ?? [null];
    if (expected !== null) assert.equal(profile.id, expected);
    assert.deepEqual(
      wanted.filter((role) => !roles.has(role)),
      [],
      `${profile.id}: ${why}`,
    );
  });
}
