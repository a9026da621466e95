import * as vscode from 'vscode';
import { PROJECT_FILE } from '../core/project/project';
import { titleOfScheme } from '../core/scheme/scheme';
import { DEFAULT_SCHEME, schemesOf } from '../core/scheme/scheme-in-force';
import type { DatasetDocument } from './document/dataset-document';

/** The schemes that people chose for files of this workspace. */
export class ChosenSchemes {
  private readonly state: vscode.Memento;

  constructor(state: vscode.Memento) {
    this.state = state;
  }

  /** The name of the scheme, `DEFAULT_SCHEME`, or null where nobody chose. */
  of(file: string): string | null {
    return this.state.get<string | null>(memory(file), null);
  }

  async choose(file: string, scheme: string | null): Promise<void> {
    await this.state.update(memory(file), scheme ?? undefined);
  }
}

function memory(file: string): string {
  return `scheme:${file}`;
}

/** Shows what is asked of a dataset's rows and why, and lets people have something else asked. */
export async function chooseScheme(document: DatasetDocument, chosen: ChosenSchemes): Promise<void> {
  const { scheme, why } = document.inForce.asks;
  const inForce = (name: string) =>
    (scheme?.name ?? DEFAULT_SCHEME) === name ? vscode.l10n.t('in force: {0}', why) : '';
  const picked = await vscode.window.showQuickPick(
    [
      {
        label: vscode.l10n.t('Steps and verdict'),
        description: inForce(DEFAULT_SCHEME),
        detail: vscode.l10n.t('Good, neutral, bad or unsure for each step, and a verdict on the trace.'),
        name: DEFAULT_SCHEME,
      },
      ...schemesOf(document.project).map((each) => ({
        label: titleOfScheme(each),
        description: inForce(each.name),
        detail: each.scheme.about ?? vscode.l10n.t('Of {0}', PROJECT_FILE),
        name: each.name,
      })),
      {
        label: vscode.l10n.t('As scholium.json says'),
        description: '',
        detail: vscode.l10n.t('Steps and verdict where it says nothing of this file.'),
        name: null,
      },
    ],
    { title: vscode.l10n.t('What is asked of {0}', document.name), matchOnDetail: true },
  );
  if (!picked) return;
  await chosen.choose(document.uri.fsPath, picked.name);
  await document.projectChanged();
}
