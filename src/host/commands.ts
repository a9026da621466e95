import path from 'node:path';
import * as vscode from 'vscode';
import { errorMessage } from '../core/error-message';
import { actions, isAction } from '../protocol/actions';
import { conceptActions, isConceptAction } from '../protocol/concept-page';
import type { ConceptAction } from '../protocol/concept-page';
import { isMeasureAction, measureActions } from '../protocol/measure-page';
import type { MeasureAction } from '../protocol/measure-page';
import { evidenceActions, isEvidenceAction } from '../protocol/evidence-page';
import type { EvidenceAction } from '../protocol/evidence-page';
import { compareActions, isCompareAction } from '../protocol/compare-page';
import type { AnnotatorIdentity } from './document/annotator';
import type { DatasetDocument } from './document/dataset-document';
import { compareWithFile, compareWithHead } from './compare/compare-commands';
import type { ComparePanels } from './compare/compare-panels';
import { conceptCommands } from './concepts/concept-commands';
import type { ConceptView } from './concepts/concept-view';
import { contaminationCommands } from './contamination/contamination-commands';
import type { EvidenceDoing } from './contamination/evidence-panel';
import { convertToJsonl } from './transfer/convert-to-jsonl';
import { makeDefault } from './editor/default-editor';
import type { DatasetEditor } from './editor/dataset-editor';
import { flagCommands } from './flags/flag-commands';
import type { FlagComments } from './flags/flag-comments';
import type { FlagView } from './flags/flag-view';
import { scanForPlanted } from './findings/scan-corpus';
import { findingCommands } from './findings/finding-commands';
import type { FindingSurroundings } from './findings/finding-commands';
import type { DatasetPanels } from './page/dataset-panels';
import { chooseProfile } from './profile-choice';
import type { ChosenProfiles } from './profile-choice';
import type { ProjectFiles } from './project/project-files';
import { inferDatasetSchema } from './schema/infer-dataset-schema';
import type { ReadOnlyTexts } from './read-only-texts';
import { openSample } from './sample-workspace';
import { importSuggestions } from './suggestions/import-suggestions';
import { showAgreement, showTeamStatus } from './team/team-reports';
import { closeTextTabs, openAsText, rowOfCursor } from './text-editor';
import { VIEW_TYPE } from './editor/view-type';

export interface CommandSurroundings {
  context: vscode.ExtensionContext;
  editor: DatasetEditor;
  annotator: AnnotatorIdentity;
  profiles: ChosenProfiles;
  projects: ProjectFiles;
  compare: ComparePanels;
  concepts: ConceptView;
  conceptPanels: DatasetPanels<ConceptAction>;
  findings: FindingSurroundings;
  flags: FlagView;
  flagComments: FlagComments;
  measurePanels: DatasetPanels<MeasureAction>;
  evidencePanels: DatasetPanels<EvidenceAction>;
  evidence: EvidenceDoing;
  texts: ReadOnlyTexts;
  log: vscode.LogOutputChannel;
}

