import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LinkRule, LinkType } from '../../../src/core/profile/profile';
import { LinkScan } from '../../../src/core/link/link-scan';
import { rawRow } from '../check/rows';
import { findingsOf, linkedBy, rulesOf, scanOf } from './linked-rows';

const by = (type: LinkType): LinkRule => ({ type, field: ['g'], place: ['p'] });

function found(rule: LinkRule, ...files: object[][]) {
  const names = ['train.jsonl', 'test.jsonl'];
  const named = Object.fromEntries(files.map((rows, at) => [names[at] ?? '', rows]));
  return findingsOf(scanOf(named, linkedBy([rule])), names);
}
const rulesFound = (...args: Parameters<typeof found>) => rulesOf(found(...args));

test('a group over train and test is an error in the test file, and names the row of the other', () => {
  const rows = [{ g: 1, p: 'a' }, { g: 2 }];
  const findings = found(by('variant'), [{ g: 3 }, ...rows], [{ g: 1, p: 'b' }]);
  assert.deepEqual(rulesOf(findings), ['1/1 links/split error']);
  assert.match(
    findings[0]!.finding.message,
    /is of the test part, but row 2 of train\.jsonl of the same group “1”/,
  );
  assert.equal(findings[0]!.finding.evidence, 'train: 1, test: 1');
});

test('within a file the split field tells the parts, and validation against test is a warning', () => {
  const rows = ['dev', 'test', 'testmini', 'other', null].map((split) => ({ g: 1, split }));
  assert.deepEqual(rulesFound(by('variant'), rows), ['2 links/split warning']);
});

test('all numbers of the original are in its extension, as digits or words', () => {
  const rule: LinkRule = { type: 'extension', field: ['orig'] };
  const orig = 'Tom has 3 pens and 1,200 books. He loses half of 12 cups.';
  const kept = 'A long story. Three pens, 1200 books; 12 cups, of which half broke. 99 balloons.';
  const findings = found(rule, [
    { orig, question: kept },
    { orig, question: 'Three pens and half a dozen books.' },
  ]);
  assert.deepEqual(rulesOf(findings), ['2 links/numbers warning']);
  assert.match(findings[0]!.finding.message, /^The number 1200 of the original is not/);
  assert.deepEqual(findings[0]!.finding.path, ['question']);
});

test('a single extension is compared with the text that it was made from', () => {
  const rule: LinkRule = { type: 'extension', field: ['orig'] };
  assert.deepEqual(rulesFound(rule, [{ orig: 'He has 3.', question: 'He has 4.' }]), [
    '1 links/numbers warning',
  ]);
});

test('an extension of another row is compared with that', () => {
  const rule: LinkRule = { type: 'extension', field: ['of'], names: 'row' };
  const rows = [
    { id: 'a', question: 'He has 3 of 7.', answer: 5 },
    { id: 'b', of: 'a', question: 'Once upon a time he had 3.', answer: '5.0' },
  ];
  assert.deepEqual(rulesFound(rule, rows), ['2 links/numbers warning']);
});

for (const type of ['reformulation', 'translation'] as const) {
  test(`another answer under ${type} is found, however the right one is written`, () => {
    const answers = ['39', '$39.0$', String.raw`\boxed{39}`, '40', null];
    const findings = found(
      by(type),
      answers.map((answer, at) => ({ g: 'q', p: at === 0 ? 'original' : `f${at}`, answer })),
    );
    assert.deepEqual(rulesOf(findings), ['4 links/answer warning']);
    assert.match(findings[0]!.finding.message, /is 40, but that of row 1.* is 39\./);
    assert.deepEqual(findings[0]!.finding.path, ['answer']);
  });
}

test('without an original the answer of most is right', () => {
  const rows = ['2', '1', '1.0', '1'].map((answer, at) => ({ g: 'q', p: `l${at}`, answer }));
  assert.deepEqual(rulesFound(by('translation'), rows), ['1 links/answer warning']);
});

test('translations have the same right choice', () => {
  const rows = ['B', 'A', 'a', 'A'].map((answer, at) => ({ g: 'q', p: `l${at}`, answer }));
  const findings = found(by('translation'), rows);
  assert.deepEqual(rulesOf(findings), ['1 translation/choice warning']);
  assert.match(findings[0]!.finding.message, /^The right choice here is B, but that of row 2 is A\./);
});

test('translations have the same formulas, in whatever digits and with whatever words in them', () => {
  const texts = [
    'If $x^2 = 3.5$ and $y\\text{ is odd}$, find $\\frac12$.',
    'Si $x^{2} = 3{,}5$ et $y\\text{ est impair}$, trouver $\\frac12$.',
    'إذا كان $x^2 = ٣٫٥$ و $y$، أوجد $\\frac12$.',
    'Falls $x^3 = 3,5$ und $y$, finde $\\frac12$.',
  ];
  const rows = texts.map((question, at) => ({ g: 'q', p: ['en', 'fr', 'ar', 'de'][at], question }));
  const findings = found(by('translation'), rows);
  assert.deepEqual(rulesOf(findings), ['4 translation/formulas warning']);
  assert.match(
    findings[0]!.finding.message,
    /x\^2=35 of the other languages is not here; x\^3=35 is in this/,
  );
  assert.deepEqual(findings[0]!.finding.path, ['question']);
});

