import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lastVariant } from '../../../src/core/make/renew-row';
import { varyRow } from '../../../src/core/make/vary-row';
import { detectProfile } from '../../../src/core/profile/detect';
import { readRow } from '../../../src/core/profile/read-row';
import { genericProfile, shippedProfiles } from '../../../src/core/profile/shipped';
import type { JsonObject } from '../../../src/core/row/json';

const PENS = {
  question: 'Mia has 310 pens and buys 1,045 more. How many has she?',
  solution: 'She has 310 + 1,045 = <<310+1045=1355>>1,355 pens.\n#### 1,355',
};

/** The second variant of a row: its two numbers become 20 and 3000. */
function varied(row: JsonObject): JsonObject | string {
  const { profile } = detectProfile([row], shippedProfiles);
  const numbers = [20, 3000];
  const made = varyRow(
    Buffer.from(JSON.stringify(row)),
    profile,
    2,
    { from: 1, to: 9999 },
    () => numbers.shift() ?? 1,
  );
  return 'why' in made ? made.why : (JSON.parse(Buffer.from(made.bytes).toString()) as JsonObject);
}

const NEW = {
  question: 'Mia has 20 pens and buys 3,000 more. How many has she?',
  solution: 'She has 20 + 3,000 = <<20+3000=3020>>3,020 pens.\n#### 3,020',
};

test('answers beside the solution follow it, each as it is written', () => {
  const row = { ...PENS, final_answer: '1355', answer: '1,355', expected: 1355, topic: 'pens', level: 1355 };
  assert.deepEqual(varied(row), {
    ...NEW,
    final_answer: '3020',
    answer: '3,020',
    expected: 3020,
    topic: 'pens',
    level: 1355,
  });
});

test('what others answered, their verdicts, translations and copies of the old problem are left out', () => {
  const row = {
    ...PENS,
    response: 'I count 310 and 1045.',
    is_correct: true,
    answer_alpha: '1355',
    model_votes: ['1355', '1300'],
    pass_rate: 0.5,
    reward: 1355,
    whole_text: `Solve: ${PENS.question}`,
    turns: [{ role: 'user', said: PENS.question }],
    equation: 'x=310+1045',
    answer_type: 'integer',
  };
  assert.deepEqual(varied(row), { ...NEW, answer_type: 'integer' });
});

test('an answer that is not the solution’s, choices, and several solutions in one field are refused', () => {
  assert.match(String(varied({ ...PENS, answer: '1356' })), /“answer” is not the answer of its solution/);
  assert.match(String(varied({ ...PENS, options: ['1355', '1300'], answer: 'A' })), /choices/);
});

test('the variant has an id of its own and names its seed', () => {
  const id = (row: JsonObject) => {
    const { question, solution, ...rest } = varied(row) as JsonObject;
    assert.deepEqual({ question, solution }, NEW);
    return rest;
  };
  assert.deepEqual(id({ id: 'a7', ...PENS }), { id: 'a7-2', seed_id: 'a7', variant: 2 });
  assert.deepEqual(id({ idx: 7, uuid: 'u', ...PENS }), { idx: '7-2', uuid: 'u-2', seed_id: 'u', variant: 2 });
  assert.deepEqual(id({ id: 'a7-v1', seed_id: 'a7', variant: 1, ...PENS }), {
    id: 'a7-v1-2',
    seed_id: 'a7',
    variant: '1-2',
  });
  assert.deepEqual(id({ ...PENS }), {});
  const row = varied({ id: 'a7', ...PENS }) as JsonObject;
  const { links } = readRow(row, detectProfile([row], shippedProfiles).profile);
  assert.deepEqual(
    links.map(({ type, group, place }) => [type, group, place]),
    [['variant', 'a7', '2']],
  );
});

test('more variants of a row are numbered on', () => {
  const ids = (...of: string[]) => of.map((id) => ({ id }));
  const last = (...of: string[]) => lastVariant({ id: 'a7' }, ids(...of), genericProfile);
  assert.equal(last(), 0);
  assert.equal(last('a7-1', 'a7-3', 'a7-2', 'a8', 'a70-9', 'a7-x', 'a7-1-5'), 3);
  assert.equal(lastVariant({}, ids('a7-1'), genericProfile), 0);
});
