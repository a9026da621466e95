import type { ConceptReport } from '../core/concept/concept-report';

/** What the page of a dataset's concepts may ask of the host. */
export interface ConceptHostApi {
  open(): Promise<ConceptOpening>;
  /** Shows the rows that a query finds, in the dataset's own page. */
  find(query: string): Promise<void>;
  /** Counts again. */
  again(): Promise<void>;
  /** Whether the page's keys work: it has the focus. */
  keysOn(on: boolean): Promise<void>;
}

/** What the host tells the page. */
export interface ConceptPageApi {
  /** The rows were counted again, or could not be. */
  changed(opening: ConceptOpening): void;
  /** A key was pressed or a command was run. */
  act(action: ConceptAction): void;
}

export interface ConceptOpening {
  /** The dataset's file. */
  name: string;
  /** Null while it is being counted. */
  report: ConceptReport | null;
  /** The counts are of an earlier state of the dataset. */
  stale: boolean;
  failure: string | null;
  /** Somebody uses a screen reader: formulas carry MathML. */
  screenReader: boolean;
}

/** One thing that a key does in the page. Each is a VS Code command, `scholium.conceptGraph.` + id. */
export interface ConceptActionSpec {
  title: string;
  /** VS Code's name of the default key. */
  key: string;
  /** What is printed on the key cap. */
  cap: string;
  group: 'Look' | 'Move' | 'Picture';
}

export const conceptActions = {
  viewGraph: { title: 'Show Concepts as a Graph', key: '1', cap: '1', group: 'Look' },
  viewMatrix: { title: 'Show Coverage as a Matrix', key: '2', cap: '2', group: 'Look' },
  next: { title: 'Next Concept', key: 'j', cap: 'j', group: 'Move' },
  previous: { title: 'Previous Concept', key: 'k', cap: 'k', group: 'Move' },
  findRows: { title: 'Find Rows of the Concept', key: 'f', cap: 'f', group: 'Move' },
  zoomIn: { title: 'Enlarge the Graph', key: '=', cap: '+', group: 'Picture' },
  zoomOut: { title: 'Shrink the Graph', key: '-', cap: '-', group: 'Picture' },
  fit: { title: 'Show the Whole Graph', key: '0', cap: '0', group: 'Picture' },
  again: { title: 'Count the Concepts of the Panel Again', key: 'r', cap: 'r', group: 'Look' },
  showKeys: { title: 'Show Keys of the Concepts', key: 'shift+/', cap: '?', group: 'Look' },
} as const satisfies Record<string, ConceptActionSpec>;

export type ConceptAction = keyof typeof conceptActions;

export function isConceptAction(name: string): name is ConceptAction {
  return Object.hasOwn(conceptActions, name);
}