test('numbers may stand outside of formulas in another language', () => {
  const rows = ['He has $12$ and $x$.', 'Er hat 12 und $x$.'].map((question, at) => ({
    g: 'q',
    p: ['en', 'de'][at],
    question,
  }));
  assert.deepEqual(rulesFound(by('translation'), rows), []);
});

test('a language that nearly all problems have is missed, by its name', () => {
  const rows = Array.from({ length: 10 }, (_, g) => ['en', 'fr', 'sw'].map((p) => ({ g, p }))).flat();
  const findings = found(
    by('translation'),
    rows.filter(({ g, p }) => g !== 4 || p !== 'sw'),
  );
  assert.deepEqual(
    findings.map(({ finding }) => [finding.rule, finding.message]),
    [['translation/missing', '“4” is not there in Swahili (sw).']],
  );
});

test('variants that all have one answer are found, unless that is the rule', () => {
  const group = (g: number, answers: number[]) => answers.map((answer) => ({ g, answer }));
  assert.deepEqual(rulesFound(by('variant'), group(1, [6, 6, 6])), ['1 links/one-answer warning']);
  assert.deepEqual(rulesFound(by('variant'), group(1, [6, 6])), [], 'two may be chance');
  const paraphrases = [1, 2, 3, 4, 5].flatMap((g) => group(g, g < 4 ? [g, g, g] : [1, 2, 3]));
  assert.deepEqual(rulesFound(by('variant'), paraphrases), []);
});

test('what the groups of one dataset have is not missed in those of another one that is read with it', () => {
  const named = (id: string) => ({ ...linkedBy([by('variant')]), id });
  const scan = new LinkScan(
    [
      { name: 'a.jsonl', profile: named('first') },
      { name: 'b.jsonl', profile: named('second') },
    ],
    [],
  );
  const rows = Array.from({ length: 24 }, (_, g) => ['rephrased', 'seed'].map((p) => ({ g, p }))).flat();
  for (const [at, row] of rows.entries()) scan.add(0, rawRow(at, JSON.stringify(row)));
  for (const [at, p] of ['x', 'y'].entries()) scan.add(1, rawRow(at, JSON.stringify({ g: 'z', p })));
  scan.finish();
  assert.deepEqual(findingsOf(scan), []);
});

test('a language that nearly all groups have, a rung between others, and a sub-problem like those of others are missed', () => {
  const groups = (count: number, places: (string | number)[]) =>
    Array.from({ length: count }, (_, g) => places.map((p) => ({ g, p }))).flat();
  const languages = [...groups(9, ['en', 'de', 'zh']), { g: 'x', p: 'en' }, { g: 'x', p: 'de' }];
  const [lacks] = found(by('translation'), languages);
  assert.equal(lacks?.finding.message, '“x” is not there in Chinese (zh).');
  assert.deepEqual(rulesFound(by('variant'), groups(1, [1, 2, 4])), ['1 links/missing warning']);
  const twoSteps = groups(12, ['s1', 's2', 'whole']).map(({ g, p }) => ({ g: `two ${g}`, p }));
  const threeSteps = groups(12, ['t1', 't2', 't3', 'whole']).map(({ g, p }) => ({ g: `three ${g}`, p }));
  const torn = [
    { g: 'y', p: 's1' },
    { g: 'y', p: 'whole' },
  ];
  const [part, ...others] = found(by('sub-problem'), [...twoSteps, ...threeSteps, ...torn]);
  assert.equal(part?.finding.message, 'The group “y” has no “s2”.');
  assert.deepEqual(others, []);
});

test('a row that is named and not there is missed, but not where none of them are there', () => {
  const rule: LinkRule = { type: 'fusion', field: ['of'], names: 'rows' };
  const rows = [{ id: 'a' }, { id: 'b' }, { id: 'ab', of: ['a', 'b'] }, { id: 'ac', of: ['a', 'c'] }];
  const findings = found(rule, rows);
  assert.deepEqual(
    findings.map(({ finding }) => finding.message),
    ['The group “ac” has no row “c”.'],
  );
  assert.deepEqual(rulesFound(rule, [{ id: 'xy', of: ['x', 'y'] }]), []);
});

test('a chain is followed: each answer goes into the next problem, and the last is that of the whole', () => {
  const rule: LinkRule = { type: 'composition', field: ['chain'], names: 'rows' };
  const atoms = [
    { id: 'a', question: 'What is 3 + 4?', answer: 7 },
    { id: 'b', question: 'Double 7.', answer: 14 },
    { id: 'c', question: 'Take 2 from 15.', answer: 13 },
  ];
  const whole = (id: string, chain: string[], answer: number) => ({ id, chain, answer, question: '' });
  assert.deepEqual(rulesFound(rule, [...atoms, whole('ab', ['a', 'b'], 14)]), []);
  const findings = found(rule, [...atoms, whole('abc', ['a', 'b', 'c'], 12)]);
  assert.deepEqual(rulesOf(findings), ['3 links/chain info', '4 links/chain warning']);
  assert.equal(findings[1]!.finding.evidence, '7 → 14 → 13');
});

test('a sound group has no findings', () => {
  const rows = [
    { g: 1, p: 'seed', split: 'train', answer: 3 },
    { g: 1, p: 1, split: 'train', answer: 4 },
  ];
  assert.deepEqual(rulesFound(by('variant'), rows), []);
});
