// A schema inferred from the rows is written beside them, and what does not fit it is found from then on.
import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { DatasetPage } from './dataset-page';
import { eventually } from './eventually';
import { type Workbench, openWorkbench } from './workbench';

describe('a schema of one’s own', () => {
  let workbench: Workbench;
  let dataset: DatasetPage;
  const at = (name: string) => path.join(workbench.folder, name);

  before(async () => {
    workbench = await openWorkbench({
      workspace: 'media/sample',
      theme: 'Dark Modern',
      settings: {
        'scholium.annotator': 'rita',
        'workbench.editorAssociations': { '*.jsonl': 'scholium.dataset' },
      },
      viewport: { width: 1440, height: 900 },
    });
    const rows = Array.from({ length: 40 }, (_, n) => ({
      problem: `What is ${n} + 1?`,
      answer: `${n + 1}`,
      kind: 'sum',
    }));
    // in the place of a file that the explorer shows already
    fs.writeFileSync(at('math.jsonl'), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
    fs.writeFileSync(at('scholium.json'), '{}\n');
    dataset = new DatasetPage(workbench);
    await workbench.openFile('math.jsonl');
    await dataset.item(1).waitFor();
  });
  after(() => workbench?.close());

  test('it is written beside the dataset, and named in the project file', async () => {
    await workbench.runCommand('Scholium: Infer Schema');
    await eventually(() => assert.ok(fs.existsSync(at('math.schema.json'))));
    const schema = JSON.parse(fs.readFileSync(at('math.schema.json'), 'utf8')) as Record<string, unknown>;
    assert.deepEqual(schema['required'], ['problem', 'answer', 'kind']);
    await eventually(() =>
      assert.deepEqual(JSON.parse(fs.readFileSync(at('scholium.json'), 'utf8')), {
        files: { 'math.jsonl': { schema: 'math.schema.json' } },
      }),
    );
  });

  test('a row that does not fit is found as soon as it is there', async () => {
    fs.appendFileSync(at('math.jsonl'), '{"problem":"What?","answer":"1","kind":"Sum","note":""}\n');
    await dataset.reads('.top .r', / of 41/);
    await dataset.focus();
    await dataset.goTo(41);
    await eventually(async () => {
      const found = await dataset.words('.findings');
      assert.match(found, /kind must be "sum", not "Sum": it is spelled "sum"/);
      assert.match(found, /note is a new field/);
    });
    await workbench.screenshot('schema');
  });
});
