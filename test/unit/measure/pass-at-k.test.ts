import assert from 'node:assert/strict';
import { test } from 'node:test';
import { passAtK, PassTally } from '../../../src/core/measure/pass-at-k';
import { shareOf } from '../../../src/core/measure/share';
import { seeded } from '../seeded';

/** By trying every choice of k among the tries. */
function byEnumeration(tries: number, right: number, k: number): number {
  const outcomes = Array.from({ length: tries }, (_, at) => at < right);
  let [all, some] = [0, 0];
  const choose = (from: number, left: number, solved: boolean): void => {
    if (left === 0) {
      all++;
      if (solved) some++;
      return;
    }
    for (let at = from; at <= tries - left; at++) choose(at + 1, left - 1, solved || outcomes[at] === true);
  };
  choose(0, k, false);
  return some / all;
}

test('pass@k is the share of choices of k tries with a right one among them', () => {
  for (let tries = 1; tries <= 9; tries++)
    for (let right = 0; right <= tries; right++)
      for (let k = 1; k <= tries; k++) {
        const found = passAtK({ tries, right }, k);
        assert.ok(
          Math.abs((found ?? NaN) - byEnumeration(tries, right, k)) < 1e-12,
          `${tries} ${right} ${k}`,
        );
      }
});

test('pass@k is not defined for more tries than were made, and holds for many', () => {
  assert.equal(passAtK({ tries: 4, right: 2 }, 5), null);
  assert.equal(passAtK({ tries: 4, right: 2 }, 0), null);
  assert.ok(Math.abs((passAtK({ tries: 1024, right: 1 }, 512) ?? 0) - 0.5) < 1e-12);
  assert.equal(passAtK({ tries: 10_000, right: 0 }, 10_000), 0);
});

test('pass@1 is the accuracy, and the curve never falls', () => {
  const chance = seeded(5);
  for (let round = 0; round < 50; round++) {
    const tally = new PassTally();
    let sum = 0;
    for (let problem = 0; problem < 20; problem++) {
      const right = chance.below(17);
      tally.add({ tries: 16, right });
      sum += right / 16;
    }
    const curve = tally.curve();
    assert.deepEqual(
      curve.map(({ k }) => k),
      [1, 2, 4, 8, 16],
    );
    assert.ok(Math.abs((curve[0]?.value ?? NaN) - sum / 20) < 1e-12);
    for (const [at, { value }] of curve.entries()) assert.ok(value >= (curve[at - 1]?.value ?? 0) - 1e-12);
  }
});

test('a curve counts at each k the problems that were tried so often', () => {
  const tally = new PassTally();
  tally.add({ tries: 1, right: 1 });
  tally.add({ tries: 4, right: 1 });
  tally.add({ tries: 4, right: 1 });
  assert.deepEqual(
    tally.curve().map(({ k, problems, value }) => [k, problems, value]),
    [
      [1, 3, 0.5],
      [2, 2, 0.5],
      [4, 2, 1],
    ],
  );
  assert.deepEqual(new PassTally().curve(), []);
});

test("Wilson's interval: 10 of 20 is 0.299 to 0.701, and nothing of 10 is 0 to 0.278", () => {
  const half = shareOf(10, 20);
  assert.ok(half && Math.abs(half.low - 0.2993) < 5e-5 && Math.abs(half.high - 0.7007) < 5e-5);
  const none = shareOf(0, 10);
  assert.ok(none && none.low === 0 && Math.abs(none.high - 0.2775) < 5e-5);
  assert.equal(shareOf(0, 0), null);
});
