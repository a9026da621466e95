import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseQuery } from '../../../src/core/query/parse-query';
import { printQuery } from '../../../src/core/query/print-query';
import { meaning, query, queryLines } from './queries';

/** A query, and what it means when it is written out. */
const SAME: [line: string, printed: string][] = [
  ['', ''],
  ['a b', 'a b'],
  ['a and b', 'a b'],
  ['a OR b c', 'a or b c'],
  ['(a or b) c', '(a or b) c'],
  ['((a))', 'a'],
  ['-a', 'not a'],
  ['not not a', 'a'],
  ['-(a b)', 'not (a b)'],
  ['not (a or b) c', 'not (a or b) c'],
  ['-1', '"-1"'],
  ['-\\frac', '"-\\frac"'],
  ['a->b', 'a->b'],
  ['\\frac{1}{2}', '\\frac{1}{2}'],
  ['f(x)', '"f(x)"'],
  ['(f(x) or g)', '"f(x)" or g'],
  ['x=3', 'x=3'],
  ['"or"', '"or"'],
  ['order', 'order'],
  ['"say ""yes"""', '"say ""yes"""'],
  ['"a\\"', 'a\\'],
  ['category:Combinatorics', 'category:Combinatorics'],
  ['category:"Number Theory"', 'category:"Number Theory"'],
  ['category:=x', 'category:=x'],
  ['level:2..5', 'level:2..5'],
  ['level:>3', 'level:>3'],
  ['level:>=3', 'level:3..'],
  ['level:<=-3.5', 'level:..-3.5'],
  ['level:<3', 'level:<3'],
  ['level:5..5', 'level:5..5'],
  ['level:5', 'level:5'],
  ['level:"2..5"', 'level:"2..5"'],
  ['level:none', 'level:none'],
  ['level:"none"', 'level:"none"'],
  ['note:a..b', 'note:"a..b"'],
  ['note:/a b/gi', 'note:/a b/i'],
  ['/a\\/b [/)]/', '/a\\/b [/)]/'],
  ['steps[].text:x', 'steps[].text:x'],
  ['answers["GPT-4|direct"]:x', 'answers["GPT-4|direct"]:x'],
  ['.label:x', '.label:x'],
  ['label:Bad', 'label:bad'],
  ['tag:"Rule  of SUM"', 'tag:"rule of sum"'],
  ['tag(anna):C_1', 'tag(anna):c_1'],
  ['label(anna):bad', 'label(anna):bad'],
  ['label():any', 'label(any):any'],
  ['flag:open', 'flag:open'],
  ['contaminated:Quarantined', 'contaminated:quarantined'],
  ['contaminated(anna):same', 'contaminated(anna):same'],
  ['duplicate:Leak', 'duplicate:leak'],
  ['duplicate(anna):same', 'duplicate(anna):same'],
  ['flag(Bo Li):open', 'flag(Bo Li):open'],
  ['judged:false-alarm', 'judged:false-alarm'],
  ['judged(anna):any', 'judged(anna):any'],
  ['annotator:anna', 'annotator:anna'],
  ['annotator:none', 'annotator:none'],
  ['finding:json/syntax', 'finding:json/syntax'],
  ['count(step):>10', 'count(step):>10'],
  ['count(hint):2', 'count(hint):2'],
  ['length(problem):..200', 'length(problem):..200'],
  ['row:100..200', 'row:100..200'],
  ['case:on Abc', 'Abc case:on'],
  ['x word:on case:on case:off', 'x word:on'],
  ['http://a.b', '"http://a.b"'],
  ['1:2', '"1:2"'],
];

for (const [line, printed] of SAME) {
  test(`${line || 'nothing'} is read as ${printed || 'nothing'}`, () => {
    assert.equal(printQuery(query(line)), printed);
    assert.deepEqual(meaning(query(printed)), meaning(query(line)));
  });
}

/** A query with a fault: where, and what remains. */
const FAULTY: [line: string, at: string, message: RegExp, remains: string][] = [
  ['a "b', '"b', /not closed/, 'a b'],
  ['a (b', '(', /not closed/, 'a b'],
  ['a or', 'or', /stands between/, 'a'],
  ['or a', 'or', /stands between/, 'a'],
  ['a or or b', 'or', /stands between/, 'a or b'],
  ['a not', 'not', /what is not wanted/, 'a'],
  ['a level:', ':', /missing/, 'a'],
  ['a level:>x', '>x', /number/, 'a'],
  ['a row:x', 'x', /number/, 'a'],
  ['a count(x):', ':', /missing/, 'a'],
  ['a count():3', 'count():3', /takes a field/, 'a'],
  ['a label:great', 'label:great', /one of good/, 'a'],
  ['a case:maybe', 'case:maybe', /on or off/, 'a'],
  ['a ""', '""', /no text/, 'a'],
  ['a /[/ /b(/', '/b(/', /no regular expression: Unterminated group/, 'a "/[/"'],
  ['a /b', '/b', /close it/, 'a "/b"'],
];

for (const [line, at, message, remains] of FAULTY) {
  test(`${line}: the fault is told, and ${remains} remains`, () => {
    const parsed = parseQuery(line);
    const fault = parsed.faults.find((told) => message.test(told.message));
    assert.ok(fault, JSON.stringify(parsed.faults));
    assert.equal(line.slice(fault.start, fault.end), at);
    assert.equal(printQuery(parsed), remains);
  });
}

test('parts know where they stand', () => {
  const line = 'a  -"b c" (level:2..5 or /x/i)';
  const { node } = query(line);
  assert.ok(node?.kind === 'all');
  const places = node.parts.map(({ start, end }) => line.slice(start, end));
  assert.deepEqual(places, ['a', '-"b c"', 'level:2..5 or /x/i']);
});

test('no line makes the parser throw, and what it prints reads back the same', () => {
  const bits = [
    '"',
    '(',
    ')',
    '-',
    ':',
    '/',
    '=',
    '..',
    '>',
    'or ',
    'not ',
    'label',
    'count(',
    'a',
    '\\',
    '[',
    ' ',
    '5',
    '""',
  ];
  const lines = fc.oneof(
    fc.string({ maxLength: 40 }),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.array(fc.constantFrom(...bits), { maxLength: 25 }).map((parts) => parts.join('')),
    queryLines,
  );
  fc.assert(
    fc.property(lines, (line) => {
      const parsed = parseQuery(line);
      for (const { start, end } of parsed.faults)
        assert.ok(0 <= start && start < end && start <= line.length);
      const printed = parseQuery(printQuery(parsed));
      assert.deepEqual(meaning(printed), meaning(parsed));
    }),
    { numRuns: 3000 },
  );
});

test('a line of a hundred thousand parentheses, quotes or minus signs is read', () => {
  for (const sign of ['(', ')', '"', '-', 'not ', 'a or ', '/', '[', 'a'.repeat(50), 'count(']) {
    const line = sign.repeat(Math.ceil(100_000 / sign.length));
    assert.ok(parseQuery(line).faults.some(({ message }) => message.includes('10000 characters')));
  }
});
