import type { StateWhat } from './query';

/** A value that a condition may have, and what it means. */
export interface QueryWord {
  word: string;
  means: string;
}

/** A name that stands for something else than a field. A field of that name is reached with a leading dot. */
export interface QueryName extends QueryWord {
  values: readonly QueryWord[];
}

const EITHER: QueryWord[] = [
  { word: 'none', means: 'nothing decided' },
  { word: 'any', means: 'something decided' },
];

/** The values that a kind of decision has; a tag's are the names of concepts, and so without end. */
export const stateWords: Record<Exclude<StateWhat, 'decision' | 'tag'>, QueryWord[]> = {
  label: [
    { word: 'good', means: 'a step is good' },
    { word: 'neutral', means: 'a step is neutral' },
    { word: 'bad', means: 'a step is bad' },
    { word: 'unsure', means: 'a step is unsure' },
    ...EITHER,
  ],
  verdict: [
    { word: 'right', means: 'a trace is right' },
    { word: 'wrong', means: 'a trace is wrong' },
    { word: 'right-answer-wrong-reasoning', means: 'a trace is right by luck' },
    ...EITHER,
  ],
  mark: [
    { word: 'bad-problem', means: 'the problem is bad' },
    { word: 'skipped', means: 'the row was skipped' },
    { word: 'gave-up', means: 'the annotator gave up' },
    ...EITHER,
  ],
  flag: [
    { word: 'open', means: 'a flag is open' },
    { word: 'resolved', means: 'a flag is resolved' },
    { word: 'minor', means: 'a minor flag' },
    { word: 'major', means: 'a major flag' },
    ...['statement', 'answer', 'reasoning', 'notation', 'data', 'other'].map((word) => ({
      word,
      means: `a flag about ${word === 'other' ? 'something else' : `the ${word}`}`,
    })),
    ...EITHER,
  ],
  judged: [
    { word: 'right', means: 'a finding was judged right' },
    { word: 'false-alarm', means: 'a finding was judged a false alarm' },
    { word: 'accepted', means: 'a finding was accepted as it is' },
    ...EITHER,
  ],
  duplicate: [
    { word: 'unjudged', means: 'the last search found something that nobody judged' },
    { word: 'leak', means: 'in a group over several splits' },
    { word: 'same', means: 'judged to be the same problem as another row' },
    { word: 'other-numbers', means: 'judged to be one with other numbers' },
    { word: 'same-source', means: 'judged to come from the same source' },
    { word: 'false-alarm', means: 'judged to be no duplicate' },
    { word: 'none', means: 'nothing found, nothing judged' },
    { word: 'any', means: 'found or judged' },
  ],
  review: [
    { word: 'disputed', means: 'annotators differ, and nobody settled it' },
    { word: 'agreed', means: 'several said the same' },
    { word: 'settled', means: 'a reviewer settled it' },
    { word: 'alone', means: 'one annotator labelled it' },
    ...EITHER,
  ],
  curated: [
    { word: 'accepted', means: 'a reviewer accepted the row' },
    { word: 'rejected', means: 'a reviewer rejected the row' },
    { word: 'fixed', means: 'a reviewer put the row right' },
    { word: 'skipped', means: 'a reviewer left the row for later' },
    ...EITHER,
  ],
  contaminated: [
    { word: 'quarantined', means: 'stays out of what is exported clean' },
    { word: 'unjudged', means: 'the last check found something that nobody judged' },
    { word: 'same', means: 'judged to be a problem of a benchmark' },
    { word: 'other-numbers', means: 'judged to be one with other numbers' },
    { word: 'same-source', means: 'judged to come from the same source' },
    { word: 'false-alarm', means: 'judged to be no problem of a benchmark' },
    { word: 'none', means: 'nothing found, nothing judged' },
    { word: 'any', means: 'found or judged' },
  ],
};

const SWITCH: QueryWord[] = [
  { word: 'on', means: 'for the whole query' },
  { word: 'off', means: 'as usual' },
];

export const queryNames: readonly QueryName[] = [
  { word: 'label', means: 'how steps are labelled', values: stateWords.label },
  { word: 'verdict', means: 'how traces are judged', values: stateWords.verdict },
  { word: 'mark', means: 'rows marked as a whole', values: stateWords.mark },
  { word: 'flag', means: 'flags on the row', values: stateWords.flag },
  { word: 'tag', means: 'concepts that annotators put on it', values: EITHER },
  { word: 'review', means: 'how several annotators differ', values: stateWords.review },
  { word: 'curated', means: 'what reviewers made of the row', values: stateWords.curated },
  { word: 'contaminated', means: 'problems of benchmarks in it', values: stateWords.contaminated },
  { word: 'duplicate', means: 'the same problem in other rows', values: stateWords.duplicate },
  { word: 'queue', means: 'rows that are yours in a queue of the team', values: [] },
  { word: 'annotator', means: 'who decided something', values: EITHER },
  {
    word: 'finding',
    means: 'what the checks found',
    values: [
      { word: 'none', means: 'nothing found' },
      { word: 'any', means: 'something found' },
    ],
  },
  { word: 'judged', means: 'how findings were judged', values: stateWords.judged },
  { word: 'row', means: 'row numbers', values: [] },
  { word: 'case', means: 'upper and lower case differ', values: SWITCH },
  { word: 'word', means: 'whole words only', values: SWITCH },
];

/** Names that take a field in parentheses. */
export const measureNames: readonly QueryWord[] = [
  { word: 'length', means: 'characters in a field' },
  { word: 'count', means: 'values of a field' },
];

export const noneAndAny: readonly QueryWord[] = [
  { word: 'none', means: 'the field is missing or empty' },
  { word: 'any', means: 'the field is there' },
];
