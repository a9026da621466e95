import type { Json, JsonPath } from '../../row/json';
import { pathText, valueAt } from '../../row/json';
import type { Medium, ProblemPart, Reading, SourceText, Step, Turn } from '../reading';
import { besideTrace } from './beside';
import type { Decoder, Decoding } from './decoder';
import { imageOfPart } from './interleaved';
import { publishedSteps } from './labelled-steps';
import { isLesson } from './lesson';
import { solutionSteps, traceAt } from './solutions';
import { finalAnswerOf, sourceText, stepOf } from './source-text';
import { stepLabel } from './step-label';

/**
 * A dialogue: what the user asks first or last is the problem, what comes before it is context,
 * and all that follows is one trace whose steps carry their speaker.
 */
export const decodeMessages: Decoder = (decoding) => {
  const { value, path } = decoding;
  if (isColumns(value)) return readTurns(turnsInColumns(value, decoding), decoding);
  if (!Array.isArray(value)) return null;
  const turns = value.every(isString)
    ? value.map((text, at) => saidInTurn(at, text, [...path, at], decoding))
    : value.flatMap((message, at) => readTurn(message, [...path, at], decoding));
  const read = readTurns(turns, decoding);
  const parts = value.flatMap((message, at) => partsOf(message, [...path, at]));
  const media = parts.flatMap((part) => (part.kind === 'medium' ? [part.medium] : []));
  return { ...read, ...(media.length > 0 ? { media, layout: layoutOf(parts, read.problem[0]) } : {}) };
};

/** What is said by turns, the user first, with nothing that says so. */
function saidInTurn(at: number, text: string, path: JsonPath, { rule }: Decoding): Said {
  const speaker = at % 2 === 0 ? 'user' : 'assistant';
  return { speaker, source: sourceText(path, text, rule.dialect) };
}

/** `{"role": ["user", "assistant"], "content": ["...", "..."]}`, as tables keep a list of messages. */
export function isColumns(value: Json): value is { role: string[]; content: string[] } {
  const [roles, contents] = [valueAt(value, ['role']), valueAt(value, ['content'])];
  return Array.isArray(roles) && Array.isArray(contents) && [...roles, ...contents].every(isString);
}

function isString(value: Json): value is string {
  return typeof value === 'string';
}

function turnsInColumns(
  { role, content }: { role: string[]; content: string[] },
  { path, rule }: Decoding,
): Said[] {
  return content.map((text, at) => ({
    speaker: role[at] ?? 'unknown speaker',
    source: sourceText([...path, 'content', at], text, rule.dialect),
  }));
}

/** Turns in their order: which is the problem, what led up to it, and the one trace of what follows. */
export function readTurns(
  turns: Said[],
  { path, row, rule }: Decoding,
): Pick<Reading, 'context' | 'problem' | 'traces'> {
  const asked = problemTurn(turns, rule.problemTurn);
  const problem = turns[asked];
  const said = turns.slice(asked + 1);
  const judged = judgedTurns(said, row, rule);
  const steps = judged ?? said.flatMap(stepsOfTurn);
  const beside = besideTrace(row, rule, null);
  const published = judged ? publishedSteps(judged, beside.published) : beside.published;
  return {
    context: turns.slice(0, Math.max(asked, 0)),
    problem: problem ? [problem.source] : [],
    traces: steps.length
      ? [{ ...traceAt(path, row, rule), ...tracePart(path, steps), ...beside, published }]
      : [],
  };
}

function tracePart(path: JsonPath, steps: Step[]) {
  const last = steps.at(-1);
  return {
    id: pathText(path),
    kind: 'model' as const,
    steps,
    finalAnswer: last ? (finalAnswerIn(last.source) ?? (isAnswer(last) ? last.source : null)) : null,
  };
}

/** `<answer>30</answer>`: a block that holds the answer and nothing else. */
function isAnswer({ heading = '', source }: Step): boolean {
  return /^(?:answer|result)$/i.test(heading) && !source.text.includes('\n');
}

function finalAnswerIn({ path, text, start, dialect }: Step['source']) {
  const found = finalAnswerOf(path, text, dialect);
  return found && { ...found, start: found.start + start, end: found.end + start };
}

/** A turn is a step where a list beside the dialogue has a label for each. */
function judgedTurns(said: Said[], row: Json, { labelsField, zero }: Decoding['rule']): Step[] | null {
  const labels = labelsField && valueAt(row, labelsField);
  if (!Array.isArray(labels) || labels.length !== said.length) return null;
  return said.map(({ speaker, source }, at) => {
    const label = stepLabel(labels[at], zero);
    return { ...stepOf(source), speaker, ...(label === null ? {} : { label }) };
  });
}

/** What a message says, or the program that it calls, or what that gave back. */
interface Said extends Turn {
  form?: 'code' | 'output';
}

const TOOLS = /^(?:tool|function|ipython|observation|interpreter|environment|python|tool_response)$/i;

/** What one message says: its texts, the programs that it has run, and what came of them. */
export function readTurn(message: Json, path: JsonPath, { rule }: Decoding): Said[] {
  if (isExchange(message))
    return [
      { speaker: 'user', source: sourceText([...path, 'input'], message.input, rule.dialect) },
      { speaker: 'assistant', source: sourceText([...path, 'output'], message.output, rule.dialect) },
    ];
  const role = [...SPEAKERS, 'type']
    .map((name) => valueAt(message, [name]))
    .find((told) => typeof told === 'string');
  const speaker = typeof role === 'string' ? role : 'unknown speaker';
  const texts = [...thoughtPaths(message), ...textPaths(message)].flatMap((field): Said[] => {
    const text = valueAt(message, field);
    if (typeof text !== 'string' || (text === '' && called(message).length > 0)) return [];
    const source = sourceText([...path, ...field], text, rule.dialect);
    const form = TOOLS.test(speaker) ? 'output' : formOf(valueAt(message, [...field.slice(0, -1), 'type']));
    return [form !== undefined && text !== '' ? { speaker, source, form } : { speaker, source }];
  });
  const calls = called(message).flatMap((field): Said[] => {
    const code = valueAt(message, field);
    if (typeof code !== 'string') return [];
    return [{ speaker, source: sourceText([...path, ...field], code, 'plain'), form: 'code' }];
  });
  return [...texts, ...calls];
}

