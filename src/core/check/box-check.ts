import * as z from 'zod';
import { compareAnswers } from '../answer/judge-answer';
import { isEqual } from '../answer/comparison';
import { boxesIn } from '../maths/final-answer';
import type { FinalAnswer } from '../maths/final-answer';
import type { Reading, SourceText, Trace } from '../profile/reading';
import type { Check, CheckedRow } from './check';
import type { Finding } from './finding';
import { findingAt } from './place-finding';

const optionsSchema = z.strictObject({
  required: z.boolean().default(false).describe('Whether every reference solution must have a box.'),
});

/** A reference solution boxes one answer: boxes that say something else than the last are told, and none at all where one is asked for. */
export const boxCheck: Check = {
  id: 'box',
  title: 'Boxed answers',
  reads: 'the boxes in reference solutions',
  severity: 'info',
  cost: 'thorough',
  rules: ['box/several', 'box/missing'],
  options: optionsSchema,
  start: (_profile, options = {}) => {
    const { required } = optionsSchema.parse(options);
    return {
      row: (row) => {
        if (row.parsed.kind !== 'value' || !(required || row.parsed.text.includes('boxed'))) return [];
        const reading = row.reading();
        return reading ? solutionsOf(reading).flatMap((trace) => ofSolution(trace, row, required)) : [];
      },
    };
  },
};

function solutionsOf({ traces }: Reading): Trace[] {
  return traces.filter(({ kind, steps }) => kind === 'reference' && steps.length > 0);
}

function ofSolution({ steps }: Trace, row: CheckedRow, required: boolean): Finding[] {
  const boxes = steps.flatMap(({ source }) => boxesIn(source.text).map((box) => ({ source, box })));
  const last = boxes.at(-1);
  if (last) return ofBoxes(boxes, last.box, row);
  const end = steps.at(-1)?.source;
  const said = {
    rule: 'box/missing',
    severity: 'warning',
    message: 'The solution boxes no answer.',
  } as const;
  return required && end ? [findingAt(row, end, { ...said, evidence: end.text.slice(-60) })] : [];
}

interface PlacedBox {
  source: SourceText;
  box: FinalAnswer;
}

/** Boxes side by side are one answer in several parts, which say different things: `\boxed{1}` and `\boxed{2}`. */
function ofBoxes(boxes: PlacedBox[], last: FinalAnswer, row: CheckedRow): Finding[] {
  return boxes.slice(0, -1).flatMap(({ source, box }, at) => {
    const next = boxes[at + 1];
    const between = next?.source === source ? source.text.slice(box.end, next.box.start) : '\n';
    if (!/[.\n]/.test(between) || isEqual(compareAnswers(box.text, last.text))) return [];
    const said = {
      rule: 'box/several',
      severity: 'info' as const,
      message: `This box says ${box.text}, the last one ${last.text}.`,
      evidence: last.text,
    };
    return [findingAt(row, source, said, box)];
  });
}
