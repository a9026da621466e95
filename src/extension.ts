import path from 'node:path';
import * as vscode from 'vscode';
import { claimBySocket } from './core/edit/node-claim';
import { takeRoom } from './core/edit/scratch-room';
import { AnnotatorIdentity } from './host/document/annotator';
import { registerCommands, warmUpKeys } from './host/commands';
import { pageOn, showRows } from './host/concepts/concept-commands';
import { ConceptPanel } from './host/concepts/concept-panel';
import { ConceptProblems } from './host/concepts/concept-problems';
import { ConceptView } from './host/concepts/concept-view';
import { ComparePanels } from './host/compare/compare-panels';
import { MeasurePanel } from './host/measures/measure-panel';
import { addBenchmark } from './host/contamination/add-benchmark';
import { checkBenchmarks } from './host/contamination/check-benchmarks';
import { CLEAN } from './host/contamination/contamination-commands';
import { chooseKept, findDuplicates } from './host/contamination/find-duplicates';
import { EvidencePanel } from './host/contamination/evidence-panel';
import type { EvidenceDoing } from './host/contamination/evidence-panel';
import { DatasetEditor } from './host/editor/dataset-editor';
import { offerDefaultEditor } from './host/editor/default-editor';
import { tellFileKind } from './host/document/file-kind-notice';
import { watchDocument } from './host/document/file-watch';
import { FindingView } from './host/findings/finding-view';
import { Gutter } from './host/findings/gutter';
import { UnsavedTexts } from './host/findings/unsaved-texts';
import { FlagComments } from './host/flags/flag-comments';
import { FlagView } from './host/flags/flag-view';
import { DatasetPanels } from './host/page/dataset-panels';
import { ProjectFiles } from './host/project/project-files';
import { ProjectProblems } from './host/project/project-problems';
import { Problems } from './host/problems';
import { ChosenProfiles } from './host/profile-choice';
import { ChosenSchemes } from './host/scheme-choice';
import { ReadOnlyTexts } from './host/read-only-texts';
import { registerRowLinks } from './host/row-links';
import { registerRowLanguage } from './host/schema/row-language';
import { RowSchemas } from './host/schema/row-schemas';
import { SavedQueues } from './host/queue/saved-queues';
import { StatusBar } from './host/status-bar';
import { RecentTags } from './host/tag-choices';
import { VIEW_TYPE } from './host/editor/view-type';
import { conceptActions } from './protocol/concept-page';
import { evidenceActions } from './protocol/evidence-page';
import type { EvidenceAction } from './protocol/evidence-page';
import { measureActions } from './protocol/measure-page';
import type { MeasureAction } from './protocol/measure-page';
import { compareActions } from './protocol/compare-page';
import type { DatasetDocument } from './host/document/dataset-document';
import type { ConceptAction } from './protocol/concept-page';

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const log = vscode.window.createOutputChannel('Scholium', { log: true });
  const editStorage = path.join((context.storageUri ?? context.globalStorageUri).fsPath, 'edits');
  const scratch = await takeRoom(path.join(editStorage, 'rooms'), claimBySocket);
  scratch.swept.catch((error: unknown) => log.warn('files of a window that is gone stay', error));
  const annotator = new AnnotatorIdentity();
  const profiles = new ChosenProfiles(context.workspaceState);
  const schemes = new ChosenSchemes(context.workspaceState);
  const projects = new ProjectFiles(log);
  const projectProblems = new ProjectProblems(projects);
  const unsaved = new UnsavedTexts();
  const problems = new Problems(unsaved);
  const texts = new ReadOnlyTexts();
  const statusBar = new StatusBar(annotator);
  const concepts = new ConceptView();
  const conceptProblems = new ConceptProblems();
  const findings = new FindingView();
  const flags = new FlagView();
  const gutter = new Gutter(unsaved);
  const pageFolder = vscode.Uri.joinPath(context.extensionUri, 'dist', 'page');
  const compare = new ComparePanels(
    {
      compareWorker: path.join(context.extensionPath, 'dist', 'compare-worker.js'),
      chosenProfile: (file) => profiles.of(file),
      projectOf: (file) => projects.of(file),
      log,
    },
    pageFolder,
  );
  const fileReading = {
    checkWorker: path.join(context.extensionPath, 'dist', 'check-worker.js'),
    chosenProfile: (file: string) => profiles.of(file),
    projectOf: (file: string) => projects.of(file),
    log,
  };
  const rowSchemas = new RowSchemas(fileReading);
  let warm: Promise<void> | undefined;
  const keysWarm = () =>
    (warm ??= warmUpKeys().catch((error: unknown) => log.error('the actions were not all run once', error)));
  const editor = new DatasetEditor(
    {
      ...fileReading,
      importWorker: path.join(context.extensionPath, 'dist', 'import-worker.js'),
      linkWorker: path.join(context.extensionPath, 'dist', 'link-worker.js'),
      contaminationWorker: path.join(context.extensionPath, 'dist', 'contamination-worker.js'),
      contaminationCache: path.join(context.globalStorageUri.fsPath, 'contamination'),
      duplicateWorker: path.join(context.extensionPath, 'dist', 'duplicate-worker.js'),
      conceptWorker: path.join(context.extensionPath, 'dist', 'concept-worker.js'),
      statisticsWorker: path.join(context.extensionPath, 'dist', 'statistics-worker.js'),
      editStorage,
      scratchFolder: scratch.room,
      sharesEditStorage: context.storageUri === undefined, // windows without a folder have none of their own
      state: context.workspaceState,
      chosenScheme: (file) => schemes.of(file),
    },
    {
      pageFolder,
      filterWorker: path.join(context.extensionPath, 'dist', 'filter-worker.js'),
      sortWorker: path.join(context.extensionPath, 'dist', 'sort-worker.js'),
      changeWorker: path.join(context.extensionPath, 'dist', 'change-worker.js'),
      exportWorker: path.join(context.extensionPath, 'dist', 'export-worker.js'),
      texts,
      annotator,
      compare,
      profiles,
      schemes,
      projects,
      queues: new SavedQueues(context.workspaceState),
      measures: (document) => measurePanels.open(document),
      evidence: (document) => evidencePanels.open(document),
      recentTags: new RecentTags(context.workspaceState),
      keysWarm,
      state: context.workspaceState,
      log,
    },
  );

  const flagComments = new FlagComments({ ...fileReading, editor, annotator });

  editor.onDidOpen((document) => {
    unsaved.follow(document);
    problems.follow(document);
    findings.follow(document);
    gutter.follow(document);
    conceptProblems.follow(document);
    document.onDidDispose(() => {
      if (concepts.shown === document) concepts.show(null);
      if (flags.shown === document) flags.show(null);
    });
    watchDocument(document, compare, log);
    void tellFileKind(document);
    void offerDefaultEditor(context.workspaceState);
    void keysWarm();
  });
  const find = (document: DatasetDocument, query: string) => showRows(editor, document, query);
  const conceptPanels = new DatasetPanels<ConceptAction>(
    'scholium.conceptKeys',
    (document, doing) => new ConceptPanel(document, pageFolder, doing),
    find,
  );
  let warmConcepts: Promise<void> | undefined;
  conceptPanels.onDidOpen(() => {
    warmConcepts ??= warmUpKeys(Object.keys(conceptActions).map((id) => `conceptGraph.${id}`));
  });
  const measureWorker = path.join(context.extensionPath, 'dist', 'measure-worker.js');
  const measurePanels = new DatasetPanels<MeasureAction>(
    'scholium.measureKeys',
    (document, doing) => new MeasurePanel(document, pageFolder, measureWorker, doing),
    find,
  );
  let warmMeasures: Promise<void> | undefined;
  measurePanels.onDidOpen(() => {
    warmMeasures ??= warmUpKeys(Object.keys(measureActions).map((id) => `measures.${id}`));
  });
  const evidence: EvidenceDoing = {
    check: (document) => checkBenchmarks(document, projects),
    addBenchmark: async (document) => {
      const name = await addBenchmark(document, projects);
      await document.projectChanged();
      return name;
    },
    findDuplicates,
    chooseKept,
    exportClean: async (document) => pageOn(editor, document).exportFound(CLEAN),
    openRow: async (document, row) => pageOn(editor, document).showFileRow(row),
  };
  const evidencePanels = new DatasetPanels<EvidenceAction>(
    'scholium.evidenceKeys',
    (document, doing) => new EvidencePanel(document, { ...evidence, pageFolder, annotator }, doing),
    find,
  );
  let warmEvidence: Promise<void> | undefined;
  evidencePanels.onDidOpen(() => {
    warmEvidence ??= warmUpKeys(Object.keys(evidenceActions).map((id) => `evidence.${id}`));
  });
  let warmCompare: Promise<void> | undefined;
  compare.onDidOpen(() => {
    warmCompare ??= warmUpKeys(Object.keys(compareActions).map((id) => `compare.${id}`));
  });
  editor.onDidChangeActive((panel) => {
    statusBar.show(panel?.document ?? null);
    if (!panel) return;
    concepts.show(panel.document);
    flags.show(panel.document);
  });
  projects.onDidChange(() => {
    rowSchemas.forget();
    for (const document of editor.documents)
      document.projectChanged().catch((error: unknown) => log.error(`${document.name}: its project`, error));
  });
  annotator.onDidChange(() => statusBar.show(editor.active?.document ?? null));

  context.subscriptions.push(
    log,
    annotator,
    projects,
    projectProblems,
    unsaved,
    problems,
    texts,
    statusBar,
    concepts,
    findings,
    flags,
    flagComments,
    gutter,
    conceptPanels,
    measurePanels,
    evidencePanels,
    conceptProblems,
    compare,
    registerCommands({
      context,
      editor,
      annotator,
      profiles,
      projects,
      compare,
      concepts,
      findings: { editor, view: findings, annotator, closed: fileReading },
      flags,
      flagComments,
      conceptPanels,
      measurePanels,
      evidencePanels,
      evidence,
      texts,
      log,
    }),
    registerRowLinks(editor, unsaved),
    registerRowLanguage(rowSchemas),
    vscode.window.registerCustomEditorProvider(VIEW_TYPE, editor, {
      supportsMultipleEditorsPerDocument: true,
      webviewOptions: { retainContextWhenHidden: true, enableFindWidget: true },
    }),
  );
  await annotator.look();
  log.info(`Scholium ${String(context.extension.packageJSON.version)} is ready`);
}
