import * as vscode from 'vscode';
import { settleAgreed, settleAgreedAnswers } from '../../core/review/settle-agreed';
import type { AnnotatorIdentity } from '../document/annotator';
import { wordQuestionsOf } from '../../core/scheme/scheme-in-force';
import type { DatasetDocument } from '../document/dataset-document';

/** Asks, and settles all steps, verdicts and answers of the dataset on which several annotators agree. One undo takes all of it back. */
export async function settleAllAgreed(
  document: DatasetDocument,
  annotator: AnnotatorIdentity,
): Promise<void> {
  const agreed = decisionsOf(document);
  if (agreed.length === 0)
    throw new Error(
      vscode.l10n.t('There is nothing that several annotators agree on and that is not settled yet.'),
    );
  const rows = new Set(agreed.map(({ row }) => row.key)).size;
  const settle = vscode.l10n.t('Settle {0}', agreed.length);
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t(
      'Settle what all annotators of a row say alike? Labels, verdicts and answers: {0}; rows: {1}.',
      agreed.length,
      rows,
    ),
    { modal: true, detail: vscode.l10n.t('They go into your own log. Undo takes all of it back at once.') },
    settle,
  );
  if (chosen !== settle) return;
  const by = await annotator.orAsk();
  await document.inOrder(() => document.annotations.decideTogether(by, decisionsOf(document)));
  document.decidedMany();
}

/** Each is about the row as its last annotator saw it. */
function decisionsOf({ annotations: { fold }, project }: DatasetDocument) {
  const words = wordQuestionsOf(project);
  return [...fold.rowKeys].flatMap((key) => {
    const standing = fold.standing(key);
    const row = standing.at(-1)?.row;
    const agreed = [...settleAgreed(standing), ...settleAgreedAnswers(standing, words)];
    return row ? agreed.map((decision) => ({ ...decision, row })) : [];
  });
}
