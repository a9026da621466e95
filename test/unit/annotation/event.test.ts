import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decisionSchema, eventSchema } from '../../../src/core/annotation/event';
import {
  contamination,
  flag,
  judged,
  label,
  link,
  mark,
  quarantine,
  stepTarget,
  tag,
  undo,
  verdict,
} from './events';

const GOOD: [string, object][] = [
  ['a label', label({ n: 1 })],
  ['a label with text, group and implied', { ...label({ n: 1, group: 2 }), text: 'ab', implied: true }],
  [
    'an answer whose value is called as a label is',
    { ...label({ n: 1 }), scheme: 'prm800k', question: 'step' },
  ],
  ['a verdict', verdict({ n: 1 })],
  ['a mark', mark({ n: 1 })],
  ['a flag', flag({ n: 1 })],
  ['a flag on a step', flag({ n: 1, target: stepTarget() })],
  ['a link', link({ n: 1 })],
  ['a tag', tag({ n: 1 })],
  ['a tag on a step', tag({ n: 1, target: stepTarget() })],
  ['a tag that is taken off', tag({ n: 1, on: false })],
  ['a verdict on contamination', contamination({ n: 1, class: 'numbers changed', verdict: 'other-numbers' })],
  ['a quarantine', quarantine({ n: 1 })],
  ['a verdict on a finding', judged({ n: 1, comment: 'meant' })],
  ['an undo', undo({ n: 2, of: 1 })],
  ['an annotator with odd signs', label({ n: 1, by: '../😀' })],
];

for (const [name, event] of GOOD) {
  test(`${name} is an event, and loses nothing`, () => assert.deepEqual(eventSchema.parse(event), event));
}

const step = label({ n: 1 });

const BAD: [string, object][] = [
  ['a link to nothing', link({ n: 1, rows: [] })],
  ['a link of an unknown type', { ...link({ n: 1 }), value: { type: 'cousin', place: '', rows: [] } }],
  ['a verdict on a finding that is none', judged({ n: 1, finding: 'hygiene/minus' })],
  ['a newer format', { ...step, v: 2 }],
  ['no format', { ...step, v: undefined }],
  ['an unknown type', { ...step, what: 'approve' }],
  ['an unknown label', { ...step, value: 'fine' }],
  ['a label on a row', { ...step, target: { kind: 'row' } }],
  ['a verdict on a step', { ...verdict({ n: 1 }), target: step.target }],
  ['a target with more', { ...step, target: { ...step.target, note: 'x' } }],
  ['a step before the first', { ...step, target: { ...step.target, step: -1 } }],
  ['half a step', { ...step, target: { ...step.target, step: 0.5 } }],
  ['a path as text', { ...step, target: { ...step.target, path: 'a.b' } }],
  ['an id that is no ULID', { ...step, id: '1' }],
  ['an id in small letters', { ...step, id: step.id.toLowerCase().replace('0', 'a') }],
  ['a time that is none', { ...step, time: 'yesterday' }],
  ['a time with an offset', { ...step, time: '2025-01-02T03:04:05+01:00' }],
  ['nobody', { ...step, annotator: '' }],
  ['no row', { ...step, row: undefined }],
  ['a row without its hash', { ...step, row: { key: 'k', number: 0 } }],
  ['a row before the first', { ...step, row: { key: 'k', hash: 'h', number: -1 } }],
  ['a flag without its comment', { ...flag({ n: 1 }), value: { category: 'data', severity: 'minor' } }],
  [
    'a comment without end',
    { ...flag({ n: 1 }), value: { category: 'data', severity: 'minor', comment: 'x'.repeat(10_001) } },
  ],
  ['a tag on a trace', { ...tag({ n: 1 }), target: { kind: 'trace', trace: 't' } }],
  ['a tag without a name', { ...tag({ n: 1 }), value: { concept: 'C_1', on: true } }],
  ['a tag of nothing', { ...tag({ n: 1 }), value: { concept: '', name: 'x', on: true } }],
  [
    'a verdict on contamination that is none',
    { ...contamination({ n: 1 }), value: { ...contamination({ n: 1 }).value, verdict: 'maybe' } },
  ],
  ['a pair that is no digest', contamination({ n: 1, pair: 'x' })],
  ['a quarantine of a step', { ...quarantine({ n: 1 }), target: stepTarget() }],
  ['an undo of nothing', { ...undo({ n: 2, of: 1 }), value: undefined }],
  ['a list', [step]],
];

for (const [name, event] of BAD) {
  test(`${name} is no event`, () => assert.equal(eventSchema.safeParse(event).success, false));
}

test('a decision from a page carries no signature', () => {
  const { what, target, value } = step;
  assert.deepEqual(decisionSchema.parse({ what, target, value }), { what, target, value });
  assert.equal(decisionSchema.safeParse({ what, target, value, annotator: 'someone else' }).success, false);
  assert.equal(decisionSchema.safeParse(undo({ n: 2, of: 1 })).success, false);
});
