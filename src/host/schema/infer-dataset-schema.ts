import { stat } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { NEW_PROJECT, withSchema } from '../../core/project/edit-project';
import { patternOf } from '../../core/project/project';
import type { JsonSchema } from '../../core/schema/infer-schema';
import type { SchemaReport } from '../../protocol/schema-worker';
import { runSchemaThread } from '../../workers/threads';
import type { DatasetDocument } from '../document/dataset-document';
import type { ProjectFiles } from '../project/project-files';
import { mayMakeProject, projectText, writeProject } from '../project/project-text';
import { withCancel } from '../with-cancel';

/**
 * Infers a JSON Schema from all rows of a dataset's file, writes it beside it, and has the project file hold the rows against it from
 * now on. The schema is opened: what of it is no rule is taken out there.
 */
export async function inferDatasetSchema(
  document: DatasetDocument,
  projects: ProjectFiles,
  schemaWorker: string,
): Promise<void> {
  const dataset = document.uri.fsPath;
  const target = `${dataset.replace(/\.jsonl$/i, '')}.schema.json`;
  const project = await projects.placeFor(dataset);
  const text = await projectText(project, 'files');
  if (!(await mayWrite(target))) return;
  const detail = vscode.l10n.t(
    'That {0} is held against its schema will be written to {1}.',
    document.name,
    project,
  );
  if (text === null && !(await mayMakeProject(detail))) return;
  const schema = await inferred(document, schemaWorker);
  if (!schema) return;
  await writeProject(target, `${JSON.stringify(schema, null, 2)}\n`);
  const folder = path.dirname(project);
  const name = path.relative(folder, target).split(path.sep).join('/');
  await writeProject(project, withSchema(text ?? NEW_PROJECT, patternOf({ folder }, dataset), name));
  projects.readAgain(); // open datasets are checked by it
  await vscode.window.showTextDocument(vscode.Uri.file(target), { viewColumn: vscode.ViewColumn.Beside });
}

async function mayWrite(target: string): Promise<boolean> {
  const there = await stat(target).catch(() => null);
  if (!there) return true;
  const replace = vscode.l10n.t('Replace');
  const detail = vscode.l10n.t('What was changed in it by hand is lost.');
  const words = vscode.l10n.t('{0} is there already. Infer it anew?', path.basename(target));
  return (await vscode.window.showWarningMessage(words, { modal: true, detail }, replace)) === replace;
}

/** Undefined when it was cancelled. */
async function inferred(document: DatasetDocument, script: string): Promise<JsonSchema | undefined> {
  const { bytesTotal } = document.progress;
  const title = vscode.l10n.t('Inferring the schema of {0}', document.name);
  return withCancel(title, async (signal, tell) => {
    let last: SchemaReport | null = null;
    await runSchemaThread(script, { file: document.file }, signal, (report) => {
      last = report;
      if (report.kind === 'progress') tell('', report.bytes / Math.max(1, bytesTotal));
    });
    signal.throwIfAborted();
    return schemaIn(last, document.name);
  });
}

function schemaIn(report: SchemaReport | null, name: string): JsonSchema {
  if (report?.kind !== 'done')
    throw new Error(report?.kind === 'failed' ? report.message : vscode.l10n.t('{0} was not read.', name));
  if (report.rows === 0) throw new Error(vscode.l10n.t('{0} has no row that is an object.', name));
  return report.schema;
}
