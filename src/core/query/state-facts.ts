import type { AnswerDecision, SignedDecision } from '../annotation/event';
import { findingVerdicts } from '../annotation/finding-verdict';
import { isAnswer } from '../annotation/label-kinds';
import { valuesIn } from '../scheme/asked-questions';
import { flagThreads } from '../annotation/flag-thread';
import type { Finding } from '../check/finding';
import { isQuarantined } from '../contamination/quarantine';
import type { NamedQueue } from '../queue/team-queue';
import { rowReview } from '../review/row-review';
import { NO_WORD_QUESTIONS } from '../scheme/word-questions';
import type { WordQuestions } from '../scheme/word-questions';
import { inRange, numberIn, rangeIn } from './number-text';
import type { StateNode, StateWhat } from './query';

/**
 * What is known of rows besides their bytes, as a query asks for it. Plain data, so that a thread can be given it. Rows are
 * rows of the file (0-based).
 */
export interface StateFacts {
  /** What stands for a row, and what the last check and the last search for duplicates come to for it, by row key. */
  decisions: ReadonlyMap<string, readonly DecidedFact[]>;
  /** Rules of the findings of a row, for example `schema/missing`. */
  findings: ReadonlyMap<number, readonly string[]>;
  /** The queues that a team shares, by name. */
  queues: ReadonlyMap<string, NamedQueue>;
}

export const noFacts: StateFacts = { decisions: new Map(), findings: new Map(), queues: new Map() };

/**
 * A decision that stands: `label` `bad`, `flag` `open`, `tag` `pigeonhole principle` (in lower case), `judged` `false-alarm`, a label
 * under a scheme by its question, `label` `clarity=4`; or what all of them together come to: `review` `disputed`, `contaminated`
 * `quarantined`, by nobody. `curated` `accepted` is what a reviewer made of the row.
 */
export interface DecidedFact {
  /** `decision`: somebody decided something that is none of the others. */
  what: StateWhat;
  value: string;
  by: string;
  /** Only for the row with this content hash: several rows have the key. */
  hash?: string;
}

/** The rules of findings by their rows. */
export function findingFacts(findings: Iterable<Finding>): Map<number, string[]> {
  const rules = new Map<number, string[]>();
  for (const { row, rule } of findings) {
    const known = rules.get(row);
    if (!known) rules.set(row, [rule]);
    else if (!known.includes(rule)) known.push(rule);
  }
  return rules;
}

/** The facts of the rows with these keys. `shared`: keys that several rows have. */
export function decisionFacts(
  keys: Iterable<string>,
  standing: (key: string) => readonly SignedDecision[],
  shared: ReadonlySet<string>,
  words: WordQuestions = NO_WORD_QUESTIONS,
): Map<string, DecidedFact[]> {
  const facts = new Map<string, DecidedFact[]>();
  for (const key of keys) {
    const decided = factsOf(standing(key), shared.has(key), words);
    if (decided.length > 0) facts.set(key, decided);
  }
  return facts;
}

/**
 * The facts of one row's standing decisions. A flag gives its category, its severity and whether it is open, a tag its concept's id
 * and name. `shared`: whether
 * several rows have the key, so that a decision holds only for the row whose bytes were seen.
 */
function factsOf(standing: readonly SignedDecision[], shared: boolean, words: WordQuestions): DecidedFact[] {
  const facts = new Map<string, DecidedFact>();
  const settled = flagThreads(standing).filter(({ open }) => !open);
  const resolved = new Set(settled.map(({ flag }) => flag.id));
  for (const decision of standing) {
    const { annotator: by, row } = decision;
    const what = isState(decision) ? STATES[decision.what] : 'decision';
    for (const value of isState(decision) ? valuesOf(decision, resolved) : otherValues(decision)) {
      const fact: DecidedFact = { what, value, by, ...(shared ? { hash: row.hash } : {}) };
      facts.set(JSON.stringify(fact), fact);
    }
  }
  return [...facts.values(), ...rowFacts(standing, shared, words), ...judgedFacts(standing, shared)];
}

type StateDecision = Exclude<
  SignedDecision,
  {
    what:
      | 'link'
      | 'adjudication'
      | 'reply'
      | 'region'
      | 'comment'
      | 'carry'
      | 'drop'
      | 'cut'
      | 'quarantine'
      | 'finding';
  }
>;

/** What a kind of decision is called in a query. */
const STATES: Record<StateDecision['what'], DecidedFact['what']> = {
  ...({ label: 'label', verdict: 'verdict', mark: 'mark', flag: 'flag', tag: 'tag' } as const),
  ...({ contamination: 'contaminated', duplicate: 'duplicate', curation: 'curated' } as const),
};

const NO_STATE: ReadonlySet<SignedDecision['what']> = new Set([
  ...(['link', 'adjudication', 'reply', 'region', 'comment', 'carry', 'drop', 'cut'] as const),
  ...(['quarantine', 'finding'] as const),
]);

