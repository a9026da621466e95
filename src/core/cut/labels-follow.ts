import type {
  AnswerDecision,
  Decision,
  SignedDecision,
  SpanAnswer,
  StepLabel,
  StepTarget,
  TraceCut,
} from '../annotation/event';
import { isAnswer, isStepLabel } from '../annotation/label-kinds';
import { placeOf } from '../annotation/target-place';
import type { Trace } from '../profile/reading';
import { spansIn } from '../scheme/asked-questions';
import type { NamedScheme } from '../scheme/scheme';
import { cutTrace } from './cut-trace';
import { stepTarget } from './step-target';

/** What a change of a trace's cut decides, all by one key. */
export interface Recut {
  decisions: Decision[];
  /** What was said of joined steps differed, so that it is asked again. */
  differed: boolean;
}

/** Something that one has said of a step, and that moves with it. */
type Said = Extract<SignedDecision, { what: 'label' | 'comment' | 'tag' }>;

/**
 * The decisions that give a trace another cut, with what the annotator said of the steps that change by it. `trace`: as it is cut now;
 * `at`: the step that is divided or joined, the first of several; `own`: what stands of the annotator's decisions.
 *
 * Of a step that is divided, each piece has the label, the answers and the tags; a comment stays with the first. Of steps that are
 * joined: what was said alike of all of them holds; an error in one of them is one of the whole, with what was answered about it;
 * several answers and tags come together, words and comments follow on one another; about the rest the whole is asked again. What was
 * said of steps that are no more is dropped, which undo takes back with the cut.
 */
export function recut(
  trace: Trace,
  at: number,
  cut: TraceCut,
  own: readonly SignedDecision[],
  scheme: NamedScheme | null,
): Recut {
  const target = stepTarget(trace, at);
  if (!target) return { decisions: [], differed: false };
  const now = targetsOf(trace);
  const then = targetsOf(cutTrace(trace.uncut ?? trace, cut));
  const gone = now.filter((each) => !isAmong(each, then));
  const fresh = then.filter((each) => !isAmong(each, now));
  const said = new Map(gone.map((each) => [each, saidOf(each, own)]));
  const taken = new Set<StepTarget>();
  let differed = false;
  const moved = fresh.flatMap((piece) => {
    const from = gone.filter((each) => overlap(each, piece));
    const [first] = from;
    if (from.length > 1) {
      const parts = from.map((each) =>
        (said.get(each) ?? []).filter(({ what }) => what !== 'comment' || !taken.has(each)),
      );
      for (const each of from) taken.add(each);
      const joined = sayOfJoined(piece, parts, scheme);
      differed ||= joined.differed;
      return joined.decisions;
    }
    const isFirst = first !== undefined && !taken.has(first);
    if (first) taken.add(first);
    return (first ? (said.get(first) ?? []) : []).flatMap((each) => copyTo(piece, each, isFirst));
  });
  const dropped = gone.flatMap((each): Decision[] => {
    const ids = (said.get(each) ?? []).map(({ id }) => id);
    return ids.length > 0 ? [{ what: 'drop', target: each, value: ids }] : [];
  });
  return { decisions: [{ what: 'cut', target, value: cut }, ...dropped, ...moved], differed };
}

function targetsOf(trace: Trace): StepTarget[] {
  return trace.steps.flatMap((_, at) => stepTarget(trace, at) ?? []);
}

function isAmong(target: StepTarget, others: readonly StepTarget[]): boolean {
  const place = placeOf(target);
  return others.some((other) => placeOf(other) === place);
}

function saidOf(target: StepTarget, own: readonly SignedDecision[]): Said[] {
  const place = placeOf(target);
  return own.filter(
    (decision): decision is Said =>
      (decision.what === 'label' || decision.what === 'comment' || decision.what === 'tag') &&
      placeOf(decision.target) === place,
  );
}

/** Whether two steps have something of the dataset's trace in common. */
function overlap(one: StepTarget, other: StepTarget): boolean {
  return isBefore(beginOf(one), endOf(other)) && isBefore(beginOf(other), endOf(one));
}

function beginOf({ step, piece }: StepTarget): [number, number] {
  return [step, piece?.from ?? 0];
}

function endOf({ step, piece }: StepTarget): [number, number] {
  return piece ? [piece.to.step, piece.to.at] : [step, Infinity];
}

function isBefore(one: [number, number], other: [number, number]): boolean {
  return one[0] < other[0] || (one[0] === other[0] && one[1] < other[1]);
}

function copyTo(target: StepTarget, said: Said, isFirst: boolean): Decision[] {
  if (isAnswer(said)) {
    const { scheme, question, implied, rationale } = said;
    const value = within(said.value, target);
    if (value === undefined) return [];
    return [{ what: 'label', scheme, question, target, value, ...impliedBy(implied), ...saying(rationale) }];
  }
  if (isStepLabel(said)) return [labelOn(target, said.value, said.implied)];
  if (said.what === 'comment') return isFirst ? [{ what: 'comment', target, value: said.value }] : [];
  return said.what === 'tag' ? [{ what: 'tag', target, value: said.value }] : [];
}

/** Why, where anybody said so. */
function saying(...rationales: (string | undefined)[]): { rationale?: string } {
  const said = [...new Set(rationales.filter((each) => each !== undefined))];
  return said.length === 0 ? {} : { rationale: said.join('\n').slice(0, LONGEST) };
}

