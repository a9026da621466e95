import type { AnswerAgreement } from '../core/agreement/answer-agreement';
import type { PairAgreement } from '../core/agreement/pair-agreement';
import type { AnswerTarget, Decision, SignedDecision, Target } from '../core/annotation/event';
import type { LabelMode, RowStatus } from '../core/annotation/labelling';
import type { TagChoice } from '../core/concept/tag-choices';
import type { FindingVerdict } from '../core/annotation/finding-verdict';
import type { Finding } from '../core/check/finding';
import type { ImageFacts } from '../core/image/image-check';
import type { LibraryEntry } from '../core/profile/library-entry';
import type { Lack } from '../core/profile/lacks';
import type { Profile } from '../core/profile/profile';
import type { JsonPath } from '../core/row/json';
import type { CurationCounts } from '../core/review/curation';
import type { LabelScore } from '../core/queue/gold-score';
import type { RowPass } from '../core/queue/queue-order';
import type { NamedScheme } from '../core/scheme/scheme';
import type { Action } from './actions';
import type { RowGroups } from './group';
import type { MappingStart } from './mapping';
import type { ChosenRows, RowEdit } from './row-edit';
import type { ColumnSummary, ListedRow, QueueState, Sort, Suggestion, TableColumn } from './table';

/** What a decision was about, and the question that it answers, where that is asked. */
export interface DecidedPlace {
  target: Target;
  question: string | null;
}

