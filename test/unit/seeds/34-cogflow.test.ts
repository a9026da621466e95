import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOne } from './seed';

test('34 CogFlow: the stages of a solution head their steps', () => {
  const row = {
    question: 'Is the triangle in the figure right-angled?',
    image: 'f.png',
    perception: 'Sides 3, 4 and 5 are marked.',
    internalization: 'The sides are a Pythagorean triple.',
    reasoning: 'As 9 + 16 = 25, there is a right angle.\n\nThe answer is yes.',
    answer: 'yes',
  };
  const { profile, traces } = openOne(row);
  assert.equal(profile, 'staged');
  assert.deepEqual(
    traces[0]?.steps.map(({ heading }) => heading),
    ['perception', 'internalization', 'reasoning', 'reasoning'],
  );
  assert.equal(traces[0]?.finalAnswer?.text, 'yes');
});

test('34 CogFlow: stages between tags are the same', () => {
  const { traces } = openOne({
    problem: 'Why?',
    response: '<perception>A line is seen.</perception>\n<reasoning>It is straight.</reasoning>',
  });
  assert.deepEqual(
    traces[0]?.steps.map(({ heading, source }) => [heading, source.text]),
    [
      ['perception', 'A line is seen.'],
      ['reasoning', 'It is straight.'],
    ],
  );
});
