import * as vscode from 'vscode';
import type { AnswerTarget } from '../../core/annotation/event';
import { modelAnnotator } from '../../core/review/model-exchange';
import type { AnnotatorIdentity } from '../document/annotator';
import type { DatasetDocument } from '../document/dataset-document';
import { identify, targetDigest } from '../page/row-packets';
import { withCancel } from '../with-cancel';
import { agreed, chooseModel } from './model-consent';
import { exchangeAbout } from './model-exchange';
import { tellShown } from './shown-suggestions';

/** What asking needs beyond the document. */
export interface AskingModel {
  annotator: AnnotatorIdentity;
  state: vscode.Memento;
}

/**
 * Asks one of VS Code's language models about the part of a row in hand, after consent, and puts what it says into the model's own log.
 * It is shown as suggestions are: after one's own label. Rejects with what is missing.
 */
export async function askModel(
  document: DatasetDocument,
  shown: { number: number; hash: string },
  inHand: AnswerTarget,
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
  const exchange = await exchangeAbout(document, row, inHand);
  const model = await chooseModel(state);
  if (!model || !(await agreed(model, exchange.sending, state))) return;
  const reply = await withCancel(vscode.l10n.t('Asking {0}', model.name), (signal) =>
    answerOf(model, exchange.prompt, signal),
  );
  if (reply === undefined) return;
  const { machine } = await annotator.orAsk();
  const by = { name: modelAnnotator(model.family || model.id), machine };
  const before = document.annotations.fold
    .standing(row.key)
    .filter((decision) => decision.annotator === by.name);
  const { decisions: said, words } = exchange.read(reply, before);
  const decisions = said.map((decision) => ({ decision, text: targetDigest(decision.target, row.value) }));
  await document.annotations.decide(by, { key: row.key, hash: row.hash, number: shown.number }, decisions);
  document.decided(shown.number, by);
  // not waited for: the page goes on while the message stands
  void tellShown(words(by.name));
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
