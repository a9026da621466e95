import path from 'node:path';
import { counted } from '../core/counted';
import { asSet } from '../core/check/check-settings';
import type { CheckSettings } from '../core/check/check-settings';
import type { FileFinding } from '../core/check/link/check-groups';
import type { Finding, Severity } from '../core/check/finding';
import { libraryOf } from '../core/concept/count-concepts';
import { nodeFileStore } from '../core/dataset/node-file-store';
import { settingOf } from '../core/project/project';
import type { Project } from '../core/project/project';
import { projectLibraries } from '../core/project/project-libraries';
import type { LinkRequestFile } from '../protocol/link-worker';
import { runCheckThread } from '../workers/check-client';
import { readLinkedRows } from '../workers/link-client';
import { countConcepts } from './concept-count';
import { exitCodes, UnreadableInput, UsageError } from './exit-codes';
import { findingInWords, findingLine } from './finding-lines';
import type { Command } from './command';
import { openDataset } from './open-dataset';
import type { ReadingOptions } from './open-dataset';
import { workspaceAround } from './workspace-around';
import { writeLine } from './output';

const RANK: Record<Severity, number> = { info: 0, warning: 1, error: 2 };

/** Runs every check over every file, and writes the findings as they come. */
export const check: Command = {
  usage: 'check FILE... [--severity info|warning|error] [--profile ID] [--format jsonl]',
  run: async (files, options) => {
    const { format, severity } = options;
    if (!isSeverity(severity))
      throw new UsageError(`--severity is info, warning or error, not “${severity}”`);
    let found = 0;
    const take = (file: string, finding: Finding) => {
      if (RANK[finding.severity] < RANK[severity]) return;
      found++;
      writeLine(format === 'jsonl' ? findingLine(file, finding) : findingInWords(file, finding));
    };
    const checked: CheckedFile[] = [];
    for (const file of files) {
      const request = await checkFile(file, options, (finding) => take(file, finding));
      checked.push(request);
      await checkLibrary(request, (finding, elsewhere) =>
        take(elsewhere === undefined ? file : beside(file, elsewhere), finding),
      );
    }
    for (const { file, finding } of await findInGroups(checked)) take(files[file] ?? '', finding);
    if (process.stderr.isTTY) process.stderr.write(`${files.length} checked, ${counted(found, 'finding')}\n`);
    return found > 0 ? exitCodes.findings : exitCodes.clean;
  },
};

interface CheckedFile extends LinkRequestFile {
  settings: CheckSettings;
  project: Project | null;
}

async function checkFile(
  file: string,
  options: ReadingOptions,
  onFinding: (finding: Finding) => void,
): Promise<CheckedFile> {
  const { dataset, detection, project, settings } = await openDataset(file, options);
  await dataset.close();
  const at = path.resolve(file);
  const workspace = workspaceAround(file);
  const request = { file: at, dataset: at, workspace, profile: detection.profile, settings };
  let failure: string | null = null;
  await runCheckThread(
    path.join(__dirname, 'check-worker.js'),
    request,
    new AbortController().signal,
    (report) => {
      if (report.kind === 'progress') for (const finding of report.findings) onFinding(finding);
      if (report.kind === 'failed') failure = report.message;
    },
  );
  if (failure !== null) throw new UnreadableInput(`${file}: ${String(failure)}`);
  const { split } = settingOf(project, request.file);
  return { ...request, name: path.basename(file), split, beside: false, project };
}

/** What is wrong with rows that belong together, over all the files. */
async function findInGroups(checked: CheckedFile[]): Promise<FileFinding[]> {
  const files = checked.map(({ project: _project, ...file }) => file);
  if (files.every(({ profile }) => profile.links.length === 0)) return [];
  const { findings, failure } = await readLinkedRows(__dirname, { files, byHand: [] });
  if (failure !== null) throw new UnreadableInput(failure);
  return findings;
}

/** Another file, written as `file` is. */
function beside(file: string, elsewhere: string): string {
  return path.join(path.dirname(file), path.relative(path.dirname(path.resolve(file)), elsewhere));
}

/** How the dataset and the library beside it fit together; what is wrong with an entry is said of its own file. */
async function checkLibrary(
  { file, profile, project, settings }: CheckedFile,
  onFinding: (finding: Finding, file?: string) => void,
): Promise<void> {
  const libraries = await projectLibraries(project);
  const library = await libraryOf(nodeFileStore, { dataset: file, profile, elsewhere: [], libraries });
  if (library.length === 0) return;
  const { findings } = await countConcepts({ file, dataset: file, profile, libraries });
  for (const { file: where, ...finding } of findings.flatMap((found) => asSet(found, settings)))
    onFinding(finding, where === file ? undefined : where);
}

function isSeverity(name: string): name is Severity {
  return Object.hasOwn(RANK, name);
}
