import type { ContaminationVerdict } from '../core/annotation/event';
import type { AnswerVerdict } from '../core/answer/comparison';
import type { SpanPair } from '../core/contamination/evidence';
import type { HitJudgement, JudgedKind } from '../core/contamination/hit';
import type { HitClass } from '../core/contamination/match-classes';
import type { Split } from '../core/link/splits';
import type { Profile } from '../core/profile/profile';
import type { JsonPath } from '../core/row/json';

/** What the page of the evidence may ask of the host. Hits are named by their ids, rows are 0-based. */
export interface EvidenceHostApi {
  open(): Promise<EvidenceOpening>;
  /** At most 1,000 hits from a place on, in the order in which they were found. */
  hits(from: number): Promise<ListedHit[]>;
  evidence(hit: number): Promise<HitEvidence>;
  /** Judges hits; those with the same two texts are judged with them. Resolves with how many were. */
  judge(hits: number[], verdict: ContaminationVerdict): Promise<number>;
  /** The same for many, after a question that says how many. Resolves with null when somebody thinks better of it. */
  judgeMany(hits: number[], what: string): Promise<number | null>;
  /** Judges hits as the same two texts were judged elsewhere. Resolves with how many there were. */
  takeOver(): Promise<number>;
  /** Takes back the newest verdict or quarantine. Resolves with the hit that it was about. */
  undo(): Promise<number | null>;
  /** Puts the hit's row into quarantine, or lets it in again. */
  quarantine(hit: number, on: boolean): Promise<void>;
  openRow(hit: number): Promise<void>;
  openItem(hit: number): Promise<void>;
  /** Asks which benchmarks, and checks the dataset against them; or searches for duplicates again, where these are shown. */
  check(): Promise<void>;
  /** Asks in which files, and looks for duplicates. */
  findDuplicates(): Promise<void>;
  /** Asks which row of a group of duplicates stays. */
  chooseKept(): Promise<void>;
  /** Shows what the other kind of check found. */
  switchView(): Promise<void>;
  /** Asks a service of the user about the hits that are to be reviewed, after consent. */
  secondOpinion(): Promise<void>;
  /** Asks for a file, and names it as a benchmark in the project file. */
  addBenchmark(): Promise<void>;
  /** Ends what is under way; what was found stays. */
  stop(): Promise<void>;
  /** Shows the rows that are not in quarantine, and exports them. */
  exportClean(): Promise<void>;
  /** Whether the page's keys work: it has the focus. */
  keysOn(on: boolean): Promise<void>;
}

/** What the host tells the page. */
export interface EvidencePageApi {
  /** A check began, came further, ended or failed; another `kind` or `run` has other hits. */
  changed(opening: EvidenceOpening): void;
  /** These hits stand otherwise now. */
  judged(hits: ListedHit[]): void;
  /** Whether the keys are the page's. */
  hasFocus(): boolean;
  /** A key was pressed or a command was run. */
  act(action: EvidenceAction): void;
}

export interface EvidenceOpening {
  /** The dataset's file, and the profile that its rows are read with. */
  name: string;
  profile: Profile;
  /** What is shown: problems of benchmarks in the dataset, or rows of it that have the same problem. */
  kind: JudgedKind;
  /** Counts the checks of this kind; 0 when there was none. */
  run: number;
  /** The benchmarks, or the files in which duplicates were looked for: the dataset is the last of these. */
  sources: OpenSource[];
  /** How many benchmarks the project names. */
  known: number;
  rows: number;
  /** Rows that could not be read. */
  unread: number;
  /** Hits that are not shown: their rows were edited here, and not saved. */
  edited: number;
  /** How many hits there are so far. */
  found: number;
  /** Share of the bytes that were read; null when nothing is under way. */
  underWay: number | null;
  /** It was ended before all rows were read. */
  stopped: boolean;
  /** Where an earlier check did not end: the share of the file that is taken over, none where the file changed. */
  earlier: { share: number; changed: boolean } | null;
  /** The hits are of an earlier state of the dataset. */
  stale: boolean;
  failure: string | null;
  /** Somebody uses a screen reader: formulas carry MathML. */
  screenReader: boolean;
  duplicates: DuplicateSummary | null;
}

/** What was found besides the hits, where duplicates are shown. */
export interface DuplicateSummary {
  groups: number;
  /** Groups over several splits. */
  leaks: number;
  /** Which row of a group stays, in words. */
  keep: string;
}

/** A benchmark or file that the dataset was compared with. */
export interface OpenSource {
  name: string;
  version: string | null;
  profile: Profile;
  items: number;
  /** Rows of it that cannot be read; none of the dataset, which has its own count. */
  unread: number;
  /** Its file is not as it was when it was added. */
  changed: boolean;
}

export interface ListedHit {
  id: number;
  row: number;
  source: number;
  /** The id of an item; the number of a row, from 1. */
  item: string;
  class: HitClass;
  /** Null where rows are linked and not alike. */
  score: number | null;
  decision: 'remove' | 'review';
  judgement: HitJudgement | null;
  quarantined: boolean;
  /** Null where no service was asked. It is no verdict, and counts nowhere. */
  opinion: SecondOpinion | null;
  group: ListedGroup | null;
}

