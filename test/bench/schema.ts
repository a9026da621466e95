import { rowValidator } from '../../src/core/check/row-validator';
import type { Profile } from '../../src/core/profile/profile';
import { madeTraceRow } from './made-traces';
import { bestOfEach, measure } from './measure';
import type { Measure } from './measure';

const ROWS = 8000;
const TEXT = { type: 'string' };
const TEXTS = { type: 'array', items: TEXT };
const STEP = {
  type: 'object',
  required: ['text', 'label'],
  properties: { text: TEXT, label: { enum: [-1, 0, 1, null] } },
};
const TRACE = {
  type: 'object',
  required: ['steps'],
  properties: { model: TEXT, steps: { type: 'array', items: STEP }, correct: { type: 'boolean' } },
};
/** As profiles are written: little is required. */
const SCHEMA: Profile['schema'] = {
  type: 'object',
  required: ['id', 'problem'],
  properties: {
    id: TEXT,
    problem: { type: 'string', minLength: 1 },
    answer: TEXT,
    hints: TEXTS,
    concepts: TEXTS,
    traces: { type: 'array', items: TRACE },
    meta: { type: 'object' },
  },
};

/** Rows with four traces parsed and held against a schema, against parsing them alone; both in one thread, from memory. */
export async function measureSchema(): Promise<Measure> {
  const rows = Array.from({ length: ROWS }, (_, number) => Buffer.from(madeTraceRow(number, 4)));
  const bytes = rows.reduce((sum, row) => sum + row.length, 0);
  const fits = rowValidator(SCHEMA);
  const best = await bestOfEach(
    9,
    () => {
      for (const row of rows) if (!fits(JSON.parse(row.toString()))) throw new Error('a row does not fit');
    },
    () => {
      for (const row of rows) JSON.parse(row.toString());
    },
  );
  const speed = (ms: number) => bytes / 1e3 / ms;
  return measure({
    what: 'schema, 8 KB rows',
    limitIs: 'JSON.parse',
    limit: speed(best.limit),
    ours: speed(best.ours),
    unit: 'MB/s',
    goal: { atLeast: 0.93 },
  });
}
