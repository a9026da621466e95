import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from '../../../src/core/check/finding';
import { countOpen, groupFindings } from '../../../src/core/check/finding-groups';
import type { JudgedFinding } from '../../../src/core/check/finding-groups';

function found(row: number, rule: string, severity: Finding['severity'], more: Partial<Finding> = {}) {
  const check = rule.split('/')[0] ?? rule;
  return { row, path: [], span: null, check, rule, severity, message: `in ${row}`, evidence: '', ...more };
}

const open = (finding: Finding): JudgedFinding => ({ finding, verdict: null });
const judged = (finding: Finding, verdict: 'right' | 'false-alarm' | 'accepted'): JudgedFinding => ({
  finding,
  verdict: { verdict, comment: '', by: 'ada' },
});

const ALL = [
  open(found(9, 'hygiene/minus', 'info')),
  open(found(2, 'hygiene/minus', 'info', { path: ['solution'] })),
  judged(found(5, 'hygiene/minus', 'info'), 'false-alarm'),
  judged(found(4, 'trace/empty', 'warning'), 'right'),
  open(found(7, 'json/syntax', 'error', { message: 'Not JSON', evidence: 'abc' })),
];

const inShort = (by: 'rule' | 'severity' | 'file', text = '', settledToo = false) =>
  groupFindings(ALL, by, { text, settledToo }, 'a/b.jsonl').map(
    ({ name, severity, open: left, findings }) =>
      `${name} ${severity} ${left}: ${findings.map(({ finding }) => finding.row).join(' ')}`,
  );

test('the worst group comes first, rows ascend, and what is settled is left out', () => {
  assert.deepEqual(inShort('rule'), [
    'json/syntax error 1: 7',
    'trace/empty warning 1: 4',
    'hygiene/minus info 2: 2 9',
  ]);
  assert.deepEqual(inShort('rule', '', true).at(-1), 'hygiene/minus info 2: 2 5 9');
});

test('by severity', () => {
  assert.deepEqual(inShort('severity'), ['error error 1: 7', 'warning warning 1: 4', 'info info 2: 2 9']);
});

test('a filter looks for all of its words in rule, message, field and evidence', () => {
  assert.deepEqual(inShort('rule', 'MINUS solution'), ['hygiene/minus info 1: 2']);
  assert.deepEqual(inShort('rule', 'abc json'), ['json/syntax error 1: 7']);
  assert.deepEqual(inShort('rule', 'abc minus'), []);
});

test('by file all findings of it stand row by row, and are counted by severity', () => {
  assert.deepEqual(inShort('file'), ['a/b.jsonl error 4: 2 4 7 9']);
  assert.deepEqual(inShort('file', 'hygiene'), ['a/b.jsonl info 2: 2 9']);
  assert.deepEqual(countOpen(ALL), { error: 1, warning: 1, info: 2 });
});

test('a verdict moves no group, however few of its findings are left', () => {
  const two = [
    open(found(1, 'a/one', 'info')),
    open(found(2, 'a/one', 'info')),
    open(found(3, 'b/two', 'info')),
  ];
  const more = [...two, judged(found(4, 'b/two', 'warning'), 'accepted')];
  const names = (findings: JudgedFinding[]) =>
    groupFindings(findings, 'rule', { text: '', settledToo: false }).map(({ name }) => name);
  assert.deepEqual(names(two), ['a/one', 'b/two']);
  assert.deepEqual(names(more), ['b/two', 'a/one']);
});
