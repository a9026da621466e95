import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DatasetPage } from './dataset-page';
import { type Workbench, openWorkbench } from './workbench';

/** What the bytes of a file are known by. */
export function digestOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

/** How rows of `id`, `question`, `key` and `worked` (the steps of one trace) are read. */
export const EXAM = {
  ...{ id: 'exam', title: 'Exam', idField: ['id'] },
  roles: [
    { role: 'problem', paths: [['question']] },
    { role: 'answer', paths: [['key']] },
    { role: 'trace', paths: [['worked']], decoder: 'step-list', author: 'Model' },
  ],
};

/** A dataset of these rows, and the project file beside it. */
export function datasetFiles(file: string, rows: readonly object[], project: object): Record<string, string> {
  return {
    'scholium.json': JSON.stringify(project, null, 2),
    [file]: rows.map((row) => `${JSON.stringify(row)}\n`).join(''),
  };
}

/**
 * A workbench in which anna has a dataset open, its first row in sight and its keys on. `sign`: what of the row is waited for;
 * `original`: the digest of the dataset before it was opened.
 */
export async function openToLabel(
  workspace: Parameters<typeof openWorkbench>[0]['workspace'],
  file: string,
  sign = '.step:not(.cmp)',
): Promise<{ workbench: Workbench; dataset: DatasetPage; original: string }> {
  const workbench = await openWorkbench({
    workspace,
    settings: {
      'scholium.annotator': 'anna',
      'workbench.editorAssociations': { '*.jsonl': 'scholium.dataset' },
    },
    viewport: { width: 1440, height: 900 },
  });
  const original = digestOf(path.join(workbench.folder, file));
  const dataset = new DatasetPage(workbench);
  await workbench.openFile(file);
  await dataset.frame.locator(sign).first().waitFor();
  await dataset.focus();
  return { workbench, dataset, original };
}
