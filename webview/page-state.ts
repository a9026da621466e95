import type { AnswerAgreement } from '../src/core/agreement/answer-agreement';
import type { PairAgreement } from '../src/core/agreement/pair-agreement';
import type { Decision } from '../src/core/annotation/event';
import type { LabelMode } from '../src/core/annotation/labelling';
import type { LabelScore } from '../src/core/queue/gold-score';
import type { CurationCounts } from '../src/core/review/curation';
import type { LibraryEntry } from '../src/core/profile/library-entry';
import type { SpanPlace } from '../src/core/scheme/span-walk';
import type { RowStatus } from '../src/core/annotation/labelling';
import type { RowGroups } from '../src/protocol/group';
import type { IndexProgress, Opening, View } from '../src/protocol/page';
import type { ColumnSummary, QueueState, TableColumn } from '../src/protocol/table';
import type { Cursor } from './cursor';
import type { Dividing } from './cut-session';
import type { LoadedRow } from './loaded-row';

/** A part of the page that can be folded or hidden. */
export type Part =
  | 'hints'
  | 'concepts'
  | 'solution'
  | 'guideline'
  | 'others'
  | 'source'
  | 'rows'
  | 'whole'
  | 'changes'
  | 'pinned';

/** All that the page shows. Replaced as a whole with every change. */
export interface PageState {
  opening: Opening;
  progress: IndexProgress;
  mode: LabelMode;
  view: View;
  queue: QueueState;
  /** Where the table's cursor is: a 0-based position in the queue. */
  position: number;
  columns: TableColumn[];
  statistics: Statistics;
  /** Numbers of the rows that are selected in the table. */
  selected: ReadonlySet<number>;
  /** The position that was selected last. */
  selectedFrom: number | null;
  /** Number of the row that is read, 0-based. */
  number: number;
  /** It is the second time that it comes. */
  again: boolean;
  /** Null while the row is being read for the first time. */
  row: LoadedRow | null;
  library: ReadonlyMap<string, LibraryEntry>;
  cursor: Cursor;
  /** Which question of the scheme is in hand, and about which part of the row. */
  asking: AskingState;
  /** Null unless rows that belong together are shown. */
  group: GroupState | null;
  /** How far the two annotators in sight agree over the dataset; null until the review has asked. */
  agreement: PairAgreement | null;
  /** The same of the question in hand; also null where its answers are not compared. */
  answerAgreement: AnswerAgreement | null;
  /** The answer that a reviewer has begun to give; null while there is none. */
  deciding: Deciding | null;
  /** The review goes to its first row once its rows are known. */
  reviewFromStart: boolean;
  /** Decisions on their way to the disk. */
  underWay: Decision[];
  saved: Saved;
  labelledRows: number;
  /** How many of them are not finished, as far as is known. */
  begunRows: number;
  /** How many rows one accepted, rejected, fixed or skipped. */
  curated: CurationCounts;
  pace: number | null;
  /** How one's labels compare with those that are the measure; null where there is none. */
  gold: LabelScore | null;
  /** How one's labels of rows that came twice compare; null where there is none. */
  self: LabelScore | null;
  shown: Record<Part, boolean>;
  dialog: Form | null;
  /** The step in hand is being divided. */
  dividing: Dividing | null;
  /** Which of the row's pictures is looked at. */
  picture: number;
  /** The text box of the query is asked for: counts how often. */
  findAsked: number;
  /** The text box for an answer in words is asked for: counts how often. */
  wordsAsked: number;
  /** Whether label keys reach this page. */
  focused: boolean;
  /** Counts changes of rows that the list must fetch anew. */
  listVersion: number;
  /** How rows stand that were labelled here since the list was fetched. */
  labelledHere: ReadonlyMap<number, { status: RowStatus; flags: number }>;
}

/** A span while it is chosen: in which of the texts that are asked about, and what of it. */
export interface SpanInHand {
  text: number;
  place: SpanPlace;
}

