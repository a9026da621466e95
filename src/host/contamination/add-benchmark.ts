import path from 'node:path';
import * as vscode from 'vscode';
import { problemText } from '../../core/contamination/row-texts';
import { DatasetFile } from '../../core/dataset/dataset-file';
import { fileDigest } from '../../core/dataset/file-digest';
import { nodeFileStore } from '../../core/dataset/node-file-store';
import { readRow } from '../../core/profile/read-row';
import { decideProfile } from '../../core/project/decide-profile';
import { NEW_PROJECT, withBenchmark } from '../../core/project/edit-project';
import { relativeTo } from '../../core/project/project';
import type { Project } from '../../core/project/project';
import type { Benchmark } from '../../core/project/sections/benchmarks-section';
import type { DatasetDocument } from '../document/dataset-document';
import type { ProjectFiles } from '../project/project-files';
import { mayMakeProject, projectText, writeProject } from '../project/project-text';
import { withCancel } from '../with-cancel';

/** Asks for a file, and names it as a benchmark in the project file of a dataset. Returns its name; undefined when that was dismissed. */
export async function addBenchmark(
  document: DatasetDocument,
  projects: ProjectFiles,
): Promise<string | undefined> {
  const file = await askForFile(document);
  if (file === undefined) return undefined;
  const project = await projects.of(document.uri.fsPath);
  await lookAt(file, project);
  const place = await projects.placeFor(document.uri.fsPath);
  const named = await askForName(file, place, project);
  if (!named) return undefined;
  const title = vscode.l10n.t('Taking the digest of {0}', path.basename(file));
  const sha256 = await withCancel(title, (signal) => fileDigest(nodeFileStore, file, signal));
  if (sha256 === undefined) return undefined;
  await write(place, { ...named, sha256 });
  projects.readAgain();
  return named.name;
}

async function askForFile(document: DatasetDocument): Promise<string | undefined> {
  const [chosen] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t('A benchmark: a dataset that others must not contain'),
      defaultUri: vscode.Uri.file(path.dirname(document.uri.fsPath)),
      filters: { 'JSON Lines': ['jsonl', 'ndjson'] },
    })) ?? [];
  if (chosen?.fsPath === document.uri.fsPath)
    throw new Error(vscode.l10n.t('{0} is the dataset itself: choose another file.', document.name));
  return chosen?.fsPath;
}

/** Rejects when nothing of a file can be looked for. */
async function lookAt(file: string, project: Project | null): Promise<void> {
  const dataset = await DatasetFile.open(nodeFileStore, file);
  try {
    const sample = await dataset.sample();
    const { profile } = decideProfile(sample, { file, project, chosen: null });
    if (sample.some((row) => problemText(readRow(row, profile)) !== '')) return;
  } finally {
    await dataset.close();
  }
  throw new Error(
    vscode.l10n.t(
      'None of the first rows of {0} has a problem. Open it, and say with ⇧P which field is the problem.',
      path.basename(file),
    ),
  );
}

async function askForName(
  file: string,
  place: string,
  project: Project | null,
): Promise<Benchmark | undefined> {
  const relative = relativeTo({ folder: path.dirname(place) }, file);
  const same = project?.benchmarks.find((benchmark) => benchmark.file === relative);
  const name = await vscode.window.showInputBox({
    title: vscode.l10n.t('Name of the benchmark'),
    prompt: vscode.l10n.t('Verdicts and the command line name it so.'),
    value: same?.name ?? path.parse(file).name,
    validateInput: (text) => faultOf(text.trim(), relative, project),
    ignoreFocusOut: true,
  });
  if (name === undefined) return undefined;
  const version = await vscode.window.showInputBox({
    title: vscode.l10n.t('Version of {0}', name),
    prompt: vscode.l10n.t('In words: a date, a revision. May be empty.'),
    value: same?.version ?? '',
    ignoreFocusOut: true,
  });
  if (version === undefined) return undefined;
  const more = version.trim() === '' ? {} : { version: version.trim() };
  const profile = same?.profile === undefined ? {} : { profile: same.profile };
  return { name: name.trim(), file: relative, ...more, ...profile };
}

function faultOf(name: string, file: string, project: Project | null): string | null {
  if (name === '') return vscode.l10n.t('A name is needed.');
  const taken = project?.benchmarks.find((benchmark) => benchmark.name === name && benchmark.file !== file);
  return taken ? vscode.l10n.t('{0} is called so already.', taken.file) : null;
}

async function write(place: string, benchmark: Benchmark): Promise<void> {
  const text = await projectText(place, 'benchmarks');
  const detail = vscode.l10n.t('The benchmark “{0}” will be written to {1}.', benchmark.name, place);
  if (text === null && !(await mayMakeProject(detail)))
    throw new Error(vscode.l10n.t('Not added: {0} was not made.', place));
  await writeProject(place, withBenchmark(text ?? NEW_PROJECT, benchmark));
}
