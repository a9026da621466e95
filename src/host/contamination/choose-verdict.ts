import * as vscode from 'vscode';
import type { ContaminationVerdict } from '../../core/annotation/event';

interface VerdictItem extends vscode.QuickPickItem {
  verdict: ContaminationVerdict;
}

/** Asks for one verdict on many hits, and whether so many are meant. Undefined when somebody thinks better of it. */
export async function chooseVerdict(count: number, what: string): Promise<ContaminationVerdict | undefined> {
  const chosen = await vscode.window.showQuickPick(verdicts(), {
    title: vscode.l10n.t('Judge {0} hits that nobody judged ({1})', count.toLocaleString('en'), what),
    placeHolder: vscode.l10n.t('As'),
  });
  if (!chosen) return undefined;
  const judge = vscode.l10n.t('Judge {0}', count.toLocaleString('en'));
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t('Judge {0} hits ({1}) as “{2}”?', count.toLocaleString('en'), what, chosen.label),
    {
      modal: true,
      detail: vscode.l10n.t(
        'They go into your own log. No row is changed, and undo takes all of it back at once.',
      ),
    },
    judge,
  );
  return answer === judge ? chosen.verdict : undefined;
}

function verdicts(): VerdictItem[] {
  return [
    {
      verdict: 'same',
      label: vscode.l10n.t('Same problem'),
      detail: vscode.l10n.t('The rows go into quarantine'),
    },
    { verdict: 'other-numbers', label: vscode.l10n.t('Same, other numbers') },
    { verdict: 'same-source', label: vscode.l10n.t('Same source') },
    { verdict: 'false-alarm', label: vscode.l10n.t('False alarm') },
  ];
}
