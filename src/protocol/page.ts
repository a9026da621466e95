import type { Decision, SignedDecision, Target } from '../core/annotation/event';
import type { LabelMode } from '../core/annotation/labelling';
import type { Finding } from '../core/check/finding';
import type { LibraryEntry } from '../core/profile/library-entry';
import type { Profile } from '../core/profile/profile';
import type { Action } from './actions';

/** What the page may ask of the host. Row numbers are 0-based. */
export interface HostApi {
  /** Everything that the page needs to draw its frame. Called at the start, and again after `reopen`. */
  open(): Promise<Opening>;
  /** Rows for the list: long ones are cut. Fewer than asked when the index has not come so far. */
  rows(from: number, count: number): Promise<RowPacket[]>;
  /** One row, whole (up to the size that is worth reading); null when the index has not come so far. */
  row(number: number): Promise<RowPacket | null>;
  /** The hints and concepts with these ids in the files beside the dataset; unknown ids are left out. */
  references(ids: string[]): Promise<LibraryEntry[]>;
  /** Resolves once the decisions are on disk; rejects when they are not. */
  decide(row: { number: number; hash: string }, decisions: Decision[]): Promise<RowState>;
  /** Takes back the newest decision, wherever it was made; null when there is none. */
  undo(): Promise<(RowState & { target: Target }) | null>;
  /** An image below the dataset's folder. */
  image(file: string): Promise<ImagePacket>;
  /** Whether label keys work: the page has the focus, and no text box has it. */
  keysOn(on: boolean): Promise<void>;
  /** The row that is being read. */
  moved(number: number): Promise<void>;
  openAsText(number: number): Promise<void>;
  chooseProfile(): Promise<void>;
  /** Asks for a row number, and goes there. */
  askForRow(): Promise<void>;
  chooseAnnotator(): Promise<void>;
  showProblems(): Promise<void>;
  setMode(mode: LabelMode): Promise<void>;
}

/** What the host tells the page. */
export interface PageApi {
  indexed(progress: IndexProgress): void;
  /** Findings or decisions of these rows changed; null: of any row. */
  rowsChanged(rows: number[] | null): void;
  /** The profile, the file or the annotator changed: ask for everything again. */
  reopen(): void;
  /** A key was pressed or a command was run. */
  act(action: Action): void;
  goTo(row: number): void;
}

export interface Opening {
  /** The file's name, and its folder relative to the workspace. */
  name: string;
  folder: string;
  profile: Profile;
  /** Why this profile: what was seen in the rows, or that somebody chose it. */
  why: string;
  progress: IndexProgress;
  /** Null until somebody said who annotates. */
  annotator: string | null;
  /** Rows for which the annotator has decided something. */
  labelledRows: number;
  /** The row to begin with. */
  row: number;
  mode: LabelMode;
  /** Somebody uses a screen reader: formulas carry MathML. */
  screenReader: boolean;
  /** Lines of the annotation logs that could not be read. */
  logFaults: string[];
}

export interface IndexProgress {
  rows: number;
  complete: boolean;
  bytesRead: number;
  bytesTotal: number;
  /** Why the index stopped before the end of the file. */
  failure: string | null;
}

export interface RowPacket {
  number: number;
  /** The row's raw bytes; parsed in the page, which is cheaper than posting objects. */
  bytes: ArrayBuffer;
  /** Size of the whole row; more than `bytes` holds when it was cut. */
  size: number;
  key: string;
  hash: string;
  findings: Finding[];
  standing: StandingDecision[];
}

/** What stands for a row after a decision or its undoing. */
export interface RowState {
  number: number;
  standing: StandingDecision[];
  /** Rows for which the annotator has decided something. */
  labelledRows: number;
}

/** A decision that stands, and whether the text it is about has changed since. */
export interface StandingDecision {
  decision: SignedDecision;
  drifted: boolean;
}

export interface ImagePacket {
  bytes: ArrayBuffer;
  type: string;
}