/** Where the next answer goes, while a scheme asks. */
export interface AskingState {
  /** Place among the parts of the row that the questions are about. */
  target: number;
  /** Place among the scheme's questions. */
  question: number;
  /** Words are being written. */
  writing: boolean;
  /** The span that is being chosen. */
  span: SpanInHand | null;
  /** When the question came in hand, in milliseconds of the page's own clock. */
  since: number;
  /** The rows that this one makes pairs with; null while they are not known. */
  others: LoadedRow[] | null;
}

/** A reviewer's own answer, before it is decided. */
export interface Deciding {
  /** The row, the question and the part of the row that it is about. */
  about: string;
  /** Of several; null while nothing was chosen or taken off. */
  chosen: readonly string[] | null;
  /** Words are being written. */
  writing: boolean;
}

/** A form over the page. */
type Form =
  | 'flag'
  | 'answer'
  | 'keys'
  | 'tagRow'
  | 'tagStep'
  | 'pictures'
  | 'pick'
  | 'giveUp'
  | 'comment'
  | 'decisions'
  | 'field'
  | 'row'
  | 'add'
  | 'mapping';

/** The groups of one row, and where one is in them. */
export interface GroupState {
  /** The row whose groups these are, 0-based; null in a dataset without rows. */
  of: number | null;
  /** The view to go back to. */
  from: Exclude<View, 'group'>;
  /** Null until the host has answered. */
  found: RowGroups | null;
  /** Which of the row's groups is in front. */
  at: number;
  /** Which of its members is in hand. */
  cursor: number;
  /** The members that are drawn, by their place among all; null for a row that is gone. */
  rows: ReadonlyMap<number, LoadedRow | null>;
  failure: string | null;
}

/** What was counted of the columns, in `share` (0 to 1) of the file. */
interface Statistics {
  byColumn: ReadonlyMap<string, ColumnSummary>;
  share: number;
}

export type Saved = { kind: 'nothing' } | { kind: 'at'; time: Date } | { kind: 'failed'; message: string };

/** In a page narrower than this (CSS pixels) the row list would lie over the row. */
const ROOM_FOR_ROWS = 880;

export function roomForRows(): boolean {
  return window.innerWidth >= ROOM_FOR_ROWS;
}

/** One row has the whole page: nothing else is in sight. */
export function isWhole({ shown, view }: PageState): boolean {
  return shown.whole && view === 'focus';
}

export function firstState(opening: Opening): PageState {
  return {
    opening,
    progress: opening.progress,
    mode: opening.mode,
    view: opening.view === 'group' ? 'focus' : opening.view, // its group is asked for anew
    queue: opening.queue,
    position: opening.row,
    columns: opening.columns,
    statistics: { byColumn: new Map(), share: 0 },
    selected: new Set(),
    selectedFrom: null,
    number: opening.row,
    again: opening.again,
    row: null,
    library: new Map(),
    cursor: { trace: 0, step: 0 },
    asking: { target: 0, question: 0, writing: false, span: null, since: 0, others: null },
    group: null,
    agreement: null,
    answerAgreement: null,
    deciding: null,
    reviewFromStart: false,
    underWay: [],
    saved: { kind: 'nothing' },
    labelledRows: opening.labelledRows,
    begunRows: opening.begunRows,
    pace: opening.pace,
    gold: opening.gold,
    self: opening.self,
    curated: opening.curated,
    shown: {
      hints: true,
      concepts: true,
      solution: false,
      guideline: true,
      others: true,
      source: false,
      rows: roomForRows(),
      whole: false,
      changes: false,
      pinned: opening.pinned,
    },
    dialog: null,
    dividing: null,
    picture: 0,
    findAsked: 0,
    wordsAsked: 0,
    focused: document.hasFocus(),
    listVersion: 0,
    labelledHere: new Map(),
  };
}
