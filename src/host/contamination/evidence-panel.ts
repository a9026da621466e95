import * as vscode from 'vscode';
import { z } from 'zod';
import { connect } from '../../protocol/rpc';
import type {
  EvidenceAction,
  EvidenceHostApi,
  EvidenceOpening,
  EvidencePageApi,
} from '../../protocol/evidence-page';
import type { AnnotatorIdentity } from '../document/annotator';
import type { DatasetDocument } from '../document/dataset-document';
import type { DatasetPanel, DatasetPanelDoing } from '../page/dataset-panels';
import { pageHtml } from '../page/page-html';
import { chooseVerdict } from './choose-verdict';
import { evidenceOf } from './evidence-of';
import type { IdentifiedHit } from './identify-hit';
import { activated } from '../page/activated';

const EVIDENCE_VIEW = 'scholium.evidence';
/** Hits that cross to the page at once. */
const HITS_AT_ONCE = 1000;

const hitId = z.int().nonnegative();
const hitIds = z.array(hitId).min(1).max(1_000_000);
const verdict = z.literal(['same', 'other-numbers', 'same-source', 'false-alarm']);

/** What is done for the evidence elsewhere. */
export interface EvidenceDoing {
  /** Asks which benchmarks, and begins to check. */
  check(document: DatasetDocument): Promise<void>;
  /** Asks for a file. Resolves with the name of the benchmark that was made of it. */
  addBenchmark(document: DatasetDocument): Promise<string | undefined>;
  exportClean(document: DatasetDocument): Promise<void>;
  /** Brings a row of the file to the front, in the dataset's own page. */
  openRow(document: DatasetDocument, row: number): Promise<void>;
}

/** What the evidence needs of the rest. */
interface EvidenceSurroundings extends EvidenceDoing {
  pageFolder: vscode.Uri;
  annotator: AnnotatorIdentity;
}

/** One webview on what a check against benchmarks found, and the conversation with it. */
export class EvidencePanel implements DatasetPanel<EvidenceAction> {
  readonly document: DatasetDocument;
  readonly panel: vscode.WebviewPanel;
  /** Whether keys reach the page: it has the focus. */
  wantsKeys = false;
  private owesJudged = false;
  private readonly page: ReturnType<typeof connect<EvidencePageApi, EvidenceHostApi>>;
  private readonly around: EvidenceSurroundings;
  private readonly doing: DatasetPanelDoing;

  constructor(document: DatasetDocument, around: EvidenceSurroundings, doing: DatasetPanelDoing) {
    this.document = document;
    this.around = around;
    this.doing = doing;
    const title = vscode.l10n.t('Evidence in {0}', document.name);
    this.panel = vscode.window.createWebviewPanel(EVIDENCE_VIEW, title, vscode.ViewColumn.Active, {
      enableScripts: true,
      enableFindWidget: true,
      retainContextWhenHidden: true,
      localResourceRoots: [around.pageFolder],
    });
    const { webview } = this.panel;
    this.page = connect<EvidencePageApi, EvidenceHostApi>(this.answers(), {
      post: (message) => void webview.postMessage(message),
      listen: (receive) => void webview.onDidReceiveMessage(receive),
    });
    const changes = document.contamination.onDidChange((news) =>
      news.kind === 'judged' ? this.tellJudged(news.hits) : void this.page.changed.asEvent(this.opening()),
    );
    this.panel.onDidChangeViewState(() => this.owesJudged && this.tellJudged(null));
    this.panel.onDidDispose(() => {
      changes.dispose();
      this.page.$close();
    });
    webview.html = pageHtml(webview, around.pageFolder, 'evidence-page');
  }

  act(action: EvidenceAction): void {
    void this.page.act.asEvent(action);
  }

  /** A page that nobody sees is told when it is seen: meanwhile somebody may label row after row. */
  private tellJudged(hits: IdentifiedHit[] | null): void {
    this.owesJudged = !this.panel.visible;
    const { contamination } = this.document;
    if (this.owesJudged) return;
    void this.page.judged.asEvent(contamination.listed(this.me, hits ?? contamination.hits));
  }

  private get me(): string | null {
    return this.around.annotator.known?.name ?? null;
  }

  /** Answers the page. Everything that comes from it is checked before use. */
  private answers(): EvidenceHostApi {
    const { document, around } = this;
    const { contamination } = document;
    return {
      open: async () => this.opening(),
      hits: async (from) => {
        const first = hitId.parse(from);
        return contamination.listed(this.me, contamination.hits.slice(first, first + HITS_AT_ONCE));
      },
      evidence: (hit) => evidenceOf(document, hitId.parse(hit)),
      judge: async (hits, said) =>
        contamination.judge(await around.annotator.orAsk(), hitIds.parse(hits), verdict.parse(said)),
      judgeMany: (hits, what) => this.judgeMany(hitIds.parse(hits), z.string().max(300).parse(what)),
      takeOver: async () => contamination.takeOver(await around.annotator.orAsk()),
      undo: async () => contamination.undo(await around.annotator.orAsk()),
      quarantine: async (hit, on) =>
        contamination.quarantine(await around.annotator.orAsk(), hitId.parse(hit), z.boolean().parse(on)),
      openRow: async (hit) => {
        const found = contamination.hits[hitId.parse(hit)];
        if (found) await around.openRow(document, found.row);
      },
      openItem: async (hit) => {
        const found = contamination.hits[hitId.parse(hit)];
        const benchmark = found && contamination.benchmarks[found.benchmark];
        if (benchmark)
          await vscode.commands.executeCommand(
            'scholium.open',
            vscode.Uri.file(benchmark.path),
            found.item.row,
          );
      },
      check: () => this.asking(around.check(document)),
      addBenchmark: async () => {
        await this.asking(around.addBenchmark(document));
        await this.page.changed(this.opening());
      },
      stop: async () => contamination.stop(),
      exportClean: () => around.exportClean(document),
      keysOn: async (on) => {
        this.wantsKeys = z.boolean().parse(on);
        if (this.wantsKeys) await activated(this.panel);
        await this.doing.onKeys();
      },
    };
  }

  private async judgeMany(hits: number[], what: string): Promise<number | null> {
    const said = await this.asking(chooseVerdict(hits.length, what));
    if (!said) return null;
    return this.document.contamination.judge(await this.around.annotator.orAsk(), hits, said);
  }

  /** VS Code does not always give the keys back after a question of ours: the page takes them, so that the next key is heard. */
  private async asking<T>(question: Promise<T>): Promise<T> {
    try {
      return await question;
    } finally {
      if (this.panel.active) this.panel.reveal(undefined, false);
    }
  }

  private opening(): EvidenceOpening {
    const { document } = this;
    const { contamination } = document;
    const { run, benchmarks, count, edited, hits, underWay, stopped, stale, failure } = contamination;
    return {
      name: document.name,
      profile: document.inForce.profile,
      run,
      benchmarks: benchmarks.map(({ name, version, profile, changed }, at) => ({
        name,
        version,
        profile,
        items: count.items[at] ?? 0,
        changed,
      })),
      known: document.project?.benchmarks.length ?? 0,
      rows: count.rows,
      unread: count.unread,
      edited,
      found: hits.length,
      underWay,
      stopped,
      stale,
      failure,
      screenReader: vscode.workspace.getConfiguration('editor').get<string>('accessibilitySupport') === 'on',
    };
  }
}
