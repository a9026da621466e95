import * as z from 'zod';
import type { AnswerDecision, Decision, SpanAnswer } from '../annotation/event';
import { answersOn, answerWith, isAsked } from '../scheme/answers';
import type { TargetAnswers } from '../scheme/answers';
import type { AnswerValue, AskedQuestion } from '../scheme/asked-questions';
import { jsonIn, OTHER_FORM } from './model-exchange';
import type { AskedPart, ModelQuestions } from './model-questions';

/** What a model's reply comes to. */
export interface ModelAnswers {
  /** The answers that fit, in the form of anybody's; and those that it gave before and gives no more, taken back. */
  decisions: AnswerDecision[];
  answered: number;
  /** Why each of the others is not kept. */
  refused: string[];
}

const replySchema = z.object({
  parts: z.array(z.object({ part: z.int(), answers: z.record(z.string(), z.unknown()) })),
});
const withWhy = z.object({
  value: z.unknown(),
  why: z.preprocess((why) => why || undefined, z.string().trim().min(1).max(10_000).optional()),
});

/**
 * A model's reply to `questionsPrompt` as answers. One that the scheme does not allow there is refused. `before`: what the model said of
 * the row until now. Throws for a person to read when the reply has another form, or nothing in it fits.
 */
export function modelAnswersIn(
  reply: string,
  asked: ModelQuestions,
  before: readonly Decision[],
): ModelAnswers {
  const parsed = replySchema.safeParse(jsonIn(reply));
  if (!parsed.success) throw new Error(OTHER_FORM);
  const targets = asked.parts.map(({ target }) => target);
  const made: AnswerDecision[] = [];
  const refused: string[] = [];
  for (const given of inOrder(parsed.data, asked.questions)) {
    const all = answersOn(asked.named, targets, made);
    const at = given.part - 1;
    const read = readGiven(asked, all[at], given);
    if ('fault' in read) refused.push(`part ${given.part}, ${given.id}: ${read.fault}`);
    else made.push(...answerWith(asked.named, all, at, given.id, read.value, read.why));
  }
  const answered = made.filter(({ implied }) => !implied).length;
  if (answered === 0)
    throw new Error(
      refused.length === 0
        ? 'The model answered none of the questions.'
        : `No answer of the model fits the questions, and nothing was kept: ${refusalWords(refused)}`,
    );
  return { decisions: [...made, ...noMoreSaid(asked, made, before)], answered, refused };
}

interface Given {
  part: number;
  id: string;
  answer: unknown;
}

/** The answers of a reply by parts and questions: whether one is asked depends on those before it. */
function inOrder({ parts }: z.infer<typeof replySchema>, questions: ModelQuestions['questions']): Given[] {
  const place = ({ id }: Given) => questions.findIndex((question) => question.id === id);
  return parts
    .flatMap(({ part, answers }) => Object.entries(answers).map(([id, answer]) => ({ part, id, answer })))
    .filter(({ answer }) => answer !== null)
    .toSorted((a, b) => a.part - b.part || place(a) - place(b));
}

/** What is wrong with answers, the first few of them. */
export function refusalWords(refused: readonly string[]): string {
  const more = refused.length > MOST_NAMED ? ` and ${refused.length - MOST_NAMED} more` : '';
  return `${refused.slice(0, MOST_NAMED).join('; ')}${more}.`;
}

const MOST_NAMED = 3;

type Read = { value: AnswerValue; why: string | undefined } | { fault: string };

/** `here`: what the reply has said of the part so far. */
function readGiven(
  { questions, parts }: ModelQuestions,
  here: TargetAnswers | undefined,
  { part: number, id, answer }: Given,
): Read {
  const part = parts[number - 1];
  const question = questions.find((each) => each.id === id);
  if (!part || !here) return { fault: 'there is no such part' };
  if (!question) return { fault: 'there is no such question' };
  if (here.answers.has(id)) return { fault: 'it was answered before' };
  if (here.after) return { fault: 'it stands behind the first error' };
  if (!isAsked(question, here.answers)) return { fault: 'it is not asked there' };
  return readAnswer(question, answer, part);
}

function readAnswer(question: AskedQuestion, answer: unknown, part: AskedPart): Read {
  const explained = question.rationale === null ? null : withWhy.safeParse(answer);
  const { value, why } = explained?.success ? explained.data : { value: answer, why: undefined };
  const read = readValue(question, value, part);
  if (typeof read === 'object' && 'fault' in read) return read;
  if (question.rationale === 'required' && why === undefined) return { fault: 'why is missing' };
  return { value: read, why };
}

function readValue(
  question: AskedQuestion,
  answer: unknown,
  part: AskedPart,
): AnswerValue | { fault: string } {
  const { way, values } = question;
  if (way === 'span') return readSpans(question, answer, part.source);
  if (way === 'text') {
    const text = z.string().trim().min(1).max(10_000).safeParse(answer);
    return text.success ? text.data : { fault: 'it is no text' };
  }
  const one = z.literal(values.map(({ value }) => value));
  if (way !== 'several') {
    const chosen = one.safeParse(answer);
    return chosen.success ? chosen.data : { fault: `${quoted(answer)} is none of its answers` };
  }
  const several = z.array(one).safeParse(answer);
  if (!several.success) return { fault: `${quoted(answer)} is no list of its answers` };
  return values.flatMap(({ value }) => (several.data.includes(value) ? [String(value)] : []));
}

const spanSchema = z.object({ quote: z.string().min(1).max(20_000), value: z.string().optional() });

function readSpans(
  { many, values }: AskedQuestion,
  answer: unknown,
  source: AskedPart['source'],
): SpanAnswer[] | { fault: string } {
  const parsed = z
    .array(spanSchema)
    .min(1)
    .max(many ? 100 : 1)
    .safeParse(answer);
  if (!parsed.success) return { fault: `it is no ${many ? 'list of quotes' : 'single quote'}` };
  const spans: SpanAnswer[] = [];
  for (const { quote, value } of parsed.data) {
    if (values.length > 0 && values.every((each) => each.value !== value))
      return { fault: `${quoted(value ?? null)} is none of its answers` };
    const start = source?.text.indexOf(quote) ?? -1;
    if (!source || start === -1) return { fault: `${quoted(quote)} does not stand there` };
    if (source.text.indexOf(quote, start + 1) !== -1)
      return { fault: `${quoted(quote)} stands there more than once` };
    spans.push({
      ...{ path: source.path, start: source.start + start, end: source.start + start + quote.length },
      ...{ text: quote, ...(values.length > 0 && value !== undefined ? { value } : {}) },
    });
  }
  return spans;
}

function quoted(value: unknown): string {
  const words = JSON.stringify(value);
  return words.length > 60 ? `${words.slice(0, 60)}…` : words;
}

/** Asked again, a model's new reply is all that it says. */
function noMoreSaid(
  { named, parts }: ModelQuestions,
  made: readonly AnswerDecision[],
  before: readonly Decision[],
): AnswerDecision[] {
  const targets = parts.map(({ target }) => target);
  const now = answersOn(named, targets, made);
  return answersOn(named, targets, before).flatMap(({ target, answers }, at) =>
    [...answers.keys()].flatMap((question) =>
      now[at]?.answers.has(question)
        ? []
        : [{ what: 'label' as const, scheme: named.name, question, target, value: null }],
    ),
  );
}
