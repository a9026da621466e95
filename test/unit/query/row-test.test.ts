import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileQuery } from '../../../src/core/query/row-test';
import type { StateFacts } from '../../../src/core/query/state-facts';
import { query } from './queries';
import { profile, queriedRow } from './rows';

const ROW = JSON.stringify({
  problem: 'Let $\\frac{1}{2}$ be given. Café im Zoo; 求和',
  solution: 'First.\n\nSecond step.\n\nThird.',
  answer: '42',
  level: 'Level 5',
  subject: 'Number Theory',
  unique_id: 'test/7.json',
  score: 3,
  ok: true,
  gone: null,
  empty: '',
  none: [],
  tags: ['algebra', 'sums'],
  meta: { level: 4, by: { name: 'Bo' } },
  parts: [{ t: 'one' }, { t: 'two' }],
});

const FITS = [
  '',
  'let',
  '\\frac',
  'frac{1}{2} café',
  '求',
  '"Second step"',
  'nothing or second',
  'not nothing',
  '-nothing',
  '/Caf./',
  '/SECOND/i',
  'word:on zoo',
  'word:on \\frac',
  'word:on 求',
  'case:on Zoo',
  'problem:frac',
  'step:third',
  'answer:42',
  'answer:=42',
  'answer:>41',
  'level:5',
  'level:5..5',
  'level:4..',
  'meta.level:4',
  'meta:bo',
  'meta:4',
  'score:3',
  'score:3.0',
  'score:/^3$/',
  'score:..3',
  'ok:true',
  'tags:sums',
  'tags:=algebra',
  'parts[].t:two',
  'parts.t:two',
  'gone:none',
  'empty:none',
  'none:none',
  'missing:none',
  'tags:any',
  'count(tags):2',
  'count(step):>2',
  'count(hint):0',
  'count(parts[].t):2',
  'length(answer):2',
  'length(tags):11',
  'row:8',
  'row:7..',
  'id:test/7',
  'id:="test/7.json"',
  'subject:"number theory"',
  'finding:schema',
  'finding:schema/missing',
  'finding:any',
  'label:bad',
  'label:any',
  'label(anna):good',
  'label(any):good',
  'tag:C_1',
  'tag:"rule of  SUM"',
  'tag:any',
  'tag(anna):none',
  'flag:open',
  'contaminated:quarantined',
  'contaminated:same',
  'contaminated(anna):same',
  'contaminated:unjudged',
  'contaminated(me):none',
  'flag:statement',
  'judged:accepted',
  'finding:schema judged:any',
  'flag(anna):none',
  'annotator:anna',
  'annotator:me',
  'verdict:none',
  'label:clarity=4',
  'label:clarity=3..5',
  'label:clarity=>=4',
  'label:well-posed=yes',
  'label:depth=none',
  'label(anna):clarity=none',
  'queue:pass',
  'queue(any):pass',
];
const FITS_NOT = [
  'nothing',
  '\\\\frac',
  '"step Second"',
  'let nothing',
  'not let',
  '/SECOND/',
  'problem', // a key is no text
  'word:on zo',
  'word:on \\fra',
  'case:on zoo',
  'answer:=4',
  'answer:second',
  'score:=33',
  'score:>3',
  'score:30',
  'problem:>1',
  'meta.level:5',
  'tags:=alg',
  'gone:any',
  'missing:any',
  'count(tags):>2',
  'row:7',
  'finding:json',
  'finding:schema/miss',
  'finding:none',
  'label:good',
  'label:none',
  'label(anna):bad',
  'tag:rule',
  'tag:none',
  'tag(anna):C_1',
  'flag:none',
  'contaminated:none',
  'contaminated:false-alarm',
  'contaminated(me):any',
  'flag:resolved',
  'judged:right',
  'finding:schema -judged:accepted',
  'annotator:bo',
  'annotator:none',
  'verdict:any',
  'label:clarity=3',
  'label:clarity=5..',
  'label:well-posed=no',
  'label(anna):clarity=4',
  'queue(anna):pass',
  'queue:other',
  'trace:model',
];

/** One annotator alone, so that the row is theirs. */
const QUEUE = { query: '', annotators: ['me'] as [string], overlap: 1, sample: 1, repeats: 0 };

const facts: StateFacts = {
  queues: new Map([['pass', { name: 'pass', ...QUEUE, goldKeys: new Set<string>() }]]),
  decisions: new Map([
    [
      'id:test/7.json',
      [
        { what: 'label', value: 'bad', by: 'me' },
        { what: 'label', value: 'good', by: 'anna' },
        { what: 'label', value: 'clarity=4', by: 'me' },
        { what: 'label', value: 'well-posed=yes', by: 'me' },
        { what: 'tag', value: 'c_1', by: 'me' },
        { what: 'tag', value: 'rule of sum', by: 'me' },
        { what: 'contaminated', value: 'same', by: 'anna' },
        { what: 'contaminated', value: 'quarantined', by: '' },
        { what: 'contaminated', value: 'unjudged', by: '' },
        { what: 'flag', value: 'open', by: 'me' },
        { what: 'flag', value: 'statement', by: 'me' },
        { what: 'judged', value: 'accepted', by: 'anna' },
        { what: 'verdict', value: 'right', by: 'me', hash: 'of another row with this id' },
      ],
    ],
  ]),
  findings: new Map([[7, ['schema/missing']]]),
};
const fits = (line: string, row = ROW, me: string | null = 'me') =>
  compileQuery(query(line), profile, me)(queriedRow(row, facts, 7));

for (const line of FITS) test(`${line || 'nothing asked'} fits`, () => assert.equal(fits(line), true));
for (const line of FITS_NOT) test(`${line} does not fit`, () => assert.equal(fits(line), false));

test('for nobody in particular, anybody’s decisions count', () => {
  assert.equal(fits('label:good', ROW, null), true);
  assert.equal(fits('label:none', ROW, null), false);
});

test('in a row that is no JSON words are searched as it stands, and no field has a value', () => {
  const broken = '{"problem": "\\frac{1}{2} of it", "level": 5';
  for (const line of ['\\frac', 'problem', '"of it"', '/level.: 5/', 'not level:5', 'row:8'])
    assert.equal(fits(line, broken), true, line);
  for (const line of ['level:5', 'problem:frac', 'level:none', 'level:any', 'count(level):0'])
    assert.equal(fits(line, broken), false, line);
});

test('rows that are nested without end do not stop a search', () => {
  const deep = `${'['.repeat(200_000)}"needle"${']'.repeat(200_000)}`;
  assert.equal(fits('needle', deep), true);
  assert.equal(fits('a.b:needle', deep), false);
  assert.equal(fits('a.b:needle', `{"a":${deep}}`), false);
  assert.equal(fits('label:none or a:needle', `{"a":${deep}}`), true);
});
