import assert from 'node:assert/strict';
import { test } from 'node:test';
import { typesetFault } from '../../../src/core/maths/typeset-fault';
import { z } from 'zod';
import { schemaCheck } from '../../../src/core/check/schema-check';
import { forZod } from '../../../src/core/schema/for-zod';
import { shippedProfiles } from '../../../src/core/profile/shipped';
import { parseRow } from '../../../src/core/row/parse';
import { pathText } from '../../../src/core/row/json';
import type { Json } from '../../../src/core/row/json';
import { profileNamed } from '../profile/profiles';
import { rawRow } from './rows';

for (const profile of shippedProfiles) {
  test(`the schema of ${profile.id} is one that zod takes and compiles: others are slower`, () => {
    const schema = forZod(profile.schema);
    assert.ok(schema);
    assert.doesNotThrow(() => z.compile(z.fromJSONSchema(schema), { strict: true }));
  });
}

/** Path, rule, what stands at the place, and the message, of each finding. */
function findings(id: string, row: Json): string[][] {
  const text = JSON.stringify(row);
  const found = schemaCheck
    .start(profileNamed(id), undefined, typesetFault)
    .row({ ...rawRow(4, text), parsed: parseRow(text), reading: () => null });
  return found.map(({ row: number, check, severity, path, rule, span, message }) => {
    assert.deepEqual([number, check, severity], [4, 'schema', 'error']);
    return [pathText(path), rule, span ? text.slice(span.start, span.end) : '', message];
  });
}

const MATH = { problem: 'p', solution: 's', level: 3 };
const PROCESS = { id: 'a', problem: 'p', steps: ['s'], label: 0, final_answer_correct: true };

const FAULTY: [string, Json, string[][]][] = [
  ['math', MATH, []],
  ['math', { ...MATH, level: 'Level 5', extra: {} }, []],
  ['math', { ...MATH, problem: '' }, [['problem', 'schema/too-small', '""', 'problem is empty.']]],
  [
    'math',
    { solution: 's', level: 3 },
    [['problem', 'schema/missing', '{"solution":"s","level":3}', 'problem is missing.']],
  ],
  ['processbench', { ...PROCESS, label: -1 }, []],
  [
    'processbench',
    { ...PROCESS, label: 'A' },
    [['label', 'schema/invalid-type', '"A"', 'label must be a number, not text.']],
  ],
  [
    'processbench',
    { ...PROCESS, label: -2 },
    [['label', 'schema/too-small', '-2', 'label is too small (at least -1).']],
  ],
  [
    'processbench',
    { ...PROCESS, steps: ['a', null, 'b', 5] },
    [
      ['steps[1]', 'schema/invalid-type', 'null', 'steps[1] must be text, not null.'],
      ['steps[3]', 'schema/invalid-type', '5', 'steps[3] must be text, not number.'],
    ],
  ],
  ['generic', [1], []],
];

for (const [id, row, expected] of FAULTY) {
  test(`${id}: ${JSON.stringify(row).slice(0, 90)}`, () => assert.deepEqual(findings(id, row), expected));
}

test('a level that is none is shown with what it may be', () => {
  for (const level of [6, 0, 1.5, 'Level 6', '5', null, [1]]) {
    const found = findings('math', { ...MATH, level });
    assert.equal(found.length, 1, JSON.stringify(level));
    assert.deepEqual([found[0]?.[0], found[0]?.[2]], ['level', JSON.stringify(level)]);
  }
});

test('a row that is no JSON or no object is not the concern of a schema twice', () => {
  const running = schemaCheck.start(profileNamed('math'), undefined, typesetFault);
  for (const text of ['', '{"problem":']) {
    assert.deepEqual(running.row({ ...rawRow(0, text), parsed: parseRow(text), reading: () => null }), []);
  }
});