/** Of chosen parts of the text those that lie in a piece; undefined where there were some and none does. */
function within(value: AnswerDecision['value'], target: StepTarget): AnswerDecision['value'] | undefined {
  const spans = spansIn(value);
  if (spans.length === 0) return value;
  const inside = spans.filter(({ path, start, end }) =>
    [target, ...(target.piece?.rest ?? [])].some(
      (text) => JSON.stringify(text.path) === JSON.stringify(path) && start >= text.start && end <= text.end,
    ),
  );
  return inside.length > 0 ? inside : undefined;
}

/** Values, or parts of the text, each once. */
function alikeOnce(values: readonly (string | SpanAnswer)[]): string[] | SpanAnswer[] {
  const spans = values.filter((value) => typeof value === 'object');
  if (spans.length > 0) return [...new Map(spans.map((span) => [JSON.stringify(span), span])).values()];
  return [...new Set(values.filter((value) => typeof value === 'string'))];
}

function labelOn(target: StepTarget, value: StepLabel, implied: boolean | undefined): Decision {
  return { what: 'label', target, value, ...impliedBy(implied) };
}

function impliedBy(implied: boolean | undefined): { implied?: boolean } {
  return implied ? { implied } : {};
}

function sayOfJoined(target: StepTarget, said: readonly Said[][], scheme: NamedScheme | null): Recut {
  const label = joinedLabel(target, said);
  const answers = schemesIn(said).map((name) =>
    joinedAnswers(target, said, name, scheme?.name === name ? scheme : null),
  );
  const comments = said
    .flat()
    .flatMap((each) => (each.what === 'comment' && each.value !== '' ? [each.value] : []));
  const tags = new Map(
    said
      .flat()
      .flatMap((each) => (each.what === 'tag' && each.value.on ? [[each.value.concept, each.value]] : [])),
  );
  return {
    decisions: [
      ...label.decisions,
      ...answers.flatMap(({ decisions }) => decisions),
      ...(comments.length > 0
        ? [{ what: 'comment' as const, target, value: comments.join('\n').slice(0, LONGEST) }]
        : []),
      ...[...tags.values()].map((value) => ({ what: 'tag' as const, target, value })),
    ],
    differed: [label, ...answers].some(({ differed }) => differed),
  };
}

/** In characters: what a log takes for a comment or words. */
const LONGEST = 10_000;

function joinedLabel(target: StepTarget, said: readonly Said[][]): Recut {
  const labels = said.map((each) => each.find(isStepLabel));
  const [first] = labels;
  const bad = labels.find((label) => label?.value === 'bad');
  if (bad) return { decisions: [labelOn(target, 'bad', undefined)], differed: false };
  if (first && labels.every((label) => label?.value === first.value))
    return {
      decisions: [
        labelOn(
          target,
          first.value,
          labels.every((label) => label?.implied),
        ),
      ],
      differed: false,
    };
  return { decisions: [], differed: labels.some((label) => label !== undefined) };
}

function schemesIn(said: readonly Said[][]): string[] {
  return [...new Set(said.flat().flatMap((each) => (isAnswer(each) ? [each.scheme] : [])))];
}

type Answers = ReadonlyMap<string, NonNullable<AnswerDecision['value']>>;

function joinedAnswers(
  target: StepTarget,
  said: readonly Said[][],
  name: string,
  scheme: NamedScheme | null,
): Recut {
  const all = said.map((each) => answersIn(each, name));
  const wrong = all.filter((answers) => hasError(answers, scheme));
  const [only] = wrong;
  const questions = new Set(all.flatMap((answers) => [...answers.keys()]));
  let differed = false;
  const decisions = [...questions].flatMap((question): Decision[] => {
    const value =
      wrong.length === 1 && only
        ? only.get(question)
        : together(
            all.map((answers) => answers.get(question)),
            isWords(question, scheme),
          );
    if (value === undefined) {
      if (wrong.length !== 1) differed = true;
      return [];
    }
    const from = (wrong.length === 1 ? said.filter((_, at) => all[at] === only) : said).flat();
    const rationales = from.map((each) =>
      isAnswer(each) && each.scheme === name && each.question === question ? each.rationale : undefined,
    );
    return [{ what: 'label', scheme: name, question, target, value, ...saying(...rationales) }];
  });
  return { decisions, differed };
}

function answersIn(said: readonly Said[], scheme: string): Answers {
  const answers = new Map<string, NonNullable<AnswerDecision['value']>>();
  for (const each of said)
    if (isAnswer(each) && each.scheme === scheme && each.value !== null)
      answers.set(each.question, each.value);
  return answers;
}

function hasError(answers: Answers, scheme: NamedScheme | null): boolean {
  const first = scheme?.scheme.questions[0];
  if (first?.kind !== 'choice') return false;
  return first.values.some(({ value, error }) => error === true && answers.get(first.id) === value);
}

function isWords(question: string, scheme: NamedScheme | null): boolean {
  return scheme?.scheme.questions.some(({ id, kind }) => id === question && kind === 'text') ?? false;
}

/** What several answers to one question come to; undefined where they differ. */
function together(
  values: readonly (NonNullable<AnswerDecision['value']> | undefined)[],
  words: boolean,
): NonNullable<AnswerDecision['value']> | undefined {
  const given = values.filter((value) => value !== undefined);
  if (words) return [...new Set(given.map(String))].join('\n').slice(0, LONGEST);
  const lists = given.filter((value) => Array.isArray(value));
  if (lists.length > 0 && lists.length === given.length) return alikeOnce(lists.flat());
  const alike = new Set(values.map((value) => JSON.stringify(value)));
  return alike.size === 1 ? given[0] : undefined;
}
