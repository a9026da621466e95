import type { MeasureReport } from '../core/measure/figure';

/** What the page of a dataset's measures may ask of the host. */
export interface MeasureHostApi {
  open(): Promise<MeasureOpening>;
  /** Shows the rows that a query finds, in the dataset's own page. */
  find(query: string): Promise<void>;
  /** Measures again. */
  again(): Promise<void>;
  /** Ends what is under way. */
  stop(): Promise<void>;
  /** Asks for a second file, and measures against it. */
  chooseFile(): Promise<void>;
  /** Asks for two columns whose numbers are compared. */
  chooseScores(): Promise<void>;
  /** Whether the page's keys work: it has the focus. */
  keysOn(on: boolean): Promise<void>;
}

/** What the host tells the page. */
export interface MeasurePageApi {
  /** The dataset was measured, is being measured, or could not be. */
  changed(opening: MeasureOpening): void;
  /** A key was pressed or a command was run. */
  act(action: MeasureAction): void;
}

export interface MeasureOpening {
  /** The dataset's file. */
  name: string;
  /** The file that it is measured against. */
  other: string | null;
  /** Null while nothing was measured. */
  report: MeasureReport | null;
  /** Share of the bytes that were read; null when nothing is under way. */
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
  group: 'Look' | 'Move' | 'Measure';
}

export const measureActions = {
  next: { title: 'Next Measure', key: 'j', cap: 'j', group: 'Move' },
  previous: { title: 'Previous Measure', key: 'k', cap: 'k', group: 'Move' },
  nextPoint: { title: 'Next Number of the Measure', key: 'right', cap: '→', group: 'Move' },
  previousPoint: { title: 'Previous Number of the Measure', key: 'left', cap: '←', group: 'Move' },
  findRows: { title: 'Find Rows behind the Number', key: 'f', cap: 'f', group: 'Move' },
  chooseFile: { title: 'Measure against Another File', key: 'o', cap: 'o', group: 'Measure' },
  chooseScores: { title: 'Compare Two Columns', key: 's', cap: 's', group: 'Measure' },
  again: { title: 'Measure Again', key: 'r', cap: 'r', group: 'Measure' },
  stop: { title: 'Stop Measuring', key: 'escape', cap: 'Esc', group: 'Measure' },
  showKeys: { title: 'Show Keys of the Measures', key: 'shift+/', cap: '?', group: 'Look' },
} as const satisfies Record<string, MeasureActionSpec>;

export type MeasureAction = keyof typeof measureActions;

export function isMeasureAction(name: string): name is MeasureAction {
  return Object.hasOwn(measureActions, name);
}
