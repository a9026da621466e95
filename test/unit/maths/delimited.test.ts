import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markdownWith } from '../../../src/core/maths/dialect';
import { segment } from '../../../src/core/maths/segment';
import { profileSchema } from '../../../src/core/profile/profile';
import { readRow } from '../../../src/core/profile/read-row';

const DIALECT = markdownWith([
  ['<m>', '</m>'],
  ['[[', ']]'],
]);
const formulas = (text: string) =>
  segment(text, DIALECT).flatMap(({ kind, content }) => (kind === 'maths' ? [content] : []));

test('formulas stand between delimiters of the dataset, and between the usual ones', () => {
  assert.deepEqual(formulas('If <m>x^2</m> and [[y < 3]] then $z$.'), ['x^2', 'y < 3', 'z']);
});

test('an opening sign that nothing closes, an empty pair, and those in code are text', () => {
  assert.deepEqual(formulas('<m> never, [[ ]] nothing, `<m>x</m>` and\n```\n[[1]]\n```'), []);
});

test('segments cover the text, wherever the delimiters stand', () => {
  for (const text of ['<m>a</m>', 'x<m>a</m><m>b</m>y', '```\n<m>\n```\n<m>c</m> $d$', '<m>[[a]]</m>']) {
    const parts = segment(text, DIALECT);
    assert.equal(parts.map(({ start, end }) => text.slice(start, end)).join(''), text);
  }
});

test('a profile says which delimiters a field has', () => {
  const profile = profileSchema.parse({
    id: 'own',
    title: 'Own',
    roles: [{ role: 'problem', paths: [['q']], delimiters: [['<m>', '</m>']] }],
  });
  const [source] = readRow({ q: 'Let <m>a_1</m>.' }, profile).problem;
  assert.ok(source);
  assert.deepEqual(
    segment(source.text, source.dialect).map(({ kind }) => kind),
    ['prose', 'maths', 'prose'],
  );
});
