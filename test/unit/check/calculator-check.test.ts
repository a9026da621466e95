import assert from 'node:assert/strict';
import { test } from 'node:test';
import { profileNamed } from '../profile/profiles';
import { findingsIn } from './rows';

function row(answer: string): string {
  return JSON.stringify({ question: 'Why?', answer });
}

test('a wrong annotation is found at its place, whatever is escaped before it', () => {
  const text = row('A "quote"\n\u{1F600} makes 7*16=<<7*16=102>>102.\n#### 102').replace(
    'quote',
    '\\u0071uote',
  );
  const [finding, ...more] = findingsIn([text], profileNamed('gsm8k'));
  assert.deepEqual(more, []);
  assert.equal(text.slice(finding?.span?.start, finding?.span?.end), '<<7*16=102>>');
  assert.deepEqual(
    [finding?.rule, finding?.severity, finding?.path, finding?.message, finding?.evidence],
    ['calculator/wrong', 'warning', ['answer'], '7*16 is 112, not 102.', '<<7*16=102>>'],
  );
});

test('right ones, and those that are no plain arithmetic, are left alone', () => {
  const rows = [row('<<2+2=4>>4\n#### 4'), row('<<2*x=4>>4\n#### 4'), row('1 << 2\n#### 4')];
  assert.deepEqual(findingsIn(rows, profileNamed('gsm8k')), []);
});

test('an annotation without its end is found, and code or comparisons are not', () => {
  const texts = [
    'So <<2+3=5 and <<2*2=4>>4.\n#### 4',
    'It is 5+1=<<5+1=6',
    '1 << 2 = 4 is \\ll',
    'cout << x=1;',
    'mask = 1<<3 = 8',
    'assert 1<<20 == n',
  ];
  const found = texts.flatMap((text) => findingsIn([row(text)], profileNamed('gsm8k')));
  assert.deepEqual(
    found.filter(({ rule }) => rule === 'calculator/unclosed').map(({ evidence }) => evidence),
    ['<<2+3=5', '<<5+1=6'],
  );
});