function isState(decision: SignedDecision): decision is StateDecision {
  return !NO_STATE.has(decision.what);
}

/** What is no state of the row by itself, but was said by somebody: a ruling, a reply, a cut. What only takes something back is nothing. */
function otherValues(decision: Exclude<SignedDecision, StateDecision>): string[] {
  const { what, value } = decision;
  switch (what) {
    case 'carry':
    case 'drop':
    case 'finding':
      return [];
    case 'comment':
      return value === '' ? [] : [what];
    case 'region':
    case 'quarantine':
      return value.on ? [what] : [];
    default:
      return [what];
  }
}

/** How the row's findings were judged, by whoever spoke last of each. */
function judgedFacts(standing: readonly SignedDecision[], shared: boolean): DecidedFact[] {
  if (!shared)
    return [...findingVerdicts(standing).values()].map(({ verdict: value, by }) => ({
      what: 'judged',
      value,
      by,
    }));
  const versions = new Set(standing.map(({ row }) => row.hash));
  return [...versions].flatMap((hash) =>
    judgedFacts(
      standing.filter(({ row }) => row.hash === hash),
      false,
    ).map((fact) => ({ ...fact, hash })),
  );
}

/** Of rows that share a key each version is looked at by itself. */
function rowFacts(standing: readonly SignedDecision[], shared: boolean, words: WordQuestions): DecidedFact[] {
  if (!shared) return rowFact(standing, words);
  const versions = new Set(standing.map(({ row }) => row.hash));
  return [...versions].flatMap((hash) =>
    rowFact(
      standing.filter(({ row }) => row.hash === hash),
      words,
    ).map((fact) => ({ ...fact, hash })),
  );
}

/** What all decisions together come to. */
function rowFact(standing: readonly SignedDecision[], words: WordQuestions): DecidedFact[] {
  const review = rowReview(standing, words);
  const facts: DecidedFact[] = review === null ? [] : [{ what: 'review', value: review, by: '' }];
  if (isQuarantined(standing)) facts.push({ what: 'contaminated', value: 'quarantined', by: '' });
  return facts;
}

function valuesOf(decision: StateDecision, resolved: ReadonlySet<string>): string[] {
  if (isAnswer(decision)) return answerWords(decision);
  switch (decision.what) {
    case 'flag':
      return [
        resolved.has(decision.id) ? 'resolved' : 'open',
        decision.value.category,
        decision.value.severity,
      ];
    case 'tag':
      return decision.value.on ? [decision.value.concept, decision.value.name].map(tagWord) : [];
    case 'contamination':
    case 'duplicate':
    case 'curation':
      return [decision.value.verdict];
    default:
      return [decision.value];
  }
}

/** `clarity=4`, `well-posed=yes`; of several answers each. Text stands in the log, not here. */
function answerWords({ question, value }: AnswerDecision): string[] {
  const values = value === null ? [null] : valuesIn(value);
  return values.flatMap((each) => {
    if (each === null) return [];
    const word = typeof each === 'boolean' ? (each ? 'yes' : 'no') : String(each).toLowerCase();
    return [`${question}=${word}`];
  });
}

/** A tag as it is compared: its case and its spaces do not matter. */
export function tagWord(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}

/** Whether a row with these facts fits. `me`: who asks; null when nobody is known, then anybody's decisions count. */
export function stateHolds(
  { what, value, by }: StateNode,
  facts: readonly DecidedFact[],
  me: string | null,
): boolean {
  const whose = by ?? me ?? 'any';
  const about = facts.filter(
    (fact) =>
      (what === 'decision' ? fact.by !== '' : fact.what === what) && (whose === 'any' || fact.by === whose),
  );
  if (value.includes('=')) return answerHolds(value, about);
  const said = about.filter((fact) => what !== 'label' || !fact.value.includes('='));
  if (value === 'none') return said.length === 0;
  return value === 'any' ? said.length > 0 : said.some((fact) => fact.value === value);
}

/** `clarity=4`, `clarity=2..4`, `clarity=any`, `clarity=none`. */
function answerHolds(asked: string, facts: readonly DecidedFact[]): boolean {
  const question = asked.slice(0, asked.indexOf('=') + 1);
  const wanted = asked.slice(question.length);
  const answers = facts.flatMap(({ value }) =>
    value.startsWith(question) ? [value.slice(question.length)] : [],
  );
  if (wanted === 'none') return answers.length === 0;
  if (wanted === 'any') return answers.length > 0;
  const range = rangeIn(wanted);
  return answers.some((answer) => {
    const number = range && numberIn(answer);
    return answer === wanted || (number !== null && range !== null && inRange(number, range));
  });
}

/** `schema` stands for all rules of the check. */
export function findingHolds(rule: string, found: readonly string[]): boolean {
  if (rule === 'none') return found.length === 0;
  if (rule === 'any') return found.length > 0;
  return found.some((name) => name === rule || name.startsWith(`${rule}/`));
}
