import path from 'node:path';
import * as vscode from 'vscode';
import { AnnotationLog } from '../../core/annotation/annotation-log';
import { findingVerdicts } from '../../core/annotation/finding-verdict';
import { findingDigest } from '../../core/check/finding-digest';
import { Findings } from '../../core/check/findings';
import { nodeFileStore } from '../../core/dataset/node-file-store';
import { checkSettings } from '../../core/project/project';
import { runCheckThread } from '../../workers/check-client';
import { closedFileProfile } from '../project/closed-file-profile';
import type { ProfileSources } from '../project/closed-file-profile';
import { withCancel } from '../with-cancel';
import type { FindingSource } from './finding-source';

/** What the checks of files that are not open need. */
export interface WorkspaceChecks extends ProfileSources {
  checkWorker: string;
  log: vscode.LogOutputChannel;
}

const DATASETS = '**/*.jsonl';
const NOT_THERE = '**/{node_modules,.git,*.scholium}/**';
const MOST_FILES = 500;

/** Checks every dataset of the workspace but those in `open`, one after the other; null when it was cancelled. */
export async function checkWorkspace(
  around: WorkspaceChecks,
  open: ReadonlySet<string>,
): Promise<FindingSource[] | null> {
  const files = (await vscode.workspace.findFiles(DATASETS, NOT_THERE, MOST_FILES))
    .filter((uri) => !open.has(uri.toString()))
    .toSorted((a, b) => (a.fsPath < b.fsPath ? -1 : 1));
  const found = await withCancel(vscode.l10n.t('Checking the workspace'), async (signal, tell) => {
    const sources: FindingSource[] = [];
    for (const [at, uri] of files.entries()) {
      const name = vscode.workspace.asRelativePath(uri);
      tell(name, at / files.length);
      const source = await checkFile(around, uri, signal, (share) => tell(name, (at + share) / files.length));
      if (source && source.total > 0) sources.push(source);
      signal.throwIfAborted();
    }
    return sources;
  });
  return found ?? null;
}

/** A file that cannot be read holds up none of the others. */
async function checkFile(
  around: WorkspaceChecks,
  uri: vscode.Uri,
  signal: AbortSignal,
  onShare: (share: number) => void,
): Promise<FindingSource | null> {
  try {
    const findings = await findingsIn(around, uri, signal, onShare);
    return await asSource(uri, findings);
  } catch (error) {
    if (!signal.aborted) around.log.error(`${uri.fsPath}: not checked`, error);
    return null;
  }
}

async function findingsIn(
  around: WorkspaceChecks,
  uri: vscode.Uri,
  signal: AbortSignal,
  onShare: (share: number) => void,
): Promise<Findings> {
  const file = uri.fsPath;
  const { profile, project } = await closedFileProfile(around, file);
  const findings = new Findings();
  const workspace = vscode.workspace.getWorkspaceFolder(uri)?.uri.fsPath ?? path.dirname(file);
  const request = {
    file,
    dataset: file,
    workspace,
    profile,
    settings: checkSettings(project, file, profile),
  };
  await runCheckThread(around.checkWorker, request, signal, (report) => {
    if (report.kind === 'failed') throw new Error(report.message);
    if (report.kind !== 'progress') return;
    findings.add(report.findings);
    onShare(report.share);
  });
  return findings;
}

/** The findings with what stands in the logs beside the file. */
async function asSource(uri: vscode.Uri, findings: Findings): Promise<FindingSource> {
  const annotations = new AnnotationLog(nodeFileStore, uri.fsPath);
  await annotations.load();
  const judged = findings.all().map((finding) => {
    const standing = finding.identity ? annotations.fold.standing(finding.identity.key) : [];
    return { finding, verdict: findingVerdicts(standing).get(findingDigest(finding)) ?? null };
  });
  await annotations.close();
  const name = vscode.workspace.asRelativePath(uri);
  return { uri, name, findings: judged, total: findings.total, share: null, stopped: false, document: null };
}