/** How alike a service of embeddings finds the two texts, from -1 to 1, and which one. */
export interface SecondOpinion {
  likeness: number;
  by: string;
}

/** The rows that have the same problem, of which a hit is two. */
export interface ListedGroup {
  /** Counted from 0. */
  number: number;
  size: number;
  /** The hit's row is the one that stays. */
  stays: boolean;
  /** It has rows of more than one split. */
  leak: boolean;
}

/** What a hit rests on. */
export interface HitEvidence {
  row: ArrayBuffer;
  item: ArrayBuffer;
  /** The field of the row that holds the item, places as in `Hit`; null for its problem, with places as of an item. */
  path: JsonPath | null;
  runs: SpanPair[];
  numbers: SpanPair[];
  /** Null where one of both has no answer. */
  answers: { verdict: AnswerVerdict; how: string } | null;
  /** Other hits on the item, and with the same two texts. */
  others: number;
  twins: number;
  /** The row has another text now than when it was checked. */
  drifted: boolean;
  /** The rows of the group, where it is one; none of a benchmark's item. */
  group: GroupRow[];
}

export interface GroupRow {
  file: string;
  row: number;
  split: Split | null;
  /** UTF-16 units of its problem. */
  length: number;
  ratings: Record<string, number>;
  stays: boolean;
}

/** One thing that a key does with the evidence. Each is a VS Code command, `scholium.evidence.` + id. */
export interface EvidenceActionSpec {
  title: string;
  /** VS Code's name of the default key. */
  key: string;
  /** What is printed on the key cap. */
  cap: string;
  group: 'Judge' | 'Move' | 'Choose' | 'Look' | 'Check';
}

export const evidenceActions = {
  same: { title: 'Judge as Same Problem', key: '1', cap: '1', group: 'Judge' },
  otherNumbers: { title: 'Judge as Same with Other Numbers', key: '2', cap: '2', group: 'Judge' },
  sameSource: { title: 'Judge as Same Source', key: '3', cap: '3', group: 'Judge' },
  falseAlarm: { title: 'Judge as False Alarm', key: '4', cap: '4', group: 'Judge' },
  judgeAll: { title: 'Judge All Hits Shown', key: 'shift+j', cap: '⇧J', group: 'Judge' },
  takeOver: { title: 'Judge as the Same Texts Were Before', key: 't', cap: 't', group: 'Judge' },
  quarantine: { title: 'Put Row into Quarantine, or Let It In', key: 'q', cap: 'q', group: 'Judge' },
  undo: { title: 'Undo Last Verdict', key: 'backspace', cap: '⌫', group: 'Judge' },
  next: { title: 'Next Hit', key: 'j', cap: 'j', group: 'Move' },
  previous: { title: 'Previous Hit', key: 'k', cap: 'k', group: 'Move' },
  nextUnjudged: { title: 'Next Hit That Nobody Judged', key: 'n', cap: 'n', group: 'Move' },
  openRow: { title: 'Open Row of the Hit', key: 'enter', cap: '↵', group: 'Move' },
  openItem: { title: 'Open the Item, or the Other Row', key: 'o', cap: 'o', group: 'Move' },
  chooseClass: { title: 'Show the Next Class Alone', key: 'c', cap: 'c', group: 'Choose' },
  chooseDecision: { title: 'Show Remove or Review Alone', key: 'd', cap: 'd', group: 'Choose' },
  chooseBenchmark: { title: 'Show the Next Benchmark or File Alone', key: 'b', cap: 'b', group: 'Choose' },
  onlyLeaks: { title: 'Show Only Groups over Several Splits', key: 's', cap: 's', group: 'Choose' },
  onlyUnjudged: { title: 'Show Only What Nobody Judged', key: 'u', cap: 'u', group: 'Choose' },
  toggleSolution: { title: 'Fold or Unfold Solutions', key: 'h', cap: 'h', group: 'Look' },
  showKeys: { title: 'Show Keys of the Evidence', key: 'shift+/', cap: '?', group: 'Look' },
  switchView: {
    title: 'Show Duplicates, or Problems of Benchmarks',
    key: 'v',
    cap: 'v',
    group: 'Look',
  },
  check: { title: 'Check or Search Again', key: 'r', cap: 'r', group: 'Check' },
  stop: { title: 'Stop the Check', key: 'escape', cap: 'Esc', group: 'Check' },
  findDuplicates: { title: 'Find Duplicates in Files of Your Choice', key: 'f', cap: 'f', group: 'Check' },
  chooseKept: { title: 'Choose Which Row of a Group Stays', key: 'p', cap: 'p', group: 'Check' },
  secondOpinion: {
    title: 'Ask for a Second Opinion on What Is to Be Reviewed',
    key: 'y',
    cap: 'y',
    group: 'Check',
  },
  addBenchmark: { title: 'Add a Benchmark to the Project', key: 'a', cap: 'a', group: 'Check' },
  exportClean: { title: 'Export without What Is in Quarantine', key: 'shift+e', cap: '⇧E', group: 'Check' },
} as const satisfies Record<string, EvidenceActionSpec>;

export type EvidenceAction = keyof typeof evidenceActions;

export function isEvidenceAction(name: string): name is EvidenceAction {
  return Object.hasOwn(evidenceActions, name);
}
