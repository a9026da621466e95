import path from 'node:path';
import * as vscode from 'vscode';
import * as z from 'zod';
import type {
  MeasureAction,
  MeasureHostApi,
  MeasureOpening,
  MeasurePageApi,
} from '../../protocol/measure-page';
import { connect } from '../../protocol/rpc';
import type { DatasetDocument } from '../document/dataset-document';
import type { DatasetPanel, DatasetPanelDoing } from '../page/dataset-panels';
import { pageHtml } from '../page/page-html';
import { MeasureRun } from './measure-run';
import { activated } from '../page/activated';

const MEASURE_VIEW = 'scholium.measures';
const queryText = z.string().max(20_000);

/** One webview on what is measured of a dataset, and the conversation with it. */
export class MeasurePanel implements DatasetPanel<MeasureAction> {
  readonly document: DatasetDocument;
  readonly panel: vscode.WebviewPanel;
  /** Whether keys reach the page: it has the focus. */
  wantsKeys = false;
  private readonly run: MeasureRun;
  private readonly page: ReturnType<typeof connect<MeasurePageApi, MeasureHostApi>>;
  private readonly doing: DatasetPanelDoing;

  constructor(document: DatasetDocument, pageFolder: vscode.Uri, script: string, doing: DatasetPanelDoing) {
    this.document = document;
    this.doing = doing;
    this.run = new MeasureRun(document, script);
    const title = vscode.l10n.t('Measures of {0}', document.name);
    this.panel = vscode.window.createWebviewPanel(MEASURE_VIEW, title, vscode.ViewColumn.Active, {
      enableScripts: true,
      enableFindWidget: true,
      retainContextWhenHidden: true,
      localResourceRoots: [pageFolder],
    });
    const { webview } = this.panel;
    this.page = connect<MeasurePageApi, MeasureHostApi>(this.answers(), {
      post: (message) => void webview.postMessage(message),
      listen: (receive) => void webview.onDidReceiveMessage(receive),
    });
    const changes = this.run.onDidChange(() => void this.page.changed.asEvent(this.opening()));
    this.panel.onDidDispose(() => {
      changes.dispose();
      this.run.dispose();
      this.page.$close();
    });
    webview.html = pageHtml(webview, pageFolder, 'measure-page');
    void this.run.measure();
  }

  act(action: MeasureAction): void {
    void this.page.act.asEvent(action);
  }

  /** Answers the page. Everything that comes from it is checked before use. */
  private answers(): MeasureHostApi {
    return {
      open: async () => this.opening(),
      find: (query) => this.doing.find(this.document, queryText.parse(query)),
      again: () => this.run.measure(),
      stop: async () => this.run.stop(),
      chooseFile: () => this.askForFile(),
      chooseScores: () => this.askForScores(),
      keysOn: async (on) => {
        this.wantsKeys = z.boolean().parse(on);
        if (this.wantsKeys) await activated(this.panel);
        await this.doing.onKeys();
      },
    };
  }

  private async askForFile(): Promise<void> {
    const [chosen] =
      (await vscode.window.showOpenDialog({
        title: vscode.l10n.t('Measure against this file'),
        defaultUri: vscode.Uri.file(path.dirname(this.document.uri.fsPath)),
        filters: { 'JSON Lines': ['jsonl', 'ndjson'] },
      })) ?? [];
    if (chosen) await this.run.against(chosen.fsPath);
  }

  private async askForScores(): Promise<void> {
    const from = await askForColumn(vscode.l10n.t('Column before the change'));
    const to = from && (await askForColumn(vscode.l10n.t('Column after the change')));
    if (from && to) await this.run.compare({ from, to });
  }

  private opening(): MeasureOpening {
    const { report, underWay, stale, failure, otherName } = this.run;
    return { name: this.document.name, other: otherName, report, underWay, stale, failure };
  }
}

async function askForColumn(title: string): Promise<string | undefined> {
  const prompt = vscode.l10n.t('The name of a field with numbers, such as loss_run1.');
  return (await vscode.window.showInputBox({ title, prompt }))?.trim();
}
