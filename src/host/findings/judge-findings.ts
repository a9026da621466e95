import * as vscode from 'vscode';
import type { Decision, FindingValue } from '../../core/annotation/event';
import type { Finding } from '../../core/check/finding';
import { findingDigest } from '../../core/check/finding-digest';
import type { AnnotatorIdentity } from '../document/annotator';
import type { DatasetDocument } from '../document/dataset-document';

export type Said = Pick<FindingValue, 'verdict' | 'comment'>;

/** Records what somebody says of findings of a dataset. One undo takes all of it back. */
export async function judgeFindings(
  document: DatasetDocument,
  findings: readonly Finding[],
  said: Said,
  annotator: AnnotatorIdentity,
): Promise<void> {
  const decisions = findings.flatMap((finding) => {
    const { identity, row } = finding;
    const decision = verdictOn(finding, said);
    return identity ? [{ decision, row: { ...identity, number: row } }] : [];
  });
  if (decisions.length === 0)
    throw new Error(vscode.l10n.t('The row of this finding is gone: check the dataset again.'));
  const by = await annotator.orAsk();
  await document.inOrder(() => document.annotations.decideTogether(by, decisions));
  document.decidedMany();
}

function verdictOn(finding: Finding, { verdict, comment }: Said): Decision {
  const value = { rule: finding.rule, finding: findingDigest(finding), verdict, comment: comment.trim() };
  return { what: 'finding', target: { kind: 'row' }, value };
}
