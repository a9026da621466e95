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
import type { DatasetHits } from '../document/dataset-hits';
import type { DatasetPanel, DatasetPanelDoing } from '../page/dataset-panels';
import { pageHtml } from '../page/page-html';
import { chooseVerdict } from './choose-verdict';
import { evidenceOf } from './evidence-of';
import { askSecondOpinion } from './second-opinion';
import { keepWords } from './find-duplicates';
import type { IdentifiedHit } from './identify-hit';
import { activated } from '../page/activated';
import { takeKeysBack } from '../page/take-keys';

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
  /** Asks in which files, and begins to look for duplicates. False when somebody thinks better of it. */
  findDuplicates(document: DatasetDocument): Promise<boolean>;
  /** Asks which row of a group of duplicates stays. */
  chooseKept(document: DatasetDocument): Promise<void>;
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

/** One webview on what a check against benchmarks or a search for duplicates found, and the conversation with it. */
export class EvidencePanel implements DatasetPanel<EvidenceAction> {
  readonly document: DatasetDocument;
  readonly panel: vscode.WebviewPanel;
  /** Whether keys reach the page: it has the focus. */
  wantsKeys = false;
  private owesJudged = false;
  /** What is shown: what was begun last. */
  private shown: DatasetHits;
  private readonly page: ReturnType<typeof connect<EvidencePageApi, EvidenceHostApi>>;
  private readonly around: EvidenceSurroundings;
  private readonly doing: DatasetPanelDoing;

  constructor(document: DatasetDocument, around: EvidenceSurroundings, doing: DatasetPanelDoing) {
    this.document = document;
    this.around = around;
    this.doing = doing;
    const { contamination, duplicates } = document.evidence;
    this.shown = duplicates.begun > contamination.begun ? duplicates : contamination;
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
    const changes = [contamination, duplicates].map((hits) =>
      hits.onDidChange((news) => {
        if (news.kind === 'begun') this.shown = hits;
        if (hits !== this.shown) return;
        if (news.kind === 'judged') this.tellJudged(news.hits);
        else this.tellOpening();
      }),
    );
    this.panel.onDidChangeViewState(() => this.owesJudged && this.tellJudged(null));
    this.panel.onDidDispose(() => {
      for (const each of changes) each.dispose();
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
    if (!this.owesJudged) void this.page.judged.asEvent(this.shown.listed(this.me, hits ?? this.shown.hits));
  }

  private tellOpening(): void {
    void this.page.changed.asEvent(this.opening());
  }

  private get me(): string | null {
    return this.around.annotator.known?.name ?? null;
  }

  /** Answers the page. Everything that comes from it is checked before use. */
  private answers(): EvidenceHostApi {
    const { document, around } = this;
    return {
      open: async () => this.opening(),
      hits: async (from) => {
        const first = hitId.parse(from);
        return this.shown.listed(this.me, this.shown.hits.slice(first, first + HITS_AT_ONCE));
      },
      evidence: (hit) => evidenceOf(document, this.shown, hitId.parse(hit)),
      judge: async (hits, said) =>
        this.shown.judge(await around.annotator.orAsk(), hitIds.parse(hits), verdict.parse(said)),
      judgeMany: (hits, what) => this.judgeMany(hitIds.parse(hits), z.string().max(300).parse(what)),
      takeOver: async () => this.shown.takeOver(await around.annotator.orAsk()),
      undo: async () => this.shown.undo(await around.annotator.orAsk()),
      quarantine: async (hit, on) =>
        this.shown.quarantine(await around.annotator.orAsk(), hitId.parse(hit), z.boolean().parse(on)),
      openRow: async (hit) => {
        const found = this.shown.hits[hitId.parse(hit)];
        if (found) await around.openRow(document, found.row);
      },
      openItem: async (hit) => {
        const found = this.shown.hits[hitId.parse(hit)];
        const source = found && this.shown.sources[found.source];
        if (!source) return;
        if (source.path === document.file) return around.openRow(document, found.item.row);
        await vscode.commands.executeCommand('scholium.open', vscode.Uri.file(source.path), found.item.row);
      },
      check: () => this.asking(this.checkAgain()),
      findDuplicates: async () => void (await this.asking(around.findDuplicates(document))),
      chooseKept: () => this.asking(around.chooseKept(document)),
      switchView: async () => {
        const { duplicates } = document.evidence;
        this.shown = this.shown === duplicates ? document.evidence.contamination : duplicates;
        this.tellOpening();
      },
      addBenchmark: async () => {
        await this.asking(around.addBenchmark(document));
        await this.page.changed(this.opening());
      },
      secondOpinion: () => this.asking(askSecondOpinion(document)),
      stop: async () => this.shown.stop(),
      exportClean: () => around.exportClean(document),
      keysOn: async (on) => {
        this.wantsKeys = z.boolean().parse(on);
        if (this.wantsKeys) await activated(this.panel);
        await this.doing.onKeys();
      },
    };
  }

  private async checkAgain(): Promise<void> {
    const { document, around, shown } = this;
    if (shown === document.evidence.duplicates) await around.findDuplicates(document);
    else await around.check(document);
  }

  private async judgeMany(hits: number[], what: string): Promise<number | null> {
    const said = await this.asking(chooseVerdict(hits.length, what));
    if (!said) return null;
    return this.shown.judge(await this.around.annotator.orAsk(), hits, said);
  }

  /** VS Code does not always give the keys back after a question of ours: the page takes them, so that the next key is heard. */
  private async asking<T>(question: Promise<T>): Promise<T> {
    try {
      return await question;
    } finally {
      await takeKeysBack(this.panel, this.page);
    }
  }

  private opening(): EvidenceOpening {
    const { document, shown } = this;
    const { duplicates } = document.evidence;
    const { kind, run, sources, items, unreadItems, rows, unread, edited } = shown;
    const { hits, underWay, stopped, stale, failure } = shown;
    return {
      name: document.name,
      profile: document.inForce.profile,
      kind,
      run,
      sources: sources.map(({ name, version, profile, changed }, at) => ({
        name,
        version,
        profile,
        items: items[at] ?? 0,
        unread: unreadItems[at] ?? 0,
        changed,
      })),
      known: document.project?.benchmarks.length ?? 0,
      rows,
      unread,
      edited,
      found: hits.length,
      underWay,
      stopped,
      earlier: kind === 'contamination' ? document.evidence.contamination.resumed : null,
      stale,
      failure,
      screenReader: vscode.workspace.getConfiguration('editor').get<string>('accessibilitySupport') === 'on',
      duplicates:
        kind === 'duplicate'
          ? {
              groups: duplicates.groups.all,
              leaks: duplicates.groups.leaks,
              keep: keepWords(duplicates.keepRule),
            }
          : null,
    };
  }
}