/** What was put in and what came out: `{"input": "...", "output": "..."}`. */
export function isExchange(value: Json): value is { input: string; output: string } {
  return typeof valueAt(value, ['input']) === 'string' && typeof valueAt(value, ['output']) === 'string';
}

/** What a part of a message is, by its type: MathCoder's are text, code and execution. */
function formOf(type: Json | undefined): Said['form'] {
  if (type === 'code') return 'code';
  return type === 'execution' || type === 'output' || type === 'tool_result' ? 'output' : undefined;
}

const PROGRAM_KEYS = ['code', 'program', 'source', 'input'];

/** Where the arguments of the tools stand that a message calls: a text, or the program in an object. */
function called(message: Json): JsonPath[] {
  const calls = valueAt(message, ['tool_calls']);
  if (!Array.isArray(calls)) return programsInParts(message);
  return calls.flatMap((call, at): JsonPath[] => {
    const path = ['tool_calls', at, ...(valueAt(call, ['function']) === undefined ? [] : ['function'])];
    const given = valueAt(message, [...path, 'arguments']);
    if (typeof given === 'string') return [[...path, 'arguments']];
    const code = PROGRAM_KEYS.find((key) => typeof valueAt(given, [key]) === 'string');
    return code === undefined ? [] : [[...path, 'arguments', code]];
  });
}

/** The programs in the parts of a content: `{"type": "tool_use", "input": {"code": "..."}}`. */
function programsInParts(message: Json): JsonPath[] {
  const content = valueAt(message, ['content']);
  if (!Array.isArray(content)) return [];
  return content.flatMap((_, at): JsonPath[] => {
    const path = ['content', at, 'input'];
    const code = PROGRAM_KEYS.find((key) => typeof valueAt(message, [...path, key]) === 'string');
    return code === undefined ? [] : [[...path, code]];
  });
}

/** Who speaks: `from` in ShareGPT's form. */
const SPEAKERS = ['role', 'from', 'speaker', 'user'];

/** Where a message's text may stand: in a field of its own, or in the parts of a list: `{"type": "code", "content": "..."}`. */
function textPaths(message: Json): JsonPath[] {
  const content = valueAt(message, ['content']);
  const parts = valueAt(message, ['parts']);
  if (Array.isArray(parts)) return parts.map((_, at) => ['parts', at, 'text']);
  if (Array.isArray(content))
    return content.flatMap((_, at) => [
      ['content', at, 'thinking'],
      ['content', at, 'text'],
      ['content', at, 'content'],
    ]);
  return [['content'], ['text'], ['value'], ['utterance'], ['prompt']];
}

/** Where a message has what was thought before it was said. */
function thoughtPaths(message: Json): JsonPath[] {
  const summary = valueAt(message, ['summary']);
  if (Array.isArray(summary)) return summary.map((_, at) => ['summary', at, 'text']);
  return [['reasoning_content'], ['reasoning'], ['thinking']].filter(
    (path) => typeof valueAt(message, path) === 'string' && valueAt(message, path) !== '',
  );
}

type Part = { kind: 'text'; path: JsonPath } | { kind: 'medium'; medium: Medium };

/** The texts and images of a message whose content is a list of parts. */
function partsOf(message: Json, path: JsonPath): Part[] {
  const content = valueAt(message, ['content']);
  if (!Array.isArray(content)) return [];
  return content.flatMap((part, at): Part[] => {
    const here = [...path, 'content', at];
    const medium = imageOfPart(part, here);
    if (medium) return [{ kind: 'medium', medium }];
    return typeof valueAt(part, ['text']) === 'string' ? [{ kind: 'text', path: [...here, 'text'] }] : [];
  });
}

/** The problem and the images around it, as they follow in the messages. */
function layoutOf(parts: Part[], problem: SourceText | undefined): ProblemPart[] {
  const layout = parts.flatMap((part): ProblemPart[] => {
    if (part.kind === 'medium') return [part];
    return problem && pathText(part.path) === pathText(problem.path)
      ? [{ kind: 'text', source: problem }]
      : [];
  });
  const placed = layout.some(({ kind }) => kind === 'text');
  return problem && !placed ? [{ kind: 'text', source: problem }, ...layout] : layout;
}

function problemTurn(turns: Said[], which: Decoding['rule']['problemTurn']): number {
  if (which === 'none') return -1;
  if (isLesson(turns.map(({ speaker }) => speaker))) return 0;
  return which === 'first' ? turns.findIndex(isUser) : turns.findLastIndex(isUser);
}

/** What a tool gave back is one output, and no prose. */
function stepsOfTurn({ speaker, source, form }: Said): Step[] {
  if (form !== undefined) return [{ ...stepOf({ ...source, dialect: 'plain' }), speaker, form }];
  return solutionSteps(source.path, source.text, source.dialect).map((step) => ({
    ...step,
    source: { ...step.source, start: step.source.start + source.start, end: step.source.end + source.start },
    speaker,
  }));
}

/** What a tool gave back may come in the user's name. */
function isUser({ speaker, form }: Said): boolean {
  return form === undefined && ['user', 'human'].includes(speaker.toLowerCase());
}
