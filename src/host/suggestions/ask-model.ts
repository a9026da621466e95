import * as vscode from 'vscode';
import { readRow } from '../../core/profile/read-row';
import { judgementIn, judgementPrompt, modelAnnotator } from '../../core/review/model-judgement';
import type { AnnotatorIdentity } from '../document/annotator';
import type { DatasetDocument } from '../document/dataset-document';
import { identify, targetDigest } from '../page/row-packets';
import { withCancel } from '../with-cancel';
import { tellShown } from './shown-suggestions';

/** What asking needs beyond the document. */
export interface AskingModel {
  annotator: AnnotatorIdentity;
  state: vscode.Memento;
}

/** The model that was chosen, and those that rows may be sent to. */
const CHOSEN = 'model.chosen';
const AGREED = 'model.agreed';

/**
 * Asks one of VS Code's language models about one trace of a row, after consent, and puts what it says into the model's own log. It is
 * shown as suggestions are: after one's own label. Rejects with what is missing.
 */
export async function askModel(
  document: DatasetDocument,
  shown: { number: number; hash: string },
  traceId: string,
  { annotator, state }: AskingModel,
): Promise<void> {
  if (!vscode.workspace.getConfiguration('scholium').get('askModel', false))
    throw new Error(vscode.l10n.t('Asking a model is off: the setting scholium.askModel turns it on.'));
  const [raw] = await document.rows(shown.number, 1);
  const row = raw && identify(document, raw);
  if (!row || row.hash !== shown.hash || row.value === undefined)
    throw new Error(
      vscode.l10n.t('Row {0} of {1} changed: look at it again.', shown.number + 1, document.name),
    );
  const reading = readRow(row.value, document.inForce.profile);
  const trace = reading.traces.find(({ id }) => id === traceId);
  if (!trace) throw new Error(vscode.l10n.t('This row has no steps to ask about.'));
  const prompt = judgementPrompt(reading, trace);
  const model = await chooseModel(state);
  if (!model || !(await agreed(model, state))) return;
  const answer = await withCancel(vscode.l10n.t('Asking {0}', model.name), (signal) =>
    answerOf(model, prompt, signal),
  );
  if (answer === undefined) return;
  const decisions = judgementIn(answer, trace).map((decision) => ({
    decision,
    text: targetDigest(decision.target, row.value),
  }));
  const { machine } = await annotator.orAsk();
  const by = { name: modelAnnotator(model.family || model.id), machine };
  await document.annotations.decide(by, { key: row.key, hash: row.hash, number: shown.number }, decisions);
  document.decided(shown.number, by);
  // not waited for: the page goes on while the message stands
  void tellShown(vscode.l10n.t('{0} judged a trace of row {1}.', by.name, shown.number + 1));
}

/** The only one, the one that was chosen before, or the one that is chosen now. */
async function chooseModel(state: vscode.Memento): Promise<vscode.LanguageModelChat | undefined> {
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

/** Whether rows may be sent to a model: asked once in each workspace. */
async function agreed(
  { id, name, vendor }: vscode.LanguageModelChat,
  state: vscode.Memento,
): Promise<boolean> {
  const known = state.get<string[]>(AGREED, []);
  if (known.includes(id)) return true;
  const send = vscode.l10n.t('Send');
  const answer = await vscode.window.showWarningMessage(
    vscode.l10n.t('Send the problem and the steps in sight to {0}?', name),
    {
      modal: true,
      detail: vscode.l10n.t(
        'They go to {0}, as often as you ask, and nothing else of the dataset does: no label, no other row. What the model says is kept in its own log, and is shown once you have given your own label.',
        vendor,
      ),
    },
    send,
  );
  if (answer !== send) return false;
  await state.update(AGREED, [...known, id]);
  return true;
}

async function answerOf(
  model: vscode.LanguageModelChat,
  prompt: string,
  signal: AbortSignal,
): Promise<string> {
  const stop = new vscode.CancellationTokenSource();
  signal.addEventListener('abort', () => stop.cancel(), { once: true });
  try {
    const message = vscode.LanguageModelChatMessage.User(prompt);
    const response = await model.sendRequest([message], {}, stop.token);
    let answer = '';
    for await (const part of response.text) answer += part;
    return answer;
  } finally {
    stop.dispose();
  }
}
