import path from 'node:path';
import type { FileFinding } from '../core/check/link/check-groups';
import type { Finding, Severity } from '../core/check/finding';
import { libraryOf } from '../core/concept/count-concepts';
import { nodeFileStore } from '../core/dataset/node-file-store';
import type { Profile } from '../core/profile/profile';
import { pathText } from '../core/row/json';
import type { LinkRequestFile } from '../protocol/link-worker';
import { runCheckThread } from '../workers/check-client';
import { readLinkedRows } from '../workers/link-client';
import { countConcepts } from './concept-count';
import { exitCodes, UnreadableInput, UsageError } from './exit-codes';
import type { Command } from './command';
import { openDataset } from './open-dataset';
import { workspaceAround } from './workspace-around';
import { writeLine } from './output';

const RANK: Record<Severity, number> = { info: 0, warning: 1, error: 2 };

/** Runs every check over every file, and writes the findings as they come. */
export const check: Command = {
  usage: 'check FILE... [--severity info|warning|error] [--profile ID] [--format jsonl]',
  run: async (files, { format, severity, profile }) => {
    if (!isSeverity(severity))
      throw new UsageError(`--severity is info, warning or error, not “${severity}”`);
    let found = 0;
    const take = (file: string, finding: Finding) => {
      if (RANK[finding.severity] < RANK[severity]) return;
      found++;
      writeLine(format === 'jsonl' ? asLine(file, finding) : inWords(file, finding));
    };
    const checked: LinkRequestFile[] = [];
    for (const file of files) {
      const request = await checkFile(file, profile, (finding) => take(file, finding));
      checked.push(request);
      await checkLibrary(request, (finding, elsewhere) =>
        take(elsewhere === undefined ? file : beside(file, elsewhere), finding),
      );
    }
    for (const { file, finding } of await findInGroups(checked)) take(files[file] ?? '', finding);
    if (process.stderr.isTTY) process.stderr.write(`${files.length} checked, ${found} findings\n`);
    return found > 0 ? exitCodes.findings : exitCodes.clean;
  },
};

async function checkFile(
  file: string,
  profileId: string | undefined,
  onFinding: (finding: Finding) => void,
): Promise<LinkRequestFile> {
  const { dataset, detection } = await openDataset(file, profileId);
  await dataset.close();
  const at = path.resolve(file);
  const request = { file: at, dataset: at, workspace: workspaceAround(file), profile: detection.profile };
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
  return { ...request, name: path.basename(file), beside: false };
}

/** What is wrong with rows that belong together, over all the files. */
async function findInGroups(files: LinkRequestFile[]): Promise<FileFinding[]> {
  if (files.every(({ profile }) => profile.links.length === 0)) return [];
  const { findings, failure } = await readLinkedRows(__dirname, { files, byHand: [] });
  if (failure !== null) throw new UnreadableInput(failure);
  return findings;
}

/** A file of the same folder, written as `file` is. */
function beside(file: string, elsewhere: string): string {
  return path.join(path.dirname(file), path.basename(elsewhere));
}

/** How the dataset and the library beside it fit together; what is wrong with an entry is said of its own file. */
async function checkLibrary(
  { file, profile }: { file: string; profile: Profile },
  onFinding: (finding: Finding, file?: string) => void,
): Promise<void> {
  const library = await libraryOf(nodeFileStore, { dataset: file, profile, elsewhere: [] });
  if (library.length === 0) return;
  const { findings } = await countConcepts({ file, dataset: file, profile });
  for (const { file: where, ...finding } of findings) onFinding(finding, where === file ? undefined : where);
}

/** `row` is the line number, from 1; `span` counts UTF-16 units in the row. */
function asLine(
  file: string,
  { row, path: place, span, check: id, rule, severity, message, evidence }: Finding,
): string {
  return JSON.stringify({
    file,
    row: row + 1,
    path: place,
    span,
    check: id,
    rule,
    severity,
    message,
    evidence,
  });
}

function inWords(file: string, { row, path: place, span, rule, severity, message }: Finding): string {
  const where = `${file}:${row + 1}:${(span?.start ?? 0) + 1}`;
  return `${where}: ${severity}: ${message}${place.length ? ` (${pathText(place)})` : ''} [${rule}]`;
}

function isSeverity(name: string): name is Severity {
  return Object.hasOwn(RANK, name);
}
