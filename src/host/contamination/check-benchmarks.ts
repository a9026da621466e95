import * as vscode from 'vscode';
import { benchmarkNamed } from '../../core/project/project';
import type { Project } from '../../core/project/project';
import type { DatasetDocument } from '../document/dataset-document';
import type { ProjectFiles } from '../project/project-files';
import type { BenchmarkSource } from './benchmark-file';

interface BenchmarkItem extends vscode.QuickPickItem {
  source: BenchmarkSource;
}

/** Asks which of the project's benchmarks, and begins to check a dataset against them. Rejects where there is none. */
export async function checkBenchmarks(document: DatasetDocument, projects: ProjectFiles): Promise<void> {
  const project = await projects.of(document.uri.fsPath);
  const sources = project ? sourcesOf(document, project) : [];
  if (sources.length === 0)
    throw new Error(vscode.l10n.t('The project file names no benchmark yet: a adds one.'));
  const chosen = sources.length === 1 ? sources : await chooseOf(sources, document);
  if (chosen.length > 0) void document.evidence.contamination.check(chosen);
}

/** The dataset is no benchmark of itself. */
function sourcesOf({ uri }: DatasetDocument, project: Project): BenchmarkSource[] {
  return project.benchmarks
    .filter(({ name }) => benchmarkNamed(project, name)?.path !== uri.fsPath)
    .map((benchmark) => ({ ...benchmark, project }));
}

/** All are chosen to begin with, so that Enter is enough. */
async function chooseOf(sources: BenchmarkSource[], { name }: DatasetDocument): Promise<BenchmarkSource[]> {
  const items = sources.map((source): BenchmarkItem => ({
    source,
    label: source.name,
    description: source.version ?? '',
    detail: source.file,
    picked: true,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    canPickMany: true,
    title: vscode.l10n.t('Check {0} against', name),
  });
  return chosen?.map(({ source }) => source) ?? [];
}
