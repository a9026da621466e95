/** One thing that a key does in the page. Each is a VS Code command, `scholium.` + id, so that it can be bound anew. */
export interface ActionSpec {
  title: string;
  /** VS Code's name of the default key. */
  key: string;
  /** What is printed on the key cap. */
  cap: string;
  group:
    | 'Label the step'
    | 'Answer'
    | 'Judge the trace'
    | 'Tag'
    | 'Steps'
    | 'Move'
    | 'Take back'
    | 'Exits'
    | 'Look'
    | 'Table'
    | 'Group'
    | 'Review'
    | 'Find'
    | 'Edit';
  /** The only views in which the key does this; without it, in every view. */
  view?: KeyView | readonly KeyView[];
}

/** `answer` is the view of one row while the questions of a scheme are asked: its keys give answers. */
export type KeyView = 'focus' | 'answer' | 'table' | 'group' | 'review';

const ONE_ROW = ['focus', 'answer'] as const;
const READING = ['focus', 'answer', 'review'] as const;

export const actions = {
  labelGood: { title: 'Label Step Good', key: 'g', cap: 'g', group: 'Label the step', view: 'focus' },
  labelNeutral: { title: 'Label Step Neutral', key: 'n', cap: 'n', group: 'Label the step', view: 'focus' },
  labelBad: {
    title: 'Label Step Bad (First Error)',
    key: 'b',
    cap: 'b',
    group: 'Label the step',
    view: 'focus',
  },
  labelUnsure: { title: 'Label Step Unsure', key: 'u', cap: 'u', group: 'Label the step', view: 'focus' },
  verdictRight: { title: 'Judge Trace Right', key: '1', cap: '1', group: 'Judge the trace', view: 'focus' },
  verdictWrong: { title: 'Judge Trace Wrong', key: '2', cap: '2', group: 'Judge the trace', view: 'focus' },
  verdictLucky: {
    title: 'Judge Trace Right Answer, Wrong Reasoning',
    key: '3',
    cap: '3',
    group: 'Judge the trace',
    view: 'focus',
  },
  // keys of answers: src/core/scheme/page-keys.ts has them as well
  answer1: { title: 'Give the Answer on Key 1', key: '1', cap: '1', group: 'Answer', view: 'answer' },
  answer2: { title: 'Give the Answer on Key 2', key: '2', cap: '2', group: 'Answer', view: 'answer' },
  answer3: { title: 'Give the Answer on Key 3', key: '3', cap: '3', group: 'Answer', view: 'answer' },
  answer4: { title: 'Give the Answer on Key 4', key: '4', cap: '4', group: 'Answer', view: 'answer' },
  answer5: { title: 'Give the Answer on Key 5', key: '5', cap: '5', group: 'Answer', view: 'answer' },
  answer6: { title: 'Give the Answer on Key 6', key: '6', cap: '6', group: 'Answer', view: 'answer' },
  answer7: { title: 'Give the Answer on Key 7', key: '7', cap: '7', group: 'Answer', view: 'answer' },
  answer8: { title: 'Give the Answer on Key 8', key: '8', cap: '8', group: 'Answer', view: 'answer' },
  answer9: { title: 'Give the Answer on Key 9', key: '9', cap: '9', group: 'Answer', view: 'answer' },
  answer0: { title: 'Give the Answer on Key 0', key: '0', cap: '0', group: 'Answer', view: 'answer' },
  answerB: { title: 'Give the Answer on Key b', key: 'b', cap: 'b', group: 'Answer', view: 'answer' },
  answerG: { title: 'Give the Answer on Key g', key: 'g', cap: 'g', group: 'Answer', view: 'answer' },
  answerM: { title: 'Give the Answer on Key m', key: 'm', cap: 'm', group: 'Answer', view: 'answer' },
  answerN: { title: 'Give the Answer on Key n', key: 'n', cap: 'n', group: 'Answer', view: 'answer' },
  answerU: { title: 'Give the Answer on Key u', key: 'u', cap: 'u', group: 'Answer', view: 'answer' },
  answerY: { title: 'Give the Answer on Key y', key: 'y', cap: 'y', group: 'Answer', view: 'answer' },
  confirmAnswer: {
    title: 'Confirm or Write the Answer',
    key: 'enter',
    cap: '↵',
    group: 'Answer',
    view: 'answer',
  },
  nextQuestion: { title: 'Next Question', key: 'down', cap: '↓', group: 'Answer', view: 'answer' },
  previousQuestion: { title: 'Previous Question', key: 'up', cap: '↑', group: 'Answer', view: 'answer' },
  tagRow: { title: 'Tag Row with a Concept', key: 'c', cap: 'c', group: 'Tag' },
  tagStep: { title: 'Tag Step with a Concept', key: 'shift+c', cap: '⇧C', group: 'Tag', view: ONE_ROW },
  divideStep: { title: 'Divide Step', key: '-', cap: '-', group: 'Steps', view: ONE_ROW },
  joinStep: { title: 'Join Step to the One Before', key: '.', cap: '.', group: 'Steps', view: ONE_ROW },
  undo: { title: 'Undo Last Decision', key: 'backspace', cap: '⌫', group: 'Take back' },
  carryLabels: {
    title: 'Carry Labels Over to the Changed Text',
    key: 'shift+y',
    cap: '⇧Y',
    group: 'Take back',
    view: ONE_ROW,
  },
  dropLabels: {
    title: 'Drop Labels of the Earlier Text',
    key: 'shift+x',
    cap: '⇧X',
    group: 'Take back',
    view: ONE_ROW,
  },
  nextStep: { title: 'Next Step', key: 'j', cap: 'j', group: 'Move', view: READING },
  previousStep: { title: 'Previous Step', key: 'k', cap: 'k', group: 'Move', view: READING },
  nextTrace: { title: 'Next Trace', key: ']', cap: ']', group: 'Move', view: READING },
  previousTrace: { title: 'Previous Trace', key: '[', cap: '[', group: 'Move', view: READING },
  nextRow: { title: 'Next Row', key: 'right', cap: '→', group: 'Move', view: READING },
  previousRow: { title: 'Previous Row', key: 'left', cap: '←', group: 'Move', view: READING },
  goToRow: { title: 'Go to Row', key: 'ctrl+g', cap: '⌃G', group: 'Move' },
  flag: { title: 'Flag', key: 'f', cap: 'f', group: 'Exits' },
  answerFlag: { title: 'Answer or Resolve Flag', key: 't', cap: 't', group: 'Exits', view: READING },
  badProblem: { title: 'Mark Problem as Bad', key: 'x', cap: 'x', group: 'Exits', view: ONE_ROW },
  skip: { title: 'Skip Row', key: 's', cap: 's', group: 'Exits', view: ONE_ROW },
  giveUp: { title: 'Give Up with a Reason', key: 'v', cap: 'v', group: 'Exits', view: ONE_ROW },
  comment: { title: 'Comment', key: ',', cap: ',', group: 'Exits', view: ONE_ROW },
  toggleHints: { title: 'Fold or Unfold Hints', key: 'h', cap: 'h', group: 'Look', view: ONE_ROW },
  toggleConcepts: { title: 'Fold or Unfold Concepts', key: 'd', cap: 'd', group: 'Look', view: ONE_ROW },
  toggleSolution: {
    title: 'Fold or Unfold Reference Solution',
    key: 'a',
    cap: 'a',
    group: 'Look',
    view: ONE_ROW,
  },
  pinReference: {
    title: 'Pin or Unpin Reference Answer and Solution',
    key: ';',
    cap: ';',
    group: 'Look',
    view: ONE_ROW,
  },
  toggleGuideline: { title: 'Fold or Unfold Guideline', key: 'i', cap: 'i', group: 'Look', view: ONE_ROW },
  toggleOthers: { title: 'Fold or Unfold Other Fields', key: 'o', cap: 'o', group: 'Look', view: ONE_ROW },
  toggleSource: { title: 'Show or Hide Row Source', key: 'e', cap: 'e', group: 'Look', view: ONE_ROW },
  toggleRows: { title: 'Show or Hide Row List', key: 'r', cap: 'r', group: 'Look', view: ONE_ROW },
  askModel: { title: 'Ask a Model', key: 'shift+h', cap: '⇧H', group: 'Look', view: ONE_ROW },
  toggleChanges: {
    title: 'Ring What Changed since the Step Before',
    key: '=',
    cap: '=',
    group: 'Look',
    view: ONE_ROW,
  },
  toggleMode: { title: 'First Error Only, or Every Step', key: 'm', cap: 'm', group: 'Look', view: 'focus' },
  wholeWindow: { title: 'Give the Row the Whole Window', key: 'w', cap: 'w', group: 'Look', view: ONE_ROW },
  lastDecisions: { title: 'List Last Decisions', key: 'l', cap: 'l', group: 'Take back', view: ONE_ROW },
  viewPictures: { title: 'Look at Pictures', key: 'z', cap: 'z', group: 'Look', view: ONE_ROW },
  viewFocus: { title: 'Read One Row', key: 'shift+f', cap: '⇧F', group: 'Look' },
  viewTable: { title: 'Show Rows as a Table', key: 'shift+t', cap: '⇧T', group: 'Look' },
  viewGroup: { title: "Show the Row's Group", key: 'shift+g', cap: '⇧G', group: 'Look' },
  viewReview: { title: 'Review What Annotators Differ On', key: 'shift+w', cap: '⇧W', group: 'Look' },
  find: { title: 'Find Rows', key: '/', cap: '/', group: 'Find' },
  clearQuery: { title: 'Stop the Search, or Show All Rows', key: 'escape', cap: 'Esc', group: 'Find' },
  saveQueue: { title: 'Keep Search as a Queue', key: 'q', cap: 'q', group: 'Find' },
  chooseQueue: { title: 'Choose Queue', key: 'shift+q', cap: '⇧Q', group: 'Find' },
  chooseSort: { title: 'Sort Rows by a Column', key: 'shift+s', cap: '⇧S', group: 'Find' },
  rowBelow: { title: 'Row Below', key: 'down', cap: '↓', group: 'Table', view: 'table' },
  rowAbove: { title: 'Row Above', key: 'up', cap: '↑', group: 'Table', view: 'table' },
  pageBelow: { title: 'Page Below', key: 'pagedown', cap: 'PgDn', group: 'Table', view: 'table' },
  pageAbove: { title: 'Page Above', key: 'pageup', cap: 'PgUp', group: 'Table', view: 'table' },
  firstRow: { title: 'First Row', key: 'home', cap: 'Home', group: 'Table', view: 'table' },
  lastRow: { title: 'Last Row', key: 'end', cap: 'End', group: 'Table', view: 'table' },
  openRow: { title: 'Open Row', key: 'enter', cap: '↵', group: 'Table', view: 'table' },
  selectRow: { title: 'Select Row', key: 'space', cap: 'Space', group: 'Table', view: 'table' },
  selectTo: { title: 'Select up to Row', key: 'shift+space', cap: '⇧Space', group: 'Table', view: 'table' },
  chooseColumns: { title: 'Choose Columns', key: 'o', cap: 'o', group: 'Table', view: 'table' },
  exportRows: { title: 'Export Rows', key: 'shift+e', cap: '⇧E', group: 'Table' },
  makeDataset: { title: 'Make a New Dataset of This', key: 'shift+n', cap: '⇧N', group: 'Table' },
  linkRows: { title: 'Link Selected Rows', key: 'shift+l', cap: '⇧L', group: 'Table', view: 'table' },
  nextMember: { title: 'Next Row of the Group', key: 'right', cap: '→', group: 'Group', view: 'group' },
  previousMember: {
    title: 'Previous Row of the Group',
    key: 'left',
    cap: '←',
    group: 'Group',
    view: 'group',
  },
  memberBelow: { title: 'Row of the Group Below', key: 'down', cap: '↓', group: 'Group', view: 'group' },
  memberAbove: { title: 'Row of the Group Above', key: 'up', cap: '↑', group: 'Group', view: 'group' },
  firstMember: { title: 'First Row of the Group', key: 'home', cap: 'Home', group: 'Group', view: 'group' },
  lastMember: { title: 'Last Row of the Group', key: 'end', cap: 'End', group: 'Group', view: 'group' },
  openMember: { title: 'Read Row of the Group', key: 'enter', cap: '↵', group: 'Group', view: 'group' },
  nextGroup: { title: 'Next Group of the Row', key: ']', cap: ']', group: 'Group', view: 'group' },
  previousGroup: { title: 'Previous Group of the Row', key: '[', cap: '[', group: 'Group', view: 'group' },
  settleGood: { title: 'Settle as Good, or Right', key: 'g', cap: 'g', group: 'Review', view: 'review' },
  settleNeutral: {
    title: 'Settle as Neutral, or Right by Wrong Reasoning',
    key: 'n',
    cap: 'n',
    group: 'Review',
    view: 'review',
  },
  settleBad: { title: 'Settle as Bad, or Wrong', key: 'b', cap: 'b', group: 'Review', view: 'review' },
  settleUnsure: { title: 'Settle Step as Unsure', key: 'u', cap: 'u', group: 'Review', view: 'review' },
  takeFirst: { title: "Take First Annotator's Word", key: '1', cap: '1', group: 'Review', view: 'review' },
  takeSecond: { title: "Take Second Annotator's Word", key: '2', cap: '2', group: 'Review', view: 'review' },
  takeThird: { title: "Take Third Annotator's Word", key: '3', cap: '3', group: 'Review', view: 'review' },
  takeFourth: { title: "Take Fourth Annotator's Word", key: '4', cap: '4', group: 'Review', view: 'review' },
  decide1: {
    title: 'Decide for the Answer on Digit 1',
    key: 'shift+1',
    cap: '⇧1',
    group: 'Review',
    view: 'review',
  },
  decide2: {
    title: 'Decide for the Answer on Digit 2',
    key: 'shift+2',
    cap: '⇧2',
    group: 'Review',
    view: 'review',
  },
  decide3: {
    title: 'Decide for the Answer on Digit 3',
    key: 'shift+3',
    cap: '⇧3',
    group: 'Review',
    view: 'review',
  },
  decide4: {
    title: 'Decide for the Answer on Digit 4',
    key: 'shift+4',
    cap: '⇧4',
    group: 'Review',
    view: 'review',
  },
  decide5: {
    title: 'Decide for the Answer on Digit 5',
    key: 'shift+5',
    cap: '⇧5',
    group: 'Review',
    view: 'review',
  },
  decide6: {
    title: 'Decide for the Answer on Digit 6',
    key: 'shift+6',
    cap: '⇧6',
    group: 'Review',
    view: 'review',
  },
  decide7: {
    title: 'Decide for the Answer on Digit 7',
    key: 'shift+7',
    cap: '⇧7',
    group: 'Review',
    view: 'review',
  },
  decide8: {
    title: 'Decide for the Answer on Digit 8',
    key: 'shift+8',
    cap: '⇧8',
    group: 'Review',
    view: 'review',
  },
  decide9: {
    title: 'Decide for the Answer on Digit 9',
    key: 'shift+9',
    cap: '⇧9',
    group: 'Review',
    view: 'review',
  },
  decide0: {
    title: 'Decide for the Answer on Digit 0',
    key: 'shift+0',
    cap: '⇧0',
    group: 'Review',
    view: 'review',
  },
  decideByName: {
    title: 'Decide by Name, in Words, or for What Is Chosen',
    key: 'enter',
    cap: '↵',
    group: 'Review',
    view: 'review',
  },
  takeCut: { title: "Take Over a Colleague's Cut", key: '-', cap: '-', group: 'Review', view: 'review' },
  settleAgreed: {
    title: 'Settle What All Agree On in This Trace',
    key: 'y',
    cap: 'y',
    group: 'Review',
    view: 'review',
  },
  settleAllAgreed: {
    title: 'Settle What All Agree On in Every Row',
    key: 'shift+y',
    cap: '⇧Y',
    group: 'Review',
    view: 'review',
  },
  acceptRow: { title: 'Accept Row', key: 'a', cap: 'a', group: 'Review', view: 'review' },
  rejectRow: { title: 'Reject Row', key: 'r', cap: 'r', group: 'Review', view: 'review' },
  fixRow: { title: 'Fix Row by an Edit', key: 'e', cap: 'e', group: 'Review', view: 'review' },
  skipReview: { title: 'Leave Row for Later', key: 's', cap: 's', group: 'Review', view: 'review' },
  changeRows: { title: 'Change Many Rows', key: 'shift+r', cap: '⇧R', group: 'Edit', view: 'table' },
  editField: { title: 'Edit Field', key: 'f2', cap: 'F2', group: 'Edit' },
  editRow: { title: 'Edit Row as JSON', key: 'shift+f2', cap: '⇧F2', group: 'Edit' },
  addRow: { title: 'Add Row Below', key: 'shift+a', cap: '⇧A', group: 'Edit' },
  duplicateRow: { title: 'Duplicate Row', key: 'shift+d', cap: '⇧D', group: 'Edit' },
  deleteRow: { title: 'Delete Row', key: 'delete', cap: 'Del', group: 'Edit' },
  makeVariants: { title: 'Make Variants of Row', key: 'shift+v', cap: '⇧V', group: 'Edit' },
  moveRowUp: { title: 'Move Row Up', key: 'alt+up', cap: '⌥↑', group: 'Edit' },
  moveRowDown: { title: 'Move Row Down', key: 'alt+down', cap: '⌥↓', group: 'Edit' },
  chooseProfile: { title: 'Choose Profile', key: 'p', cap: 'p', group: 'Look' },
  chooseScheme: { title: 'Choose What Is Asked', key: 'shift+k', cap: '⇧K', group: 'Look' },
  editScheme: { title: 'Edit What Is Asked', key: 'shift+i', cap: '⇧I', group: 'Look' },
  mapFields: { title: 'Map Fields to Roles', key: 'shift+p', cap: '⇧P', group: 'Look' },
  measures: { title: 'Show Measures of the Dataset', key: 'shift+m', cap: '⇧M', group: 'Look' },
  evidence: { title: 'Show Evidence of Contamination', key: 'shift+b', cap: '⇧B', group: 'Look' },
  convertFile: { title: 'Convert File to JSONL', key: 'shift+u', cap: '⇧U', group: 'Look' },
  openAsText: { title: 'Open as Text', key: 'shift+o', cap: '⇧O', group: 'Look' },
  showKeys: { title: 'Show All Keys', key: 'shift+/', cap: '?', group: 'Look' },
} as const satisfies Record<string, ActionSpec>;

export type Action = keyof typeof actions;

export function isAction(name: string): name is Action {
  return Object.hasOwn(actions, name);
}
