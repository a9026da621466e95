import assert from 'node:assert/strict';
import { test } from 'node:test';
import { factsAskedBy, fieldsOf, unknownFields } from '../../../src/core/query/query-fields';
import { highlights } from '../../../src/core/query/highlights';
import { placesIn } from '../../../src/core/query/text-test';
import { query } from './queries';

function marked(line: string, text: string): string[] {
  return highlights(query(line)).flatMap(({ want, rule }) =>
    Array.from(placesIn(text, want, rule), ({ start, end }) => text.slice(start, end)),
  );
}

test('the texts that a query asks for are marked where they stand', () => {
  assert.deepEqual(marked('\\frac', 'a \\frac and \\Frac'), ['\\frac', '\\Frac']);
  assert.deepEqual(marked('case:on \\frac', 'a \\frac and \\Frac'), ['\\frac']);
  assert.deepEqual(marked('word:on x', 'x, xx, \\frac{x}_x 求x'), ['x', 'x', 'x']);
  assert.deepEqual(marked('/b*/', 'abba'), ['bb']);
  assert.deepEqual(marked('a (b or not c) label:bad level:3..', 'a b c'), ['a', 'b']);
});

test('a mark knows its field', () => {
  const fields = highlights(query('x problem:y step:=z level:>3')).map(({ field }) => field);
  assert.deepEqual(fields, [null, 'problem', 'step']);
});

test('a query tells its fields, those that nobody knows, and the facts that it asks for', () => {
  const asked = query('f:A -problem:x (count(step):3 or label:bad) f:B');
  assert.deepEqual(fieldsOf(asked), ['f', 'problem', 'step']);
  const [fault, ...more] = unknownFields(asked, (field) => field !== 'f');
  assert.deepEqual([fault?.start, fault?.end, more.length], [0, 3, 1]);
  assert.deepEqual(factsAskedBy(asked), { decisions: true, findings: false, queues: false, unjudged: false });
  assert.equal(factsAskedBy(query('x or contaminated:unjudged')).unjudged, true);
  assert.deepEqual(factsAskedBy(query('finding:any')), {
    decisions: false,
    findings: true,
    queues: false,
    unjudged: false,
  });
});
