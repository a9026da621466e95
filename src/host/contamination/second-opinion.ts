import * as vscode from 'vscode';
import { embeddingService, semanticLikeness, sentOf } from '../../core/contamination/semantic-likeness';
import type { TextPair } from '../../core/contamination/semantic-likeness';
import type { DatasetDocument } from '../document/dataset-document';
import { identify } from '../page/row-packets';
import { withCancel } from '../with-cancel';
import { rowOfHit, textOfHit } from './identify-hit';
import type { IdentifiedHit } from './identify-hit';

/**
 * Asks the user's own service of embeddings about the hits that somebody has to look at, after consent. What it says is shown beside
 * the evidence, and is no verdict. Rejects with what is missing.
 */
export async function askSecondOpinion(document: DatasetDocument): Promise<void> {
  const { contamination } = document.evidence;
  const settings = vscode.workspace.getConfiguration('scholium.secondOpinion');
  const address = settings.get<string>('endpoint', '');
  if (address === '')
    throw new Error(
      vscode.l10n.t(
        'Second opinions are off: the setting scholium.secondOpinion.endpoint names a service of embeddings.',
      ),
    );
  const model = settings.get<string>('model', '');
  const service = embeddingService(address, model, settings.get('allowOtherHosts', false));
  const hits = contamination.shortlist;
  if (hits.length === 0)
    throw new Error(vscode.l10n.t('No hit that is to be reviewed is without a verdict.'));
  if (!(await agreed(service.url, hits.length))) return;
  const { run } = contamination;
  const pairs: TextPair[] = [];
  for (const hit of hits) pairs.push(await textsOf(document, hit));
  const likeness = await withCancel(vscode.l10n.t('Asking {0}', service.url.host), (signal) =>
    semanticLikeness(service, pairs, signal),
  );
  if (!likeness || contamination.run !== run) return;
  const by = model === '' ? service.url.host : `${model}, ${service.url.host}`;
  contamination.takeOpinions(
    hits.map(({ id }, at) => ({ id, opinion: { likeness: likeness[at] ?? 0, by } })),
  );
}

/** Each time: another dataset, or more of it, is another question. */
async function agreed(url: URL, pairs: number): Promise<boolean> {
  const send = vscode.l10n.t('Send');
  const words =
    pairs === 1
      ? vscode.l10n.t('Send 1 pair of texts to {0}?', url.href)
      : vscode.l10n.t('Send {0} pairs of texts to {1}?', pairs.toLocaleString('en'), url.href);
  const detail = vscode.l10n.t(
    'Of each hit that is to be reviewed and that nobody judged: the text of the row and the problem of the benchmark. Nothing else is sent. What the service says is shown beside the evidence, and is no verdict.',
  );
  return (await vscode.window.showWarningMessage(words, { modal: true, detail }, send)) === send;
}

async function textsOf(document: DatasetDocument, hit: IdentifiedHit): Promise<TextPair> {
  const raw = await rowOfHit(document, hit);
  const value = raw ? identify(document, raw).value : undefined;
  const row = sentOf(textOfHit(hit, value, document.inForce.profile), hit.evidence?.runs ?? []);
  const item = await document.evidence.contamination.sources[hit.source]?.problem(hit.item.row);
  return { row, item: item ?? '' };
}
