import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { startChecks } from '../../../src/core/check/run-checks';
import { brokenEqualitiesIn, spotChecked } from '../../../src/core/equality/spot-check';
import { typesetFault } from '../../../src/core/maths/typeset-fault';
import { rawRow } from '../check/rows';
import { profileNamed } from '../profile/profiles';
import { dataFolder, readLines } from '../real-data';

const broken = (tex: string) => brokenEqualitiesIn(`So $${tex}$.`, 'markdown');

test('a chain with letters that does not hold at a point is told with the point', () => {
  const [found, ...more] = broken('(x-1)(x+2) = x^2 + x - 2 = x^2 + x + 2');
  assert.equal(found?.tex, 'x^2 + x - 2 = x^2 + x + 2');
  assert.match(found.at, /^x = -?\d/);
  assert.deepEqual(more, []);
  const text = 'So $(x-1)(x+2) = x^2 + x - 2 = x^2 + x + 2$.';
  assert.equal(text.slice(found.start, found.end), found.tex, 'its place');
});

test('identities, conditions, definitions and what is no arithmetic are left alone', () => {
  for (const tex of [
    '(x+1)^2 = x^2 + 2x + 1 = x(x+2) + 1',
    'x^2 = 2x + 3',
    'f(x) = x + 1 = 2x',
    'y = x^2 + 1 = 5',
    'x_1 + x_2 = 2x_1 = 4x_2',
    'a + b = c + d = e + f',
    '3 + 4 = 7 = 6 + 1',
    '\\sin^2 x + 1 = x^2 + 1 = 2x',
  ])
    assert.deepEqual(broken(tex), [], tex);
});

test('an identity that holds at all points is told, of two members as well; an equation is neither', () => {
  const holding = (tex: string) => spotChecked(`So $${tex}$.`, 'markdown');
  assert.deepEqual(holding('(x+1)^2 = x^2 + 2x + 1'), { broken: [], holding: 1 });
  assert.deepEqual(holding('(x+1)^2 = x^2 + 2x + 1 = (x+2)x + 1'), { broken: [], holding: 2 });
  assert.deepEqual(holding('x^2 + 1 = 2x + 3'), { broken: [], holding: 0 });
  assert.deepEqual(holding('y = x^2 + 1'), { broken: [], holding: 0 });
  assert.equal(holding('(x-1)(x+2) = x^2 + x - 2 = x^2 + x + 2').holding, 1);
});

const folder = dataFolder();
if (folder !== undefined) {
  test('rows of ProcessBench in which it speaks have a wrong step; it speaks only where a project asks for it', () => {
    const lines = readLines(join(folder, 'processbench', 'math_first200.jsonl'));
    const profile = profileNamed('processbench');
    const rowsWith = (letters: boolean) => {
      const check = startChecks(profile, typesetFault, { equality: { options: { letters } } });
      return lines.filter((line, at) =>
        check(rawRow(at, line)).findings.some(({ rule }) => rule === 'equality/letters'),
      );
    };
    assert.deepEqual(rowsWith(false), []);
    const found = rowsWith(true);
    assert.equal(found.length, 5);
    for (const line of found)
      assert.notEqual((JSON.parse(line) as { label: number }).label, -1, line.slice(0, 80));
  });
}
