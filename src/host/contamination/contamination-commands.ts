import * as vscode from 'vscode';
import type { EvidenceAction } from '../../protocol/evidence-page';
import type { DatasetDocument } from '../document/dataset-document';
import type { DatasetEditor } from '../editor/dataset-editor';
import type { DatasetPanels } from '../page/dataset-panels';
import type { EvidenceDoing } from './evidence-panel';

/** Rows that are in quarantine stay out of what is exported clean. */
export const CLEAN = 'not contaminated:quarantined';

/** What can be done about contamination, by the command's name behind `scholium.`. */
export function contaminationCommands(
  editor: DatasetEditor,
  panels: DatasetPanels<EvidenceAction>,
  doing: EvidenceDoing,
): Record<string, () => Promise<unknown>> {
  const meant = (): DatasetDocument => {
    const document = editor.active?.document ?? panels.shown;
    if (!document) throw new Error(vscode.l10n.t('Open a dataset first.'));
    return document;
  };
  return {
    addBenchmark: async () => tellAdded(await doing.addBenchmark(meant())),
    checkBenchmarks: async () => {
      const document = meant();
      panels.open(document);
      if ((document.project?.benchmarks.length ?? 0) > 0) await doing.check(document);
    },
    findDuplicates: async () => {
      const document = meant();
      if (await doing.findDuplicates(document)) panels.open(document);
    },
    exportClean: () => doing.exportClean(meant()),
  };
}

function tellAdded(name: string | undefined): void {
  if (name === undefined) return;
  const check = vscode.l10n.t('Check Against Benchmarks');
  void vscode.window
    .showInformationMessage(vscode.l10n.t('{0} is a benchmark of this project now.', name), check)
    .then((chosen) => chosen && vscode.commands.executeCommand('scholium.checkBenchmarks'));
}
