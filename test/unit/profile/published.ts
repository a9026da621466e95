import type { Reading } from '../../../src/core/profile/reading';
import type { Json } from '../../../src/core/row/json';
import { open, texts } from '../seeds/seed';

/** Our own words, for rows in the shapes of published datasets. */
export const Q = 'A train goes 60 miles in 2 hours. What is its speed in miles per hour?';
export const SOLVED = 'We divide: 60/2 = 30.\n\nSo the speed is $\\boxed{30}$.';
export const THOUGHT = `<think>\nLet me see.\n</think>\n\n${SOLVED}`;
export const PROOF = 'Suppose that it were so.\n\nThen it is not.';

export const asked: Json = [{ role: 'user', content: Q }];
export const talk: Json = [
  { role: 'user', content: Q },
  { role: 'assistant', content: SOLVED },
];

/**
 * How a row is read, in a line: `generic: Q = 30; aBcd; reference 2, model 2 right`, which is the profile, the problem and the answers,
 * the letters of the choices (the right ones in capitals), and of each trace whose it is, its steps and what the dataset says of it.
 */
export function readAs(row: Json): string {
  const { profile, readings } = open([row, row, row]);
  const reading = readings[0]!;
  const problem = texts(reading.problem).join(' + ').replace(Q, 'Q');
  const answers = texts(reading.answers).join(', ');
  const parts = [`${problem}${answers === '' ? '' : ` = ${answers}`}`, lettersOf(reading), tracesOf(reading)];
  return `${profile.id}: ${parts.filter((part) => part !== '').join('; ')}`;
}

function lettersOf({ choices }: Reading): string {
  return choices.map(({ label, right }) => (right === true ? label : label.toLowerCase())).join('');
}

function tracesOf({ traces }: Reading): string {
  const said = traces.map(({ kind, steps, published }) => {
    const { answerRight = null, firstError, preferred } = published ?? {};
    return [
      `${kind} ${steps.length}`,
      answerRight === null ? '' : answerRight ? 'right' : 'wrong',
      typeof firstError === 'number' ? `until ${firstError}` : '',
      preferred === undefined ? '' : preferred ? 'chosen' : 'rejected',
    ];
  });
  return said.map((words) => words.filter((word) => word !== '').join(' ')).join(', ');
}
