import type { MeasureReport } from '../core/measure/measure-report';

/** What the page of a dataset's measures may ask of the host. */
export interface MeasureHostApi {
  open(): Promise<MeasureOpening>;
  /** Shows the rows that a query finds, in the dataset's own page. */
  find(query: string): Promise<void>;
  /** Measures again. */
  again(): Promise<void>;
  /** Whether the page's keys work: it has the focus. */
  keysOn(on: boolean): Promise<void>;
}

/** What the host tells the page. */
export interface MeasurePageApi {
  /** The rows were measured again, could not be, or so much of them is read. */
  changed(opening: MeasureOpening): void;
  /** A key was pressed or a command was run. */
  act(action: MeasureAction): void;
}

export interface MeasureOpening {
  /** The dataset's file. */
  name: string;
  /** Null while nothing was measured. */
  report: MeasureReport | null;
  /** The part of the file that is read, 0 to 1; null when nothing is under way. */
  underWay: number | null;
  /** The report is of an earlier state of the dataset. */
  stale: boolean;
  failure: string | null;
}

/** One thing that a key does in the page. Each is a VS Code command, `scholium.measures.` + id. */
export interface MeasureActionSpec {
  title: string;
  /** VS Code's name of the default key. */
  key: string;
  /** What is printed on the key cap. */
  cap: string;
  group: 'Look' | 'Move';
}

export const measureActions = {
  next: { title: 'Next Number', key: 'j', cap: 'j', group: 'Move' },
  previous: { title: 'Previous Number', key: 'k', cap: 'k', group: 'Move' },
  nextField: { title: 'Accuracy by Next Field', key: ']', cap: ']', group: 'Look' },
  previousField: { title: 'Accuracy by Previous Field', key: '[', cap: '[', group: 'Look' },
  again: { title: 'Measure the Dataset Again', key: 'r', cap: 'r', group: 'Look' },
  showKeys: { title: 'Show Keys of the Measures', key: 'shift+/', cap: '?', group: 'Look' },
} as const satisfies Record<string, MeasureActionSpec>;

export type MeasureAction = keyof typeof measureActions;

export function isMeasureAction(name: string): name is MeasureAction {
  return Object.hasOwn(measureActions, name);
}
