import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Fraction } from 'fraction.js';
import { valueOfAssignments } from '../../../src/core/maths/assignments';
import { isOperations, valueOfOperations } from '../../../src/core/maths/operations';

const made = (program: string, ...numbers: (number | string)[]) =>
  valueOfOperations(
    program,
    numbers.map((each) => new Fraction(each)),
  )?.toFraction() ?? null;

const CASES: [string, (number | string)[], string | null][] = [
  ['add(n0,n1)|divide(#0,const_100)', [30, 20], '1/2'],
  ['divide(multiply(n0, n1), const_100)', [30, 20], '6'],
  ['multiply(n0,const_0_25)|', [8], '2'],
  ['power(const_2,n0)|subtract(#0,const_1)|', [100], ((1n << 100n) - 1n).toString()],
  ['sqrt(n0)', ['9/16'], '3/4'],
  ['diagonal(n0,n1)', [3, 4], '5'],
  ['cube_edge_by_volume(n0)', ['27/8'], '3/2'],
  ['triangle_area_three_edges(n0,n1,n2)', [3, 4, 5], '6'],
  ['sqrt(negate(n0))', [2], null],
  ['choose(n0,n1)', [52, 5], '2598960'],
  ['reminder(n0,n1)', [17, 5], '2'],
  ['lcm(n0,n1)', [12, 18], '36'],
  ['p_after_gain(n0,n1)', [20, 50], '60'],
  ['original_price_before_loss(n0,n1)', [20, 80], '100'],
  ['surface_rectangular_prism(n0,n1,n2)', [1, 2, 3], '22'],
  ['divide(n0,subtract(n1,n1))', [1, 2], null],
  ['add(n0,n7)', [1], null],
  ['add(n0)', [1], null],
  ['sine(n0)', [1], null],
  ['add(n0,n1', [1, 2], null],
  ['multiply(#1,n0)', [1], null],
];
for (const [program, numbers, value] of CASES)
  test(`${program} of ${numbers.join(', ')} is ${value ?? 'not computed'}`, () =>
    assert.equal(made(program, ...numbers), value));

const ROUNDED: [string, (number | string)[], string][] = [
  ['sqrt(n0)', [2], '1.4142135623730950488'],
  ['cube_edge_by_volume(n0)', ['1/2'], '0.7937005259840997374'],
  ['circle_area(n0)', [1], '3.1415926535897932385'],
  ['multiply(const_pi,n0)', [2], '6.2831853071795864769'],
  ['volume_cone(n0,n1)', [1, 3], '3.1415926535897932385'],
];
for (const [program, numbers, value] of ROUNDED)
  test(`${program} of ${numbers.join(', ')} is about ${value}`, () => {
    const found = valueOfOperations(
      program,
      numbers.map((each) => new Fraction(each)),
    );
    assert.ok(found && found.sub(value).abs().compare('0.0000000000000000001') < 0);
  });

test('calls that are nested without end are no program', () => {
  const deep = `${'negate('.repeat(5000)}n0${')'.repeat(5000)}`;
  assert.equal(made(deep, 1), null);
});

test('what reads as operations', () => {
  assert.ok(isOperations('add(n0,n1)|divide(#0,const_100)|'));
  assert.ok(!isOperations('print(17*23)'));
  assert.ok(!isOperations('x = add(1,2)'));
});

const assigned = (program: string) => valueOfAssignments(program)?.toFraction() ?? null;

test('a straight program ends with what its last line makes, or with its answer', () => {
  assert.equal(assigned('n0 = 20.0\nn1 = 3.0\nt0 = n0 / n1  # each\nanswer = t0 * 3'), '20');
  assert.equal(assigned('# numbers\nn0 = 2\nanswer = n0 ** 10\nrest = 1'), '1024');
});

test('a program that calls, loops or forgets is not computed', () => {
  for (const program of [
    'n0 = sqrt(4)',
    'x = y',
    'for i in range(3):\n  x = 1',
    'x = 17 % 5',
    'import os',
    'x == 1',
    '',
  ])
    assert.equal(assigned(program), null, program);
});
