import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildIndex } from '../../../src/core/contamination/benchmark-index';
import { Boilerplate } from '../../../src/core/contamination/boilerplate';
import { THRESHOLDS } from '../../../src/core/contamination/decision';
import { imageOf } from '../../../src/core/contamination/index-image';
import { Matcher } from '../../../src/core/contamination/match-texts';
import { AS_PROBLEM, AS_TRACE, RowScanner } from '../../../src/core/contamination/row-scanner';
import { seeded } from '../seeded';

const SYLLABLES = ['ba', 'ke', 'lo', 'mi', 'nu', 'ra', 'so', 'ti', 'vo', 'zu'];
const PLAIN = ['the', 'of', 'find', 'how many', 'x', '\\frac{1}{2}', 'is', 'number', '+', 'sum'];

const chance = seeded(11);
const name = () => chance.pick(SYLLABLES) + chance.pick(SYLLABLES) + chance.pick(SYLLABLES);
const number = () => String(chance.below(900));
const pieces = (count: number): string[] =>
  Array.from(
    { length: count },
    () => [name, name, number, () => chance.pick(PLAIN)][chance.below(4)]?.() ?? '',
  );

/** Some pieces left out, other numbers, other words. */
function changed(text: string[], share: number): string[] {
  const [left, other] = [chance.below(share), chance.below(share)];
  return text.flatMap((piece) => {
    if (chance.below(100) < left) return [];
    if (chance.below(100) >= other) return [piece];
    return [/^\d+$/.test(piece) ? number() : name()];
  });
}

test('where a match is found, the kernel says that one may be: problems and traces, short and long, changed', () => {
  const questions = Array.from({ length: 60 }, (_, at) => pieces(3 + Math.floor(at ** 1.3)));
  const items = questions.map((text, row) => ({
    benchmark: 0,
    row,
    id: '',
    text: text.join(' '),
    answer: null,
  }));
  const index = buildIndex(items);
  const matcher = new Matcher(index, new Boilerplate());
  const scanner = new RowScanner(imageOf(index), new Boilerplate(), THRESHOLDS.review);
  const counts = { found: 0, likely: 0, texts: 0 };
  for (let round = 0; round < 1_500; round++) {
    const held = changed(chance.pick(questions), 60);
    const around = [3, 40, 900][chance.below(3)] ?? 0;
    const text = [...pieces(chance.below(around)), ...held, ...pieces(chance.below(around))].join(' ');
    for (const role of ['problem', 'trace'] as const) {
      const found = matcher.match([{ role, path: [], start: 0, text }], THRESHOLDS.review).length > 0;
      const likely = scanner.isLikely(text, role === 'trace' ? AS_TRACE : AS_PROBLEM);
      assert.ok(likely || !found, `${role}: ${text}`);
      counts.texts++;
      if (found) counts.found++;
      if (likely) counts.likely++;
    }
  }
  assert.ok(counts.found > 500 && counts.likely < counts.texts * 0.9, JSON.stringify(counts));
});
