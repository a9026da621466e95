import assert from 'node:assert/strict';
import { test } from 'node:test';
import { valueAt } from '../../../src/core/row/json';
import { join } from 'node:path';
import { THRESHOLDS } from '../../../src/core/contamination/decision';
import { checkedPlainly } from '../contamination/checked-plainly';
import { profileNamed } from '../profile/profiles';
import { dataFolder } from '../real-data';
import { openReal } from './seed';

/** How many of a list there are of each. */
function countsOf(values: (string | number)[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

const processbench = openReal('large/processbench/processbench_all.jsonl');
if (processbench) {
  test('ProcessBench: right answers with a wrong step, by the set that they come from', () => {
    const flawed = processbench.rows.filter((_, at) => {
      const published = processbench.readings[at]?.traces[0]?.published;
      return published?.answerRight === true && published.firstError !== null;
    });
    const sets = flawed.map((row) => String(valueAt(row, ['id'])).replace(/-\d+$/, ''));
    assert.deepEqual(countsOf(sets), { gsm8k: 7, math: 94, olympiadbench: 161, omnimath: 259 });
  });
}

const weMath = openReal('large/we-math/testmini.jsonl');
if (weMath) {
  // split at semicolons alone, 1,170 rows have five and 556 four: where one is missing, the letters still tell the choices
  test('We-Math: how many choices its rows have by their letters, and the right one among them in every row', () => {
    const sizes = weMath.readings.map(({ choices }) => choices.length);
    assert.deepEqual(countsOf(sizes), { 3: 1, 4: 559, 5: 1175, 6: 3, 7: 2 });
    assert.ok(weMath.readings.every(({ choices }) => choices.some(({ right }) => right === true)));
  });
}

const shared = dataFolder();
if (shared !== undefined) {
  const level5 = join(shared, 'math/competition_math_nt_cp_l5.jsonl');
  const processed = join(shared, 'large/processbench/processbench_all.jsonl');
  const exactly = async (file: string, profile: string, benchmark: string, itsProfile: string) => {
    const benchmarks = [{ file: join(shared, benchmark), profile: profileNamed(itsProfile) }];
    const wish = {
      file,
      profile: profileNamed(profile),
      benchmarks,
      least: THRESHOLDS.review,
      onlyProblems: true,
    };
    return (await checkedPlainly(wish)).hits.filter((hit) => hit.class === 'exact').length;
  };

  // of ProcessBench 112 rows have the very text of a problem of MATH-500, and one but for its signs
  test('rows that are items of benchmarks: MATH by level, ProcessBench', async () => {
    assert.equal(await exactly(level5, 'math', 'math/math500_test.jsonl', 'math'), 20);
    assert.ok((await exactly(processed, 'processbench', 'gsm8k/test.jsonl', 'gsm8k')) >= 400);
    assert.ok((await exactly(processed, 'processbench', 'math/math500_test.jsonl', 'math')) >= 113);
  });
}

const mathq = openReal('mit_university/questions.jsonl');
if (mathq) {
  test('mathQ: solution types in several spellings, solutions as texts and as numbers', () => {
    const types = mathq.rows.map((row) => String(valueAt(row, ['Solution type'])));
    const counts = countsOf(types);
    assert.deepEqual(
      ['Automatic Zero-shot', 'Automatic Zero Shot', 'Automatic Zero-Shot', 'Manual', 'manual'].map(
        (type) => counts[type],
      ),
      [154, 32, 4, 42, 7],
    );
    const kinds = mathq.rows.map((row) => typeof valueAt(row, ['Program solution']));
    assert.deepEqual(countsOf(kinds), { string: 150, number: 115 });
  });
}
