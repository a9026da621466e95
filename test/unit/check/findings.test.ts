import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from '../../../src/core/check/finding';
import { Findings } from '../../../src/core/check/findings';

function finding(row: number, rule = 'r'): Finding {
  return { row, path: [], span: null, check: 'c', rule, severity: 'error', message: 'm', evidence: '' };
}

test('findings are kept by row, in the order in which they came', () => {
  const findings = new Findings();
  assert.deepEqual(findings.add([finding(7, 'a'), finding(2), finding(7, 'b')]), [7, 2]);
  assert.deepEqual(findings.add([finding(7, 'c')]), [7]);
  assert.deepEqual(
    findings.of(7).map(({ rule }) => rule),
    ['a', 'b', 'c'],
  );
  assert.deepEqual(findings.of(3), []);
  assert.deepEqual(
    findings.all().map(({ row }) => row),
    [2, 7, 7, 7],
  );
  assert.equal(findings.total, 4);
});

test('beyond a bound findings are counted and not kept', () => {
  const findings = new Findings();
  const batches = Array.from({ length: 100 }, (_, batch) =>
    Array.from({ length: 1000 }, (_unused, at) => finding(batch * 1000 + at)),
  );
  const touched = batches.flatMap((batch) => findings.add(batch));
  assert.equal(findings.total, 100_000);
  assert.equal(findings.all().length, touched.length);
  assert.ok(touched.length >= 1000 && touched.length <= 10_000, `${touched.length} are kept`);
  assert.equal(findings.of(0).length, 1);
  assert.equal(findings.of(99_999).length, 0);
  assert.deepEqual([findings.worstBeyond(0), findings.worstBeyond(99_999)], [null, 'error']);
  findings.add([
    { ...finding(99_999), severity: 'info' },
    { ...finding(99_998, 's'), severity: 'warning' },
  ]);
  assert.deepEqual([findings.worstBeyond(99_999), findings.worstBeyond(99_998)], ['error', 'error']);
});
