import path from 'node:path';
import * as vscode from 'vscode';
import { queuesOf } from '../../core/project/project';
import type { RowChange } from '../../core/edit/row-changes';
import { ofSeenNumbers } from '../../core/edit/seen-rows';
import type { Action, KeyView } from '../../protocol/actions';
import type { LabelMode } from '../../core/annotation/labelling';
import type { DecidedPlace, HostApi, PageApi, View } from '../../protocol/page';
import type { ChosenRows, RowEdit } from '../../protocol/row-edit';
import { connect } from '../../protocol/rpc';
import type { AnnotatorIdentity } from '../document/annotator';
import type { ComparePanels } from '../compare/compare-panels';
import type { JsonPath } from '../../core/row/json';
import type { DatasetDocument } from '../document/dataset-document';
import type { DocumentChange } from '../document/document-change';
import { convertOther } from '../document/file-kind-notice';
import { exportSnapshot } from '../transfer/export-rows';
import { askForPlace, placeOfDecided } from './go-to-place';
import { linkRows } from './link-rows';
import { settleAllAgreed } from './settle-agreed';
import { pageHtml } from './page-html';
import { answerPage } from './page-requests';
import type { PageSurroundings } from './page-requests';
import { changeRows } from '../editor/change-rows';
import { makeDataset } from '../make/make-dataset';
import { makeVariants } from '../make/make-variants';
import { chooseProfile } from '../profile-choice';
import type { ChosenProfiles } from '../profile-choice';
import { editScheme } from '../project/edit-scheme';
import { mappingStart, saveMapping } from '../project/profile-mapping';
import { chooseScheme } from '../scheme-choice';
import type { ChosenSchemes } from '../scheme-choice';
import type { ProjectFiles } from '../project/project-files';
import { askModel } from '../suggestions/ask-model';
import { RowQueue } from '../queue/row-queue';
import type { ReadOnlyTexts } from '../read-only-texts';
import { chooseQueue, saveQueue, teamChoices } from '../queue/saved-queues';
import type { SavedQueues } from '../queue/saved-queues';
import { chooseSort } from '../queue/sort-choice';
import { hasDisputedVerdicts } from '../queue/verdict-order';
import type { RecentTags } from '../tag-choices';
import { openAsText } from '../text-editor';
import { activated } from './activated';
import { takeKeys, takeKeysBack } from './take-keys';

/** What every panel shares. */
export interface PanelSurroundings {
  /** The folder with the page's script, style and fonts: the only one that the page may read. */
  pageFolder: vscode.Uri;
  filterWorker: string;
  sortWorker: string;
  changeWorker: string;
  exportWorker: string;
  texts: ReadOnlyTexts;
  annotator: AnnotatorIdentity;
  profiles: ChosenProfiles;
  schemes: ChosenSchemes;
  projects: ProjectFiles;
  compare: ComparePanels;
  queues: SavedQueues;
  recentTags: RecentTags;
  /** Resolves once the workbench has run every action: from then on no key overtakes another. */
  keysWarm: () => Promise<void>;
  /** Opens the panel with what is measured of a dataset. */
  measures: (document: DatasetDocument) => void;
  /** Opens the panel with problems of benchmarks in a dataset. */
  evidence: (document: DatasetDocument) => void;
  state: vscode.Memento;
  log: vscode.LogOutputChannel;
}

/** What a panel has the editor do. */
export interface PanelDoing {
  /** Resolves once the keys are bound as the page in front wants them. */
  onKeys(): Promise<void>;
  change(edit: RowEdit): Promise<void>;
  edit(change: RowChange, label: string): Promise<boolean>;
}

/** One webview on a document, and the conversation with it. */
export class PagePanel {
  readonly document: DatasetDocument;
  row: number;
  /** The row that is being read has come a second time. */
  private again: boolean;
  view: View;
  private readonly queue: RowQueue;
  private readonly panel: vscode.WebviewPanel;
  private readonly page: ReturnType<typeof connect<PageApi, HostApi>>;
  private readonly around: PanelSurroundings;
  private readonly surroundings: PageSurroundings;
  private readonly doing: PanelDoing;
  /** Whether label keys reach the page: it has the focus, and no text box in it. */
  wantsKeys = false;

