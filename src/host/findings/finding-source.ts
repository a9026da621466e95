import type * as vscode from 'vscode';
import type { JudgedFinding } from '../../core/check/finding-groups';
import type { DatasetDocument } from '../document/dataset-document';

/** A dataset whose findings are shown: an open one, or one that was checked with the workspace. */
export interface FindingSource {
  readonly uri: vscode.Uri;
  readonly name: string;
  /** Those that are kept, by row. */
  readonly findings: JudgedFinding[];
  /** All that were found, kept or not. */
  readonly total: number;
  /** The part of the checks that is over, 0 to 1; null when none run. */
  readonly share: number | null;
  readonly stopped: boolean;
  /** Null where it is not open. */
  readonly document: DatasetDocument | null;
}

/** The findings of an open dataset, as they are now. */
export function sourceOf(document: DatasetDocument): FindingSource {
  const { uri, name, checks } = document;
  return {
    uri,
    name,
    document,
    findings: checks.findings.all().map((finding) => ({ finding, verdict: document.verdictOn(finding) })),
    total: checks.findings.total,
    share: checks.share,
    stopped: checks.stopped,
  };
}
