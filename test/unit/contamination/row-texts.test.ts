import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { THRESHOLDS } from '../../../src/core/contamination/decision';
import { withoutSolutions } from '../../../src/core/contamination/row-texts';
import type { Profile } from '../../../src/core/profile/profile';
import { readRow } from '../../../src/core/profile/read-row';
import { profileNamed } from '../profile/profiles';
import { folderWith } from '../temp-files';
import { checkedPlainly } from './checked-plainly';

const rolesOf = ({ roles }: Profile) => roles.map(({ role }) => role);

test('without its solutions a profile reads what is asked, and cuts no steps', () => {
  const row = {
    problem: 'What is 1 + 1?',
    solution: 'One and one.\n\nThat is $\\boxed{2}$.',
    level: 'Level 1',
  };
  const math = profileNamed('math');
  assert.equal(readRow(row, math).traces.length, 1);
  const reading = readRow(row, withoutSolutions(math));
  assert.deepEqual([reading.problem.map(({ text }) => text), reading.traces], [['What is 1 + 1?'], []]);
});

test('a solution stays that is read before a text in which an item is looked for', () => {
  const profile = profileNamed('remediation-example');
  assert.deepEqual(rolesOf(withoutSolutions(profile)), rolesOf(profile));
});

test('a problem in two fields is compared as a whole, and each field by itself', async (context) => {
  const [body, question] = [
    'Mona packed 26 jars of plums and 17 of pears.',
    'How many jars did 14 days leave of both?',
  ];
  const rows = [
    { ID: 'a', Body: body, Question: question, Equation: '1', Answer: 1, Type: 'Sum' },
    {
      ID: 'b',
      Body: body.replace('26', '41'),
      Question: question.replace('14', '9'),
      Equation: '1',
      Answer: 1,
      Type: 'Sum',
    },
    {
      ID: 'c',
      Body: 'The shop opens at noon.',
      Question: `${body} ${question}`,
      Equation: '1',
      Answer: 1,
      Type: 'Sum',
    },
  ];
  const folder = await folderWith(context, {
    'rows.jsonl': rows.map((row) => JSON.stringify(row)).join('\n'),
    'bench.jsonl': JSON.stringify({ id: 'jars', problem: `${body} ${question}`, solution: 'x' }),
  });
  const [file, bench] = [path.join(folder, 'rows.jsonl'), path.join(folder, 'bench.jsonl')];
  const profile = profileNamed('svamp');
  const benchmarks = [{ file: bench, profile: profileNamed('math') }];
  const { hits } = await checkedPlainly({ file, profile, benchmarks, least: THRESHOLDS.review });
  assert.deepEqual(
    hits.map((hit) => [hit.row, hit.class, hit.path]),
    [
      [0, 'exact', null],
      [1, 'numbers changed', null],
      [2, 'inside', null],
    ],
  );
  const whole = `${body}\n${question}`;
  assert.deepEqual(
    hits[1]?.numbers.map(
      ({ row: { start, end } }) => rows[1] && `${rows[1].Body}\n${rows[1].Question}`.slice(start, end),
    ),
    ['41', '9'],
  );
  assert.equal(hits[0]?.runs[0]?.row.end, whole.length - 1);
});
