import * as vscode from 'vscode';
import { z } from 'zod';
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

const PANEL = 'scholium.measures';
const queryText = z.string().max(10_000);

/** One webview on the measures of a dataset, and the conversation with it. */
export class MeasurePanel implements DatasetPanel<MeasureAction> {
  readonly panel: vscode.WebviewPanel;
  wantsKeys = false;
  private readonly document: DatasetDocument;
  private readonly page: ReturnType<typeof connect<MeasurePageApi, MeasureHostApi>>;
  private readonly doing: DatasetPanelDoing;

  constructor(document: DatasetDocument, pageFolder: vscode.Uri, doing: DatasetPanelDoing) {
    this.document = document;
    this.doing = doing;
    const title = vscode.l10n.t('Measures of {0}', document.name);
    this.panel = vscode.window.createWebviewPanel(PANEL, title, vscode.ViewColumn.Active, {
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
    const changes = document.measures.onDidChange(() => void this.page.changed.asEvent(this.opening()));
    this.panel.onDidDispose(() => {
      changes.dispose();
      this.page.$close();
    });
    webview.html = pageHtml(webview, pageFolder, 'measure-page');
    void document.measures.measure();
  }

  act(action: MeasureAction): void {
    void this.page.act.asEvent(action);
  }

  /** Answers the page. Everything that comes from it is checked before use. */
  private answers(): MeasureHostApi {
    return {
      open: async () => this.opening(),
      find: (query) => this.doing.find(this.document, queryText.parse(query)),
      again: () => this.document.measures.measure(),
      keysOn: async (on) => {
        this.wantsKeys = z.boolean().parse(on);
        this.doing.onKeys();
      },
    };
  }

  private opening(): MeasureOpening {
    const { name, measures } = this.document;
    const { report, underWay, stale, failure } = measures;
    return { name, report, underWay, stale, failure };
  }
}
