import * as vscode from 'vscode';
import * as z from 'zod';
import type {
  ConceptAction,
  ConceptHostApi,
  ConceptOpening,
  ConceptPageApi,
} from '../../protocol/concept-page';
import { connect } from '../../protocol/rpc';
import type { DatasetDocument } from '../document/dataset-document';
import type { DatasetPanel, DatasetPanelDoing } from '../page/dataset-panels';
import { pageHtml } from '../page/page-html';
import { activated } from '../page/activated';

const GRAPH_VIEW = 'scholium.conceptGraph';
const queryText = z.string().max(10_000);

/** One webview on the concepts of a dataset, and the conversation with it. */
export class ConceptPanel implements DatasetPanel<ConceptAction> {
  readonly document: DatasetDocument;
  readonly panel: vscode.WebviewPanel;
  /** Whether keys reach the page: it has the focus. */
  wantsKeys = false;
  private readonly page: ReturnType<typeof connect<ConceptPageApi, ConceptHostApi>>;
  private readonly doing: DatasetPanelDoing;

  constructor(document: DatasetDocument, pageFolder: vscode.Uri, doing: DatasetPanelDoing) {
    this.document = document;
    this.doing = doing;
    const title = vscode.l10n.t('Concepts of {0}', document.name);
    this.panel = vscode.window.createWebviewPanel(GRAPH_VIEW, title, vscode.ViewColumn.Active, {
      enableScripts: true,
      enableFindWidget: true,
      retainContextWhenHidden: true,
      localResourceRoots: [pageFolder],
    });
    const { webview } = this.panel;
    this.page = connect<ConceptPageApi, ConceptHostApi>(this.answers(), {
      post: (message) => void webview.postMessage(message),
      listen: (receive) => void webview.onDidReceiveMessage(receive),
    });
    const changes = document.concepts.onDidChange(() => void this.page.changed.asEvent(this.opening()));
    this.panel.onDidDispose(() => {
      changes.dispose();
      this.page.$close();
    });
    webview.html = pageHtml(webview, pageFolder, 'concept-page');
    void document.concepts.count();
  }

  act(action: ConceptAction): void {
    void this.page.act.asEvent(action);
  }

  /** Answers the page. Everything that comes from it is checked before use. */
  private answers(): ConceptHostApi {
    return {
      open: async () => this.opening(),
      find: (query) => this.doing.find(this.document, queryText.parse(query)),
      again: async () => void (await this.document.concepts.count(true)),
      keysOn: async (on) => {
        this.wantsKeys = z.boolean().parse(on);
        if (this.wantsKeys) await activated(this.panel);
        await this.doing.onKeys();
      },
    };
  }

  private opening(): ConceptOpening {
    const { name, concepts } = this.document;
    const { report, stale, failure } = concepts;
    const accessibility = vscode.workspace.getConfiguration('editor').get<string>('accessibilitySupport');
    return { name, report, stale, failure, screenReader: accessibility === 'on' };
  }
}