  constructor(
    document: DatasetDocument,
    panel: vscode.WebviewPanel,
    around: PanelSurroundings,
    doing: PanelDoing,
  ) {
    this.document = document;
    this.panel = panel;
    this.around = around;
    this.doing = doing;
    this.row = around.state.get(rowMemory(document), 0);
    this.again = around.state.get(againMemory(document), false);
    this.view = around.state.get(viewMemory(document), 'focus');
    this.queue = new RowQueue(document, around, () => around.annotator.known?.name ?? null);
    panel.webview.options = { enableScripts: true, localResourceRoots: [around.pageFolder] };
    this.surroundings = this.surroundingsOfPage();
    this.page = connect<PageApi, HostApi>(answerPage(document, this.surroundings), {
      post: (message) => void panel.webview.postMessage(message),
      listen: (receive) => void panel.webview.onDidReceiveMessage(receive),
    });
    const subscriptions = [
      document.onDidChange((change) => this.tell(change)),
      this.queue,
      this.queue.onDidChange((queue) => void this.page.queueChanged.asEvent(queue)),
      document.columns.onDidChange((news) => this.tellColumns(news)),
      around.annotator.onDidChange(() => void this.page.reopen.asEvent()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('scholium.suggestions')) void this.page.rowsChanged.asEvent(null);
      }),
    ];
    panel.onDidDispose(() => {
      this.page.$close();
      for (const subscription of subscriptions) subscription.dispose();
    });
    panel.webview.html = pageHtml(panel.webview, around.pageFolder);
  }

  get active(): boolean {
    return this.panel.active;
  }

  /** What keys mean now: reading one row they label its steps, or answer the questions of a scheme. */
  get keyView(): KeyView {
    return this.view === 'focus' && this.document.inForce.asks.scheme ? 'answer' : this.view;
  }

  act(action: Action): void {
    void this.page.act.asEvent(action);
  }

  /** Shows the row in which a row of the file (0-based) stands. */
  goToFileRow(fileRow: number): void {
    const [row = fileRow] = this.document.documentRows([fileRow]);
    [this.row, this.again] = [row, false];
    void this.page.goTo.asEvent(row, null);
  }

  /**
   * Shows the place of a finding in a row of the file (0-based); `at` counts UTF-16 units in the text at `path`. The focus stays where
   * it is, so that keys go on judging findings.
   */
  goToFinding(fileRow: number, path: JsonPath, at: number): void {
    const [row = fileRow] = this.document.documentRows([fileRow]);
    [this.row, this.again] = [row, false];
    this.panel.reveal(undefined, true);
    void this.page.goTo.asEvent(row, path.length > 0 ? path : null, at);
  }

  /** The row of the file that is being read. */
  get fileRow(): number {
    return this.document.fileRowOf(this.row);
  }

  /** Goes through the rows that a query finds, from the first on. */
  async find(query: string): Promise<void> {
    await this.queue.set(query, this.queue.state.sort);
    await takeKeys(this.panel, this.page);
    const first = await this.queue.first();
    if (first && this.view !== 'table') void this.page.goTo.asEvent(first.number, null, 0, first.again);
  }

  /** Shows the rows that a query finds, and exports them. */
  async exportFound(query: string): Promise<void> {
    await this.find(query);
    await this.queue.answered(query);
    await this.exportRows(null);
  }

  /** The rows that are meant, all of the queue where none were chosen, with the document that they are rows of. */
  private async meant(chosen: ChosenRows | null) {
    if (chosen === null) return this.queue.whole();
    const snapshot = await this.document.snapshot();
    if (snapshot.numbering === chosen.numbering) return { rows: chosen.rows, snapshot };
    await snapshot.close();
    throw new Error(vscode.l10n.t('Rows were added, deleted or moved meanwhile: look at them again.'));
  }

  private async exportRows(chosen: ChosenRows | null): Promise<void> {
    const { rows, snapshot } = await this.meant(chosen);
    await exportSnapshot(this.document, snapshot, rows, this.around);
  }

  private async changeRows(chosen: ChosenRows | null): Promise<void> {
    const { rows, snapshot } = await this.meant(chosen);
    const { numbering } = snapshot;
    try {
      await snapshot.whole(); // every row is every row of the file, indexed by now or not
    } finally {
      await snapshot.close();
    }
    const edit = (change: RowChange, label: string) =>
      this.doing.edit(ofSeenNumbers(numbering, change), label);
    await changeRows(
      { document: this.document, rows, edit, texts: this.around.texts },
      this.around.changeWorker,
    );
  }

  /** Brings a row of the file (0-based) to the front. */
  showFileRow(fileRow: number): void {
    void takeKeys(this.panel, this.page);
    this.goToFileRow(fileRow);
  }

  /** Shows the row that something was decided about, and the step. */
  async goToDecided(row: { key: string; number: number }, about: DecidedPlace, again = false): Promise<void> {
    const number = await placeOfDecided(this.document, row, this.around.filterWorker);
    if (number === null)
      throw new Error(
        vscode.l10n.t(
          'Row {0} is not the one that was flagged any more, and has no id to find it by.',
          row.number + 1,
        ),
      );
    [this.row, this.again] = [number, again];
    await takeKeys(this.panel, this.page);
    const { target } = about;
    const [path, at] = target.kind === 'step' ? [target.path, target.start] : [null, 0];
    void this.page.goTo.asEvent(number, path, at, again, about);
  }

  /** Asks for a row, and shows it. */
  async askForRow(): Promise<void> {
    const place = await this.asking(askForPlace(this.document, this.row, this.around.filterWorker));
    if (!place) return;
    [this.row, this.again] = [place.row, false];
    void this.page.goTo.asEvent(place.row, place.path);
  }

  private surroundingsOfPage(): PageSurroundings {
    const { annotator, profiles, state } = this.around;
    return {
      annotator,
      queue: this.queue,
      view: () => this.view,
      setView: (view) => {
        this.view = view;
        if (view !== 'group') void state.update(viewMemory(this.document), view);
        return this.doing.onKeys();
      },
      readOnly: this.document.readOnly,
      askModel: (row, inHand) => askModel(this.document, row, inHand, { annotator, state }),
      edit: (edit) => this.doing.change(edit),
      changeRows: (chosen) => this.changeRows(chosen),
      exportRows: (chosen) => this.exportRows(chosen),
      recentTags: this.around.recentTags,
      makeVariants: (row) => this.makeVariants(row),
      makeDataset: () =>
        makeDataset(this.document, async (made) => {
          await vscode.commands.executeCommand('scholium.open', made);
        }),
      settleAllAgreed: () => this.asking(settleAllAgreed(this.document, annotator)),
      linkRows: (rows) => this.asking(linkRows(this.document, rows, annotator)),
      openBeside: async (file, row) =>
        void (await vscode.commands.executeCommand('scholium.open', vscode.Uri.file(file), row)),
      saveQueue: () => this.asking(saveQueue(this.around.queues, this.document.uri.fsPath, this.queue.state)),
      chooseQueue: () => this.chooseQueue(),
      chooseSort: () => this.chooseSort(),
      firstRow: () => ({ number: this.row, again: this.again }),
      mode: () => state.get<LabelMode>('mode', 'first-error'),
      setMode: async (mode) => state.update('mode', mode),
      pinned: () => state.get('pinned', false),
      setPinned: async (pinned) => state.update('pinned', pinned),
      screenReader: () =>
        vscode.workspace.getConfiguration('editor').get<string>('accessibilitySupport') === 'on',
      folderLabel: () => vscode.workspace.asRelativePath(path.dirname(this.document.uri.fsPath)),
      keysOn: async (on) => {
        this.wantsKeys = on;
        if (on) await Promise.all([activated(this.panel), this.around.keysWarm()]);
        return this.doing.onKeys();
      },
      moved: (row, again) => {
        [this.row, this.again] = [row, again];
        void state.update(rowMemory(this.document), row);
        void state.update(againMemory(this.document), again);
      },
      openAsText: (row) => openAsText(this.document.uri, this.document.fileRowOf(row)),
      convertFile: () => this.asking(convertOther(this.document)),
      measures: async () => this.around.measures(this.document),
      evidence: async () => this.around.evidence(this.document),
      chooseProfile: () => this.asking(chooseProfile(this.document, profiles)),
      chooseScheme: () => this.asking(chooseScheme(this.document, this.around.schemes)),
      editScheme: () => this.asking(editScheme(this.document, this.around.projects)),
      mapping: () => mappingStart(this.document, this.around.projects),
      saveMapping: (profile) =>
        this.asking(saveMapping(this.document, this.around.projects, profiles, profile)),
      askForRow: () => this.askForRow(),
      goToDecided: (row, about, again) => this.goToDecided(row, about, again),
      showProblems: async () =>
        void (await vscode.commands.executeCommand('workbench.actions.view.problems')),
    };
  }

  /** VS Code does not always give the keys back after a question of ours: the page takes them, so that the next key is heard. */
  private async asking<T>(question: Promise<T>): Promise<T> {
    try {
      return await question;
    } finally {
      await takeKeysBack(this.panel, this.page);
    }
  }

  private async makeVariants(row: number): Promise<void> {
    if (this.document.readOnly !== null) throw new Error(this.document.readOnly);
    await makeVariants(
      {
        document: this.document,
        edit: (change, label) => this.doing.edit(change, label),
        texts: this.around.texts,
      },
      row,
    );
  }

  private async chooseQueue(): Promise<void> {
    const file = this.document.uri.fsPath;
    const shared = queuesOf(this.document.project, file);
    const team = teamChoices(shared, this.around.annotator.known?.name ?? null);
    const chosen = await this.asking(chooseQueue(this.around.queues, file, team));
    if (chosen) await this.queue.set(chosen.query, chosen.sort);
  }

  private async chooseSort(): Promise<void> {
    const chosen = await this.asking(
      chooseSort(
        this.document.columns.shown,
        this.queue.state.sort,
        hasDisputedVerdicts(this.document.checks.findings.rules),
      ),
    );
    if (chosen) await this.queue.set(this.queue.state.query, chosen.sort);
  }

  private tellColumns(news: 'columns' | 'counted'): void {
    const { columns } = this.document;
    if (news === 'columns') return void this.page.columnsChanged.asEvent(columns.shown);
    const { columns: summaries, share } = columns.summaries;
    void this.page.statistics.asEvent(summaries, share);
  }

  private tell(change: DocumentChange): void {
    switch (change.kind) {
      case 'indexed':
        return void this.page.indexed.asEvent(this.document.progress);
      case 'rows':
        return void this.page.rowsChanged.asEvent(change.rows);
      case 'decided':
        if (change.by === this.surroundings) return; // this page knows already
        return void this.page.rowsChanged.asEvent([change.row]);
      case 'edited':
      case 'saved':
        void this.page.indexed.asEvent(this.document.progress);
        return void this.page.rowsChanged.asEvent(null);
      case 'reopened':
        void this.doing.onKeys(); // something else may be asked
        return void this.page.reopen.asEvent();
      case 'linked':
        return void this.page.linksChanged.asEvent();
      case 'checked':
      case 'checking':
        return;
    }
  }
}

function rowMemory(document: DatasetDocument): string {
  return `row:${document.uri.toString()}`;
}

function againMemory(document: DatasetDocument): string {
  return `again:${document.uri.toString()}`;
}

function viewMemory(document: DatasetDocument): string {
  return `view:${document.uri.toString()}`;
}
