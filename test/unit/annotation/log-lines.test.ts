import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLog } from '../../../src/core/annotation/log-lines';
import { label, numbers, undo } from './events';

const one = JSON.stringify(label({ n: 1 }));
const two = JSON.stringify(undo({ n: 2, of: 1 }));
const three = JSON.stringify(label({ n: 3 }));

/** The text of a log, the events in it, its faults by line, and whether it ends in a whole line. */
const LOGS: [string, string, number[], [number, RegExp][], boolean][] = [
  ['nothing', '', [], [], true],
  ['whole lines', `${one}\n${two}\n`, [1, 2], [], true],
  ['CRLF', `${one}\r\n${two}\r\n`, [1, 2], [], true],
  ['blank lines', `\n${one}\n\n  \n${two}\n\n`, [1, 2], [], true],
  ['no line feed at the end', `${one}\n${two}`, [1, 2], [], false],
  ['a torn tail', `${one}\n${two.slice(0, 40)}`, [1], [[2, /cut off/]], false],
  ['a torn line in the middle', `${one.slice(0, 40)}\n${two}\n`, [2], [[1, /^not JSON$/]], true],
  ['two lines run together', `${one.slice(0, 40)}${two}\n${three}\n`, [3], [[1, /^not JSON$/]], true],
  [
    'a merge conflict',
    `<<<<<<< HEAD\n${one}\n||||||| base\n=======\n${two}\n>>>>>>> branch\n${three}\n`,
    [1, 2, 3],
    [
      [1, /conflict marker/],
      [3, /conflict marker/],
      [4, /conflict marker/],
      [6, /conflict marker/],
    ],
    true,
  ],
  ['a conflict marker as the last, torn line', `${one}\n>>>>>>> br`, [1], [[2, /conflict marker/]], false],
  [
    'an unknown type',
    `${one}\n${one.replace('"label"', '"approve"')}\n${three}\n`,
    [1, 3],
    [[2, /not an event/]],
    true,
  ],
  ['a newer format', `${one.replace('"v":1', '"v":2')}\n${three}\n`, [3], [[1, /not an event/]], true],
  [
    'JSON that is no event',
    `7\n[]\n"x"\nnull\n${one}\n`,
    [1],
    [1, 2, 3, 4].map((line) => [line, /not an event/]),
    true,
  ],
  ['the same event twice', `${one}\n${one}\n`, [1, 1], [], true],
  ['U+2028 within a line', `${one.replace('"h"', '"h\u2028"')}\n${two}\n`, [1, 2], [], true],
];

for (const [name, text, events, faults, endsWhole] of LOGS) {
  test(`a log with ${name}`, () => {
    const content = readLog('a.jsonl', text);
    assert.deepEqual(numbers(content.events), events);
    assert.deepEqual(
      content.faults.map(({ file, line }) => [file, line]),
      faults.map(([line]) => ['a.jsonl', line]),
    );
    for (const [at, [, message]] of faults.entries()) assert.match(content.faults[at]!.message, message);
    assert.equal(content.endsWhole, endsWhole);
  });
}

test('every cut of a log gives its whole lines, and at most one fault', () => {
  const text = `${one}\n${two}\n${three}\n`;
  for (let end = 0; end <= text.length; end++) {
    const { events, faults } = readLog('a.jsonl', text.slice(0, end));
    const whole = text
      .slice(0, end)
      .split('\n')
      .filter((line) => [one, two, three].includes(line));
    assert.deepEqual(numbers(events), [1, 2, 3].slice(0, whole.length), `cut at ${end}`);
    assert.ok(faults.length <= 1);
  }
});
