/** One thing that a key does in the page. Each is a VS Code command, `scholium.` + id, so that it can be bound anew. */
export interface ActionSpec {
  title: string;
  /** VS Code's name of the default key. */
  key: string;
  /** What is printed on the key cap. */
  cap: string;
  group: 'Label the step' | 'Judge the trace' | 'Move' | 'Take back' | 'Exits' | 'Look';
}

export const actions = {
  labelGood: { title: 'Label Step Good', key: 'g', cap: 'g', group: 'Label the step' },
  labelNeutral: { title: 'Label Step Neutral', key: 'n', cap: 'n', group: 'Label the step' },
  labelBad: { title: 'Label Step Bad (First Error)', key: 'b', cap: 'b', group: 'Label the step' },
  labelUnsure: { title: 'Label Step Unsure', key: 'u', cap: 'u', group: 'Label the step' },
  verdictRight: { title: 'Judge Trace Right', key: '1', cap: '1', group: 'Judge the trace' },
  verdictWrong: { title: 'Judge Trace Wrong', key: '2', cap: '2', group: 'Judge the trace' },
  verdictLucky: {
    title: 'Judge Trace Right Answer, Wrong Reasoning',
    key: '3',
    cap: '3',
    group: 'Judge the trace',
  },
  undo: { title: 'Undo Last Decision', key: 'backspace', cap: '⌫', group: 'Take back' },
  nextStep: { title: 'Next Step', key: 'j', cap: 'j', group: 'Move' },
  previousStep: { title: 'Previous Step', key: 'k', cap: 'k', group: 'Move' },
  nextTrace: { title: 'Next Trace', key: ']', cap: ']', group: 'Move' },
  previousTrace: { title: 'Previous Trace', key: '[', cap: '[', group: 'Move' },
  nextRow: { title: 'Next Row', key: 'right', cap: '→', group: 'Move' },
  previousRow: { title: 'Previous Row', key: 'left', cap: '←', group: 'Move' },
  goToRow: { title: 'Go to Row', key: 'ctrl+g', cap: '⌃G', group: 'Move' },
  flag: { title: 'Flag', key: 'f', cap: 'f', group: 'Exits' },
  badProblem: { title: 'Mark Problem as Bad', key: 'x', cap: 'x', group: 'Exits' },
  skip: { title: 'Skip Row', key: 's', cap: 's', group: 'Exits' },
  toggleHints: { title: 'Fold or Unfold Hints', key: 'h', cap: 'h', group: 'Look' },
  toggleConcepts: { title: 'Fold or Unfold Concepts', key: 'd', cap: 'd', group: 'Look' },
  toggleSolution: { title: 'Fold or Unfold Reference Solution', key: 'a', cap: 'a', group: 'Look' },
  toggleGuideline: { title: 'Fold or Unfold Guideline', key: 'i', cap: 'i', group: 'Look' },
  toggleOthers: { title: 'Fold or Unfold Other Fields', key: 'o', cap: 'o', group: 'Look' },
  toggleSource: { title: 'Show or Hide Row Source', key: 'e', cap: 'e', group: 'Look' },
  toggleRows: { title: 'Show or Hide Row List', key: 'r', cap: 'r', group: 'Look' },
  toggleMode: { title: 'First Error Only, or Every Step', key: 'm', cap: 'm', group: 'Look' },
  chooseProfile: { title: 'Choose Profile', key: 'shift+p', cap: '⇧P', group: 'Look' },
  openAsText: { title: 'Open as Text', key: 'shift+o', cap: '⇧O', group: 'Look' },
  showKeys: { title: 'Show All Keys', key: 'shift+/', cap: '?', group: 'Look' },
} as const satisfies Record<string, ActionSpec>;

export type Action = keyof typeof actions;

export function isAction(name: string): name is Action {
  return Object.hasOwn(actions, name);
}
