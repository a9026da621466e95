import type { DifferenceCounts, DifferenceKind } from '../core/compare/difference';
import type { Profile } from '../core/profile/profile';
import type { JsonPath } from '../core/row/json';
import type { ImagePacket } from './page';

/** What the comparison's page may ask of the host. Positions count differences of the `kinds` given, from 0; rows are 0-based. */
export interface CompareHostApi {
  open(): Promise<CompareOpening>;
  /** Differences for the list: long rows are cut. */
  differences(kinds: DifferenceKind[], from: number, count: number): Promise<DifferencePacket[]>;
  /** One difference with its rows whole (up to the size that is worth reading); null when there is none. */
  difference(kinds: DifferenceKind[], at: number): Promise<DifferencePacket | null>;
  /** Position of the nearest difference of the same kind as the one at `from`; null when there is none. */
  nextAlike(kinds: DifferenceKind[], from: number, step: 1 | -1): Promise<number | null>;
  /** Opens a row in Scholium: in the newer file, or in the one that has it. */
  openRow(oldRow: number | null, newRow: number | null): Promise<void>;
  image(file: string): Promise<ImagePacket>;
  /** Whether the page's keys work: it has the focus. */
  keysOn(on: boolean): Promise<void>;
  swap(): Promise<void>;
  again(): Promise<void>;
}

/** What the host tells the comparison's page. */
export interface ComparePageApi {
  /** The comparison came further, was done, failed, or began anew. */
  changed(opening: CompareOpening): void;
  /** A key was pressed or a command was run. */
  act(action: CompareAction): void;
}

export interface CompareOpening {
  older: SideName;
  newer: SideName;
  /** Somebody uses a screen reader: formulas carry MathML. */
  screenReader: boolean;
  state: ComparisonState;
}

/** Which version of which file stands on a side. */
export interface SideName {
  name: string;
  /** `HEAD 1a2b3c4`, `now`, or the folder. */
  version: string;
}

export type ComparisonState =
  | { kind: 'running'; bytesRead: number; bytesTotal: number }
  | { kind: 'failed'; message: string }
  | {
      kind: 'done';
      counts: DifferenceCounts;
      profile: Profile;
      /** The field that names rows, where there is one. */
      idField: JsonPath | null;
      /** A file changed on disk since: its rows can no longer be read by number. */
      stale: boolean;
    };

export interface DifferencePacket {
  kind: DifferenceKind;
  older: RowBytes | null;
  newer: RowBytes | null;
}

export interface RowBytes {
  number: number;
  bytes: ArrayBuffer;
  /** Size of the whole row; more than `bytes` holds when it was cut. */
  size: number;
}

/** One thing that a key does in the comparison. Each is a VS Code command, `scholium.compare.` + id. */
export interface CompareActionSpec {
  title: string;
  /** VS Code's name of the default key. */
  key: string;
  /** What is printed on the key cap. */
  cap: string;
  group: 'Move' | 'Choose' | 'Look' | 'Compare';
}

export const compareActions = {
  next: { title: 'Next Difference', key: 'j', cap: 'j', group: 'Move' },
  previous: { title: 'Previous Difference', key: 'k', cap: 'k', group: 'Move' },
  nextAlike: { title: 'Next Difference of the Same Kind', key: 'n', cap: 'n', group: 'Move' },
  previousAlike: { title: 'Previous Difference of the Same Kind', key: 'p', cap: 'p', group: 'Move' },
  toggleAdded: { title: 'Show or Hide Added Rows', key: '1', cap: '1', group: 'Choose' },
  toggleRemoved: { title: 'Show or Hide Removed Rows', key: '2', cap: '2', group: 'Choose' },
  toggleChanged: { title: 'Show or Hide Changed Rows', key: '3', cap: '3', group: 'Choose' },
  toggleMoved: { title: 'Show or Hide Moved Rows', key: '4', cap: '4', group: 'Choose' },
  toggleUnchanged: { title: 'Fold or Unfold Unchanged Fields', key: 'u', cap: 'u', group: 'Look' },
  toggleTraces: { title: 'Show or Hide Whole Traces', key: 't', cap: 't', group: 'Look' },
  toggleSource: { title: 'Show or Hide Source of Both Rows', key: 'e', cap: 'e', group: 'Look' },
  openRow: { title: 'Open Compared Row', key: 'o', cap: 'o', group: 'Look' },
  showKeys: { title: 'Show Keys of the Comparison', key: 'shift+/', cap: '?', group: 'Look' },
  swap: { title: 'Swap Older and Newer', key: 's', cap: 's', group: 'Compare' },
  again: { title: 'Compare Again', key: 'r', cap: 'r', group: 'Compare' },
} as const satisfies Record<string, CompareActionSpec>;

export type CompareAction = keyof typeof compareActions;

export function isCompareAction(name: string): name is CompareAction {
  return Object.hasOwn(compareActions, name);
}
