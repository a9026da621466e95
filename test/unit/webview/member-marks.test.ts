import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LinkType } from '../../../src/core/profile/profile';
import { memberMarks } from '../../../webview/group/member-marks';

/** The marked parts of each text, in short: `differs 3`. */
function marksIn(
  type: LinkType,
  texts: string[],
  { seed = -1, places = [] as string[], answers = [] as number[] } = {},
) {
  const problems = texts.map((text, at) => ({
    place: places[at] ?? String(at + 1),
    texts: [{ text, dialect: 'markdown' as const }],
    answer: answers[at] ?? null,
  }));
  const marks = memberMarks(type, problems, seed);
  return problems.map(({ texts: [source] }) =>
    (marks.get(source!) ?? []).map(({ start, end, kind }) => `${kind} ${source!.text.slice(start, end)}`),
  );
}

test('of variants, the numbers that not all have', () => {
  assert.deepEqual(marksIn('variant', ['3 of 7', '4 of 7', 'four of 7']), [
    ['differs 3'],
    ['differs 4'],
    ['differs four'],
  ]);
});

test('of translations, formulas and numbers that a language lacks, in whatever digits', () => {
  const texts = ['$3x + 5$ with $x = 4$, and 7', '$3x+5$ و $x = ٤$ و ٧', '$3x + 5$, $x = 5$ et 7'];
  assert.deepEqual(marksIn('translation', texts), [
    ['differs $x = 4$'],
    ['differs $x = ٤$'],
    ['differs $x = 5$'],
  ]);
  assert.deepEqual(marksIn('translation', ['It is 7.', 'C’est $7$.']), [[], []]);
});

test('of an original, what is kept and what is lost; of its extension, what is kept and what is new', () => {
  const texts = ['3 pens, 1,200 books', 'At 9, three pens and 7 cups', '3 pens; 1200 books'];
  assert.deepEqual(marksIn('extension', texts, { seed: 0 }), [
    ['kept 3', 'wrong 1,200'],
    ['differs 9', 'kept three', 'differs 7'],
    ['kept 3', 'kept 1200'],
  ]);
});

test('of a chain, each answer in the next part, and nothing in the whole', () => {
  const found = marksIn('composition', ['2 and 3', '5 and 2', '10 and 5'], {
    places: ['1', '2', 'result'],
    answers: [5, 10, 10],
  });
  assert.deepEqual(found, [[], ['kept 5'], []]);
});

test('of what was made of others, the numbers that came from them', () => {
  const found = marksIn('fusion', ['2 a', '3 b', '2, 3 and 4'], { places: ['1', '2', 'result'] });
  assert.deepEqual(found, [[], [], ['kept 2', 'kept 3', 'differs 4']]);
});

test('parts of a problem have no marks', () => {
  assert.deepEqual(marksIn('sub-problem', ['1', '2']), [[], []]);
});
