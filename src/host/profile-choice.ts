import * as vscode from 'vscode';
import { PROJECT_FILE, profilesOf } from '../core/project/project';
import type { DatasetDocument } from './document/dataset-document';

/** The profiles that people chose for files of this workspace. */
export class ChosenProfiles {
  private readonly state: vscode.Memento;

  constructor(state: vscode.Memento) {
    this.state = state;
  }

  of(file: string): string | undefined {
    return this.state.get<string>(`profile:${file}`);
  }

  async choose(file: string, profile: string | undefined): Promise<void> {
    await this.state.update(`profile:${file}`, profile);
  }
}

/** Shows why the profile in force was taken, and lets people take another. */
export async function chooseProfile(document: DatasetDocument, chosen: ChosenProfiles): Promise<void> {
  const { profile, why } = document.inForce;
  const detect = {
    label: vscode.l10n.t('By scholium.json, else by keys, types and values'),
    id: undefined,
  };
  const { project } = document;
  const picked = await vscode.window.showQuickPick(
    [
      detect,
      ...profilesOf(project).map(({ id, title, about }) => ({
        label: title,
        description: id === profile.id ? vscode.l10n.t('in force: {0}', why) : '',
        detail: project?.profiles.some((own) => own.id === id) ? ownDetail(about) : about,
        id,
      })),
    ],
    { title: vscode.l10n.t('Profile of {0}', document.name), matchOnDetail: true },
  );
  if (!picked) return;
  await chosen.choose(document.uri.fsPath, picked.id);
  await document.useProfile();
}

function ownDetail(about: string): string {
  const from = vscode.l10n.t('Of {0}', PROJECT_FILE);
  return about === '' ? from : `${from}: ${about}`;
}
