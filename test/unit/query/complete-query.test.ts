import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { completeQuery } from '../../../src/core/query/complete-query';

const known = {
  fields: ['category', 'meta.level', 'steps[].text'],
  values: (field: string) => (field === 'category' ? ['Algebra', 'Number Theory', 'none'] : []),
  annotators: ['anna', 'Bo Li'],
  rules: ['json/syntax', 'schema/missing'],
  tags: ['rule of sum'],
};

/** The line after the first completion at `|`, and what else is offered. */
function completed(line: string): { first: string; labels: string[] } {
  const caret = line.indexOf('|');
  const plain = line.replace('|', '');
  const offers = completeQuery(plain, caret, known);
  const [offer] = offers;
  const first = offer ? plain.slice(0, offer.start) + offer.insert + plain.slice(offer.end) : plain;
  return { first, labels: offers.map(({ label }) => label) };
}

for (const [line, first] of [
  ['cat|', 'category:'],
  ['a -cat|', 'a -category:'],
  ['-category:alg|', '-category:Algebra'],
  ['(lev|', '(meta.level:'],
  ['prob| x', 'problem: x'],
  ['category:alg|', 'category:Algebra'],
  ['category:num|', 'category:"Number Theory"'],
  ['category:"num|', 'category:"Number Theory"'],
  ['category:=num|', 'category:="Number Theory"'],
  ['category:=no|', 'category:="none"'],
  ['label:b|', 'label:bad'],
  ['label(anna):b|', 'label(anna):bad'],
  ['label(a|', 'label(any):'],
  ['tag:sum|', 'tag:"rule of sum"'],
  ['tag(any):ru|', 'tag(any):"rule of sum"'],
  ['contaminated:qu|', 'contaminated:quarantined'],
  ['contaminated(an|', 'contaminated(any):'],
  ['annotator:bo|', 'annotator:"Bo Li"'],
  ['finding:sch|', 'finding:schema'],
  ['finding:json/|', 'finding:json/syntax'],
  ['count(st|', 'count(step):'],
  ['cou|', 'count('],
  ['case:|', 'case:on'],
  ['meta.level:|', 'meta.level:none'],
] as const) {
  test(`${line} becomes ${first}`, () => assert.equal(completed(line).first, first));
}

test('an empty line offers the roles, then fields, then the other conditions', () => {
  const { labels } = completed('|');
  for (const label of ['problem', 'category', 'label', 'count()']) assert.ok(labels.includes(label), label);
  assert.equal(labels[0], 'problem');
});

test('nothing is offered within a quoted text', () => {
  assert.deepEqual(completed('"a cat|').labels, []);
  assert.deepEqual(completed('"see category:a|').labels, []);
  assert.deepEqual(completed('"a" cat|').labels, ['category', 'duplicate']);
});

test('completions lie within any line and end at the caret', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), fc.nat(30), (line, at) => {
      const caret = Math.min(at, line.length);
      for (const { start, end } of completeQuery(line, caret, known)) {
        assert.ok(0 <= start && start <= end);
        assert.equal(end, caret);
      }
    }),
  );
});