/** What the page may ask of the host. Row numbers are 0-based. */
export interface HostApi {
  /** Everything that the page needs to draw its frame. Called at the start, and again after `reopen`. */
  open(): Promise<Opening>;
  /** Rows of the queue from a position on, with these columns' cells. Fewer than asked where the queue ends. */
  list(from: number, count: number, columns: string[]): Promise<ListedRow[]>;
  /**
   * One row, whole (up to the size that is worth reading); null when the index has not come so far. `again`: as it comes the second
   * time, where one has labelled it before.
   */
  row(number: number, again?: boolean): Promise<RowPacket | null>;
  /** A part of a row that is too long to be sent whole. */
  rowPart(number: number, from: number, length: number): Promise<ArrayBuffer>;
  /** The bytes that a row had when its hash was `hash`; null when nothing here has them any more. */
  earlierRow(number: number, hash: string): Promise<ArrayBuffer | null>;
  /** Which rows are in the queue, and in which order. */
  setQueue(query: string, sort: Sort | null): Promise<void>;
  /** Ends a search or a sort that is under way; what was found stays. */
  stopQueue(): Promise<void>;
  /** What can be typed at the caret of a query. */
  suggest(query: string, caret: number): Promise<Suggestion[]>;
  /** Asks for a name, and keeps the query and the order as a queue of this dataset. */
  saveQueue(): Promise<void>;
  /** Asks which of the kept queues to go through. */
  chooseQueue(): Promise<void>;
  /** Asks by which column to sort. */
  chooseSort(): Promise<void>;
  /** Keeps which columns the table has, in which order, how wide (CSS pixels), and which view is in front. */
  setColumns(shown: { id: string; width: number }[]): Promise<void>;
  setView(view: View): Promise<void>;
  /** Asks which columns the table has. */
  chooseColumns(): Promise<void>;
  /** The columns' statistics are wanted: they arrive by `statistics`. */
  countColumns(): Promise<void>;
  /** The groups of linked rows that a row belongs to. Reads the links when nobody asked for them before. */
  groups(row: number): Promise<RowGroups>;
  /** A row of a file beside the dataset; null when it is gone. */
  rowBeside(file: number, row: number): Promise<RowPacket | null>;
  /** Opens such a row in its own file. */
  openBeside(file: number, row: number): Promise<void>;
  /** Asks in which way these rows belong together, and records it. */
  linkRows(rows: number[]): Promise<void>;
  /** Changes the dataset, as an edit that can be undone and is written by a save. Rejects when it cannot be done. */
  edit(edit: RowEdit): Promise<void>;
  /** Asks for a change of many rows, shows what it would do, and does it. Null: all rows of the queue. */
  changeRows(rows: ChosenRows | null): Promise<void>;
  /** Asks where to, and writes these rows, or all of the queue, in another file. */
  exportRows(rows: ChosenRows | null): Promise<void>;
  /** Asks for a range of numbers, shows variants of a row with others, and adds them behind it. */
  makeVariants(row: number): Promise<void>;
  /** Asks how, and makes another dataset of this one. */
  makeDataset(): Promise<void>;
  /** The hints and concepts with these ids in the files beside the dataset; unknown ids are left out. */
  references(ids: string[]): Promise<LibraryEntry[]>;
  /** Resolves once the decisions are on disk; rejects when they are not. */
  decide(row: { number: number; hash: string; again?: boolean }, decisions: Decision[]): Promise<RowState>;
  /**
   * Asks a language model of VS Code about the part of a row in hand, by the scheme in force: what it says are suggestions. Rejects with
   * what is missing.
   */
  askModel(row: { number: number; hash: string }, inHand: AnswerTarget): Promise<void>;
  /** How far two annotators agree over the dataset. */
  agreement(annotators: [string, string]): Promise<PairAgreement>;
  /** The same of a question of a scheme; null where answers to it are not compared. */
  answerAgreement(
    annotators: [string, string],
    asked: { scheme: string; question: string },
  ): Promise<AnswerAgreement | null>;
  /** Asks, and settles everything on which all annotators agree, in the rows of the queue. */
  settleAllAgreed(): Promise<void>;
  /** What rows and steps can be tagged with: entries of libraries, and what was used lately, the last one first. */
  tagChoices(): Promise<{ library: TagChoice[]; recent: TagChoice[] }>;
  /** One's last decisions that stand, newest first, and how one's labels compare with those that are a queue's measure. */
  lastDecisions(): Promise<LastDecisions>;
  ownFigures(): Promise<OwnFigures>;
  /** How many rows one began and did not finish, once all that one labelled were looked at. */
  countBegun(): Promise<number>;
  /** Shows what one of these decisions is about. */
  showDecision(id: string): Promise<void>;
  /** Takes back the newest decision, wherever it was made; null when there is none. */
  undo(): Promise<(RowState & { target: Target }) | null>;
  /** An image file that a row names. */
  image(file: string): Promise<ImagePacket>;
  /** Whether label keys work: the page has the focus, and no text box has it. */
  keysOn(on: boolean): Promise<void>;
  /** The row that is being read, and whether for the second time. */
  moved(number: number, again: boolean): Promise<void>;
  openAsText(number: number): Promise<void>;
  /** Makes a dataset of a file that is no JSON Lines. */
  convertFile(): Promise<void>;
  chooseProfile(): Promise<void>;
  /** Asks what is to be asked of the rows. */
  chooseScheme(): Promise<void>;
  /** Opens the scheme in the project file beside the page. */
  editScheme(): Promise<void>;
  /** What a question of the scheme in force can be answered with, where its values stand in a file. */
  catalogue(question: string): Promise<TagChoice[]>;
  /** What the mapping editor begins with. */
  mapping(): Promise<MappingStart>;
  /** Saves a profile in the project file, and reads this dataset with it. Rejects when it is not saved; `reopen` follows when it is. */
  saveMapping(profile: Profile): Promise<void>;
  /** Opens the panel with what is measured of the dataset. */
  measures(): Promise<void>;
  /** Opens the panel with problems of benchmarks in the dataset. */
  evidence(): Promise<void>;
  /** Asks for a row, by its number or id, and goes there. */
  askForRow(): Promise<void>;
  chooseAnnotator(): Promise<void>;
  showProblems(): Promise<void>;
  setMode(mode: LabelMode): Promise<void>;
  /** Keeps whether the reference answer and solution stay in sight. */
  setPinned(pinned: boolean): Promise<void>;
}

/** What the host tells the page. */
export interface PageApi {
  indexed(progress: IndexProgress): void;
  /** The rows in the queue, or their number, changed. */
  queueChanged(queue: QueueState): void;
  columnsChanged(columns: TableColumn[]): void;
  /** What was counted so far. `share` is the part of the file that was read, 0 to 1. */
  statistics(columns: ColumnSummary[], share: number): void;
  /** Values, findings or decisions of these rows changed; null: of any row. */
  rowsChanged(rows: number[] | null): void;
  /** More is known of which rows belong together. */
  linksChanged(): void;
  /** The profile, the file or the annotator changed: ask for everything again. */
  reopen(): void;
  /** Whether the keys are the page's. */
  hasFocus(): boolean;
  /** A key was pressed or a command was run. */
  act(action: Action): void;
  /**
   * Shows a row, and in it the value at `path`, where one is named; `at` is a UTF-16 offset in that text. `again`: as it comes the
   * second time.
   */
  goTo(row: number, path: JsonPath | null, at?: number, again?: boolean, about?: DecidedPlace): void;
}

/** Reading one row, many rows in a table, the rows that belong together with one, or what annotators differ on. */
export type View = 'focus' | 'table' | 'group' | 'review';

