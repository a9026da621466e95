import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spanInString } from '../../../src/core/row/value-span';
import { findingMarks } from '../../../webview/text/finding-marks';

const TEXT = '{"steps":["a \\u00e9 \\"b\\" 1+1=3","c"],"n":1}';

test('a finding is at its place in the text as it reads, whatever escapes stand before it', () => {
  const path = ['steps', 0];
  const decoded = JSON.parse(TEXT).steps[0] as string;
  const start = decoded.indexOf('1+1=3');
  const span = spanInString(TEXT, path, { start, end: start + 5 });
  const finding = {
    row: 0,
    check: 'a',
    rule: 'a/b',
    severity: 'info',
    message: 'No.',
    evidence: '',
  } as const;
  const marks = findingMarks(
    [
      { ...finding, path, span },
      { ...finding, path, span: null },
      { ...finding, path: ['n'], span: { start: TEXT.length - 2, end: TEXT.length - 1 } },
      { ...finding, path: [], span: { start: 0, end: TEXT.length } },
      { ...finding, path: ['gone'], span: { start: 1, end: 2 } },
    ],
    TEXT,
  );
  assert.deepEqual([...marks], [['steps[0]', [{ start, end: start + 5, kind: 'finding', says: 'No.' }]]]);
});