/** Registers every command. The one place where a command that fails becomes a message. */
export function registerCommands(around: CommandSurroundings): vscode.Disposable {
  const {
    editor,
    annotator,
    profiles,
    projects,
    compare,
    concepts,
    conceptPanels,
    findings,
    flags,
    flagComments,
    measurePanels,
    evidencePanels,
    evidence,
    texts,
    context,
    log,
  } = around;
  const schemaWorker = path.join(context.extensionPath, 'dist', 'schema-worker.js');
  const agreementWorker = path.join(context.extensionPath, 'dist', 'agreement-worker.js');
  const importWorker = path.join(context.extensionPath, 'dist', 'import-worker.js');
  const exportWorker = path.join(context.extensionPath, 'dist', 'export-worker.js');
  const commands: Record<string, (...args: unknown[]) => unknown> = {
    open: (uri, row) => openInScholium(editor, uri, row),
    openAsText: (uri) => backToText(editor, uri),
    openSample: () => openSample(context),
    goToRow: () => editor.active?.askForRow(),
    undoEdit: () => editor.history.undo(),
    redoEdit: () => editor.history.redo(),
    chooseProfile: () => editor.active && chooseProfile(editor.active.document, profiles),
    chooseAnnotator: () => annotator.ask(),
    makeDefault: () => makeDefault(),
    convertToJsonl: (uri) =>
      convertToJsonl(uri, { importWorker, texts, open: (result) => openAtRow(editor, result, null) }),
    scanForPlanted: () =>
      scanForPlanted(documentInFront(editor), path.join(context.extensionPath, 'dist'), texts),
    inferSchema: () => inferDatasetSchema(documentInFront(editor), projects, schemaWorker),
    showLog: () => log.show(),
    showTeamStatus: () => showTeamStatus(documentInFront(editor), texts),
    showAgreement: () => showAgreement(documentInFront(editor), texts, agreementWorker),
    importSuggestions: () => importSuggestions(documentInFront(editor)),
    compareWithFile: (uri, selected) => compareWithFile(compare, datasetMeant(editor, uri), selected),
    compareWithHead: (uri) =>
      compareWithHead(compare, datasetMeant(editor, uri), context.storageUri ?? context.globalStorageUri),
  };
  for (const [id, run] of Object.entries(
    conceptCommands(editor, concepts, conceptPanels, { exportWorker, texts }),
  ))
    commands[`concepts.${id}`] = run;
  for (const [id, run] of Object.entries(findingCommands(findings))) commands[`findings.${id}`] = run;
  for (const [id, run] of Object.entries(flagCommands(editor, flags, flagComments)))
    commands[`flags.${id}`] = run;
  Object.assign(commands, contaminationCommands(editor, evidencePanels, evidence));
  for (const id of Object.keys(actions)) {
    if (isAction(id)) commands[id] ??= () => editor.act(id);
  }
  for (const id of Object.keys(compareActions)) {
    if (isCompareAction(id)) commands[`compare.${id}`] = () => compare.act(id);
  }
  for (const id of Object.keys(conceptActions)) {
    if (isConceptAction(id)) commands[`conceptGraph.${id}`] = () => conceptPanels.act(id);
  }
  for (const id of Object.keys(measureActions)) {
    if (isMeasureAction(id)) commands[`measures.${id}`] = () => measurePanels.act(id);
  }
  for (const id of Object.keys(evidenceActions)) {
    if (isEvidenceAction(id)) commands[`evidence.${id}`] = () => evidencePanels.act(id);
  }
  const registered = Object.entries(commands).map(([id, run]) =>
    vscode.commands.registerCommand(`scholium.${id}`, async (...args: unknown[]) => {
      if (args[0] === WARM_UP) return;
      try {
        return await run(...args);
      } catch (error) {
        log.error(`scholium.${id}`, error);
        void vscode.window.showErrorMessage(errorMessage(error));
      }
    }),
  );
  return vscode.Disposable.from(...registered);
}

const WARM_UP = 'scholium: nothing, only warm up';

/**
 * Makes the workbench run every action once, to no effect. It looks for a contributed command's extension the first time that the
 * command is run, and does not wait with the next: a second key could overtake the first.
 */
export async function warmUpKeys(ids = Object.keys(actions)): Promise<void> {
  const commands = ids.map((id) => ({ command: `scholium.${id}`, args: WARM_UP }));
  await vscode.commands.executeCommand('runCommands', { commands });
}

function documentInFront({ active }: DatasetEditor): DatasetDocument {
  if (!active) throw new Error(vscode.l10n.t('Open a dataset first.'));
  return active.document;
}

/** The file that a command is about: the one it was called on, else the one in front. */
function datasetMeant(editor: DatasetEditor, given: unknown): vscode.Uri | undefined {
  if (given instanceof vscode.Uri) return given;
  return editor.active?.document.uri ?? vscode.window.activeTextEditor?.document.uri;
}

/** Opens a dataset, at the row of the text editor's cursor where it is already open as text. */
async function openInScholium(editor: DatasetEditor, given: unknown, row: unknown): Promise<void> {
  const uri = given instanceof vscode.Uri ? given : vscode.window.activeTextEditor?.document.uri;
  if (!uri) throw new Error(vscode.l10n.t('Open or select a .jsonl file first.'));
  await openAtRow(editor, uri, typeof row === 'number' ? row : rowOfCursor(uri));
}

/** Opens a dataset in Scholium, at a row (0-based) when one is given. */
export async function openAtRow(editor: DatasetEditor, uri: vscode.Uri, row: number | null): Promise<void> {
  await vscode.commands.executeCommand('vscode.openWith', uri, VIEW_TYPE);
  await closeTextTabs(uri);
  if (row !== null) editor.active?.goToFileRow(row);
}

async function backToText(editor: DatasetEditor, given: unknown): Promise<void> {
  const active = editor.active;
  const uri = given instanceof vscode.Uri ? given : active?.document.uri;
  if (uri) await openAsText(uri, active?.document.uri.toString() === uri.toString() ? active.fileRow : 0);
}
