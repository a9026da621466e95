import type { Dialect } from '../../maths/dialect';
import { splitSteps } from '../../maths/split-steps';
import type { JsonPath } from '../../row/json';
import type { SourceText, Step } from '../reading';
import { finalAnswerOf, sourceText, stepOf, stepsOf } from './source-text';

/**
 * Tags that part a solution: those of thought templates (`<Step1>`, `<Key>`, `<Generalized>`, `<Answer>`; Yang et al. 2024), of stages
 * (`<perception>`, `<reasoning>`), of models that think aloud (`<think>`, `<|begin_of_thought|>`), of calculations that a tool makes
 * (`<gadget id="calculator">`, `<output>`, `<result>`; Kadlčík et al. 2023), and of programs that are run (`<llm-code>`, `<tool_call>`).
 */
const TAG =
  /<(\/?)(step[ _]?\d{1,3}|key|generali[sz]ed|answer|think|thinking|thought|reasoning|analysis|plan|perception|internali[sz]ation|summary|caption|conclusion|reflection|verification|rationale|solution|gadget|output|result|llm-code|llm-code-output|tool_call|tool_response|interpreter)(?: [^<>]*)?>|<\|(begin|end)_of_(thought|solution)\|>/gi;
/** A block of this tag is one step, however many paragraphs it has. */
const ONE_STEP =
  /^(?:step[ _]?\d|key|generali[sz]ed|answer|gadget|output|result|llm-code|tool_|interpreter)/i;
/** What a tool was given, and what it gave back. */
const FORMS: Record<string, Step['form']> = {
  gadget: 'code',
  output: 'output',
  'llm-code': 'code',
  'llm-code-output': 'output',
  tool_call: 'code',
  tool_response: 'output',
  interpreter: 'output',
};

/** A remark within a step of a thought template. */
const SUB_BLOCK = /^(?:key|generali[sz]ed)$/i;

interface Block {
  /** The innermost tag around it, and the one around that; empty outside all. */
  tag: string;
  outer: string;
  start: number;
  end: number;
}

/** The steps of a solution with tags, each headed by its tag; null when it has none that is closed. */
export function taggedSteps(path: JsonPath, text: string, dialect: Dialect): Step[] | null {
  const blocks = blocksOf(text);
  if (!blocks) return null;
  return blocks.flatMap(({ tag, outer, start, end }) => {
    const spans = ONE_STEP.test(tag) ? [{ start, end }] : spansIn(text, start, end);
    if (tag === '') return stepsOf(path, text, dialect, spans);
    const form = FORMS[tag.toLowerCase()];
    return spans.map((span) => ({
      ...stepOf(sourceText(path, text, form ? 'plain' : dialect, span.start, span.end)),
      ...(form ? { form } : {}),
      heading: tag,
      ...(SUB_BLOCK.test(tag) && outer !== '' ? { within: outer } : {}),
    }));
  });
}

/** What stands between `<answer>` and `</answer>`, or in a `<result>`, without a box around it. */
export function taggedAnswer(path: JsonPath, text: string, dialect: Dialect): SourceText | null {
  const last = blocksOf(text)?.findLast(({ tag }) => /^(?:answer|result)$/i.test(tag));
  if (!last) return null;
  const inside = finalAnswerOf(path, text.slice(last.start, last.end), dialect);
  if (!inside) return sourceText(path, text, dialect, last.start, last.end);
  return { ...inside, start: inside.start + last.start, end: inside.end + last.start };
}

function blocksOf(text: string): Block[] | null {
  if (!text.includes('</') && !text.includes('<|end_of_')) return null;
  const tags = [...text.matchAll(TAG)].map(({ index, 0: whole, 1: sign, 2: name, 3: side, 4: part }) => ({
    index,
    whole,
    closes: sign === '/' || side === 'end',
    name: name ?? part ?? '',
  }));
  if (!tags.some(({ closes }) => closes)) return null;
  const open: string[] = [];
  const blocks: Block[] = [];
  let from = 0;
  for (const { index, whole, closes, name } of tags) {
    blocks.push(...blockOf(text, open, from, index));
    if (!closes) open.push(name);
    else if (open.includes(name)) open.length = open.lastIndexOf(name);
    from = index + whole.length;
  }
  return [...blocks, ...blockOf(text, open, from, text.length)];
}

/** A block without the white space around it; none where there is nothing else. */
function blockOf(text: string, open: readonly string[], from: number, to: number): Block[] {
  const inside = text.slice(from, to).trim();
  if (inside === '') return [];
  const start = text.indexOf(inside, from);
  return [{ tag: open.at(-1) ?? '', outer: open.at(-2) ?? '', start, end: start + inside.length }];
}

function spansIn(text: string, start: number, end: number): { start: number; end: number }[] {
  return splitSteps(text.slice(start, end)).map((span) => ({
    start: start + span.start,
    end: start + span.end,
  }));
}
