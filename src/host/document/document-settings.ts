import type * as vscode from 'vscode';
import type { Project } from '../../core/project/project';

/** What a document needs to know of the window that it is opened in. Workers: the built scripts. */
export interface DocumentSettings {
  checkWorker: string;
  statisticsWorker: string;
  conceptWorker: string;
  contaminationWorker: string;
  contaminationCache: string;
  duplicateWorker: string;
  importWorker: string;
  linkWorker: string;
  /** Where unsaved edits are kept. */
  editStorage: string;
  /** A folder for files that are needed for a while, of this window alone. */
  scratchFolder: string;
  /** Whether other windows keep theirs there as well. */
  sharesEditStorage: boolean;
  state: vscode.Memento;
  /** The profile that somebody chose for a file, if any. */
  chosenProfile(file: string): string | undefined;
  /** The scheme that somebody chose for a file, if any. */
  chosenScheme(file: string): string | null;
  /** The project that a file belongs to, as it is on disk now. */
  projectOf(file: string): Promise<Project | null>;
  log: vscode.LogOutputChannel;
}
