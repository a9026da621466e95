import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { profileNamed } from '../profile/profiles';
import { dataFolder, readLines } from '../real-data';
import { findingsOf, groupsOf, inShort, rulesOf, scanOf } from './linked-rows';

const shorts = (rows: object[], profile: string) =>
  groupsOf(scanOf({ 'a.jsonl': rows }, profileNamed(profile))).map(inShort);

test('rows in the shape of ParaMAWPS are variants of the seed that ends their ids', () => {
  const rows = [20007, 7, 10007, 1700012, 12].map((id) => ({
    id,
    original_text: 'How many?',
    equation: 'x=3',
    ans: 3,
  }));
  assert.deepEqual(shorts(rows, 'paramawps'), ['variant 7: 2, 3 1, 1 2', 'variant 12: 5, 4 17']);
});

test('rows in the shape of We-Math are parts of one problem, the whole last', () => {
  const rows = ['2steps_multi', '2steps_2', '2steps_1'].map((key) => ({
    ID: '2steps_9',
    key,
    question: 'How long?',
  }));
  assert.deepEqual(shorts(rows, 'generic'), ['sub-problem 2steps_9: 3 2steps_1, 2 2steps_2, 1 2steps_multi']);
});

const folder = dataFolder();
if (folder !== undefined) {
  const lines = (name: string) => readLines(join(folder, name));

  test('ParaMAWPS test has 261 groups with their seeds, and none is divided between valid and test', () => {
    const profile = profileNamed('paramawps');
    const files = {
      'test.jsonl': lines('paramawps/test.jsonl'),
      'valid.jsonl': lines('paramawps/valid.jsonl'),
    };
    const alone = groupsOf(scanOf({ 'test.jsonl': files['test.jsonl'] }, profile));
    assert.equal(alone.length, 261);
    const sizes = alone.map(({ members }) => members.length);
    const ofSize = (size: number) => sizes.filter((each) => each === size).length;
    assert.deepEqual([ofSize(6), ofSize(11), ofSize(17)], [251, 8, 2]);
    assert.ok(alone.every(({ members }) => members[0]?.place === ''));
    const both = scanOf(files, profile);
    const rules = rulesOf(findingsOf(both, Object.keys(files)));
    assert.deepEqual(rules, [], 'paraphrases keep their answer, so that one answer is no fault');
  });

  test('We-Math has 525 problems', () => {
    const profile = profileNamed('generic');
    const scan = scanOf({ 'testmini.jsonl': lines('large/we-math/testmini.jsonl') }, profile);
    assert.equal(groupsOf(scan).length, 525);
    assert.deepEqual(rulesOf(findingsOf(scan)), []);
  });

  test('DynaMath has 501 seeds with ten variants each; 50 have one answer', () => {
    const scan = scanOf(
      { 'variants.jsonl': lines('dynamath/variants_10x501.jsonl') },
      profileNamed('dynamath'),
    );
    const groups = groupsOf(scan);
    assert.equal(groups.length, 501);
    assert.ok(
      groups.every(({ members }) => members.map(({ place }) => place).join() === '1,2,3,4,5,6,7,8,9,10'),
    );
    const rules = rulesOf(findingsOf(scan));
    assert.equal(rules.filter((each) => each.endsWith('links/one-answer warning')).length, 50);
    assert.equal(rules.length, 50);
  });
}
