import * as vscode from 'vscode';
import type { DatasetDocument } from '../document/dataset-document';

/** Says that edits of an earlier session do not fit the file any more, and where they are. */
export function tellEditsAside({ leftover, name }: DatasetDocument): void {
  if (leftover.kind !== 'aside') return;
  void vscode.window.showWarningMessage(
    vscode.l10n.t(
      'Unsaved edits of {0} were found, but the file is another one now. {1} They are kept in {2}.',
      name,
      leftover.why,
      leftover.journal,
    ),
  );
}

/**
 * Brings back edits that were not saved: from the journal that an editor left which was killed, else from VS Code's backup
 * when its folder is given. Says what could not be brought back. Returns whether there are edits now.
 */
export async function restoreEdits(document: DatasetDocument, backup?: string): Promise<boolean> {
  const { leftover, name } = document;
  if (backup === undefined && leftover.kind !== 'edits') return false;
  const own = await document.restore(); // the journal has every edit; the backup may be older
  const restored = own ?? (await document.restore(backup));
  if (restored && restored.lost > 0) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t(
        '{0}: {1} edits were restored, {2} could not be read again{3}.',
        name,
        restored.restored,
        restored.lost,
        restored.aside === null ? '' : vscode.l10n.t(' and are kept in {0}', restored.aside),
      ),
    );
  }
  return restored !== null && restored.restored > 0;
}