/** What one did so far; for nobody else's eyes. */
export interface OwnFigures {
  /** Rows that the annotator labelled by what is asked. */
  labelledRows: number;
  /** How many of them are not finished, as far as is known. */
  begunRows: number;
  /** How many rows an hour the annotator did lately; null when that is not known. */
  pace: number | null;
  /** How one's labels of gold rows compare. */
  gold: LabelScore | null;
  /** How one's labels of rows that came twice compare. */
  self: LabelScore | null;
  /** How many rows the annotator accepted, rejected, fixed or skipped. */
  curated: CurationCounts;
}

export interface Opening extends OwnFigures {
  /** The file's name, and its folder relative to the workspace. */
  name: string;
  folder: string;
  profile: Profile;
  /** Why this profile: what was seen in the rows, or that somebody chose it. */
  why: string;
  /** Fields that the profile names and that no row has, with the field that may have its place now. */
  lacks: Lack[];
  /** What is asked of the rows; null for labels of steps and a verdict. */
  scheme: NamedScheme | null;
  /** All that could be asked: whose questions answers are to. */
  schemes: NamedScheme[];
  progress: IndexProgress;
  queue: QueueState;
  view: View;
  columns: TableColumn[];
  /** Somebody chose which columns there are. */
  columnsChosen: boolean;
  /** What the file is where it is no JSON Lines, in a sentence, and whether a dataset can be made of it; else null. */
  otherKind: { sentence: string; convertible: boolean } | null;
  /** Why rows cannot be edited; null when they can. */
  readOnly: string | null;
  /** Null until somebody said who annotates. */
  annotator: string | null;
  /** The row to begin with. */
  row: number;
  /** It is the second time that it comes. */
  again: boolean;
  mode: LabelMode;
  /** The reference answer and solution stay in sight beside the steps. */
  pinned: boolean;
  /** Somebody uses a screen reader: formulas carry MathML. */
  screenReader: boolean;
  /** Lines of the annotation logs that could not be read. */
  logFaults: string[];
}

export interface LastDecisions {
  decisions: SignedDecision[];
  /** By queue; for nobody else's eyes. */
  gold: (LabelScore & { queue: string })[];
  /** Of rows that came twice; as little. */
  self: LabelScore | null;
}

export interface IndexProgress {
  rows: number;
  /** Another number whenever a row number may stand for another row than before. */
  numbering: number;
  complete: boolean;
  bytesRead: number;
  bytesTotal: number;
  /** Why the index stopped before the end of the file. */
  failure: string | null;
}

export interface RowPacket {
  number: number;
  /** Its place in the queue; null when it is not in it. */
  position: number | null;
  /** It comes the second time: what is said of it is compared with the first time, and counts no more than that. */
  again: boolean;
  /** Its neighbours in the queue; null where there is none, or none yet. */
  previous: RowPass | null;
  next: RowPass | null;
  /** It has an edit that is not saved. */
  edited: boolean;
  /** The row's raw bytes; parsed in the page, which is cheaper than posting objects. */
  bytes: ArrayBuffer;
  /** Size of the whole row; more than `bytes` holds when it was cut. */
  size: number;
  key: string;
  hash: string;
  findings: ShownFinding[];
  /** What is known of the image files that it names, by their names there; missing where there are none. */
  images?: Record<string, ImageFacts>;
  /** One's own decisions, and everybody's flags. */
  standing: StandingDecision[];
  /** Everybody's labels, verdicts, comments, adjudications and decisions on the row: for the review, and nowhere else. */
  review: StandingDecision[];
  /** What models suggest where one has spoken oneself; missing where suggestions are not shown. */
  suggested?: StandingDecision[];
}

/** What stands for a row after a decision or its undoing. */
export interface RowState extends Omit<OwnFigures, 'gold' | 'self'> {
  number: number;
  /** It is what stands of the second time that the row comes. */
  again: boolean;
  standing: StandingDecision[];
  review: StandingDecision[];
  suggested: StandingDecision[];
  /** Missing where the row is not gold, and nothing of it changed. */
  gold?: LabelScore | null;
  /** Missing where the row did not come twice. */
  self?: LabelScore | null;
  status: RowStatus;
  flags: number;
}

/** A finding, and what reviewers came to about it. */
export type ShownFinding = Finding & { verdict?: FindingVerdict | null };

/** A decision that stands, and whether the text it is about has changed since. */
export interface StandingDecision {
  decision: SignedDecision;
  drifted: boolean;
}

export interface ImagePacket {
  bytes: ArrayBuffer;
  type: string;
}
