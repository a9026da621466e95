import * as vscode from 'vscode';

/** The model that was chosen, and those that rows may be sent to. */
const CHOSEN = 'model.chosen';
const AGREED = 'model.agreed';

/** What is to be sent, as people are asked about it. What was agreed to for one `purpose` is not for another. */
export interface Sending {
  purpose: string;
  question: (model: string) => string;
  detail: string;
}

/** The only one, the one that was chosen before, or the one that is chosen now. */
export async function chooseModel(state: vscode.Memento): Promise<vscode.LanguageModelChat | undefined> {
  const models = await vscode.lm.selectChatModels();
  if (models.length === 0)
    throw new Error(
      vscode.l10n.t(
        'VS Code has no language model here: sign in to one, or install an extension that brings one.',
      ),
    );
  const known = models.length === 1 ? models[0] : models.find(({ id }) => id === state.get(CHOSEN));
  if (known) return known;
  const picked = await vscode.window.showQuickPick(
    models.map((model) => ({ label: model.name, description: model.vendor, model })),
    { title: vscode.l10n.t('Which model to ask') },
  );
  if (picked) await state.update(CHOSEN, picked.model.id);
  return picked?.model;
}

/** Whether this may be sent to a model: asked once in each workspace. */
export async function agreed(
  { id, name, vendor }: vscode.LanguageModelChat,
  { purpose, question, detail }: Sending,
  state: vscode.Memento,
): Promise<boolean> {
  const known = state.get<string[]>(AGREED, []);
  const asked = purpose === '' ? id : `${id} ${purpose}`;
  if (known.includes(asked)) return true;
  const send = vscode.l10n.t('Send');
  const kept = vscode.l10n.t(
    'This goes to {0}, as often as you ask. What the model says is kept in its own log, and is shown once you have given your own label.',
    vendor,
  );
  const answer = await vscode.window.showWarningMessage(
    question(name),
    { modal: true, detail: `${detail} ${kept}` },
    send,
  );
  if (answer !== send) return false;
  await state.update(AGREED, [...known, asked]);
  return true;
}
