import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { assertInert, tagsOf } from '../html-tags';
import { profileNamed } from '../profile/profiles';
import { dataFolder, readLines, readRows } from '../real-data';
import { drawn } from './static-rows';

const SAMPLES: [string, string][] = [
  ['gsm8k.jsonl', 'gsm8k'],
  ['math.jsonl', 'math'],
  ['champ/problems.jsonl', 'champ-problem'],
  ['champ/concepts.jsonl', 'champ-concept'],
  ['champ/hints.jsonl', 'champ-hint'],
];

for (const [file, profile] of SAMPLES) {
  test(`every row of the sample ${file} is drawn, and is inert`, () => {
    for (const [at, line] of readLines(join('media', 'sample', file)).entries()) {
      const html = drawn(line, profileNamed(profile), at);
      assertInert(html, `${file} ${at + 1}`);
      assert.ok(textOf(html).length > 40, `${file} ${at + 1} is blank`);
    }
  });
}

function textOf(html: string): string {
  return html.replace(/<[^>]*>/g, '').trim();
}

test('a broken row is shown as it stands, with its fault', () => {
  const html = drawn('{"question":"<b>1 < 2</b>",}', profileNamed('gsm8k'));
  assert.match(html, /This row is not JSON: a key in double quotes is expected here/);
  assert.ok(html.includes('&lt;b&gt;1 &lt; 2&lt;/b&gt;') || html.includes('&lt;b>1 &lt; 2&lt;/b>'));
  assert.match(html, /<mark>}<\/mark>/);
});

test('formulas are typeset; one that cannot be is shown with its fault, and its neighbours stay', () => {
  const row = { question: 'Let $x^2$ be, $\\frac{1$ and $y_1$.', answer: 'So.\n#### 1' };
  const html = drawn(JSON.stringify(row));
  assert.equal(html.match(/class="katex"/g)?.length, 2);
  assert.ok(textOf(html).includes('\\frac{1'));
});

test('under a step stands what its numbers come to, and where a rewriting with letters does not hold', () => {
  const chain = '$(x-1)(x+2) = x^2 + x - 2 = x^2 + x + 2$';
  const text = textOf(drawn(JSON.stringify({ question: 'Expand.', answer: `${chain}\n3 + 4 = 8\n#### 1` })));
  assert.match(text, /Hint, recomputed: 3 \+ 4 is 7/);
  assert.match(text, /Hint, tried at points: [^]* does not hold at x = -?\d/);
  const sound = textOf(
    drawn(JSON.stringify({ question: 'Expand.', answer: '$(x+1)^2 = x^2 + 2x + 1 = x(x+2) + 1$' })),
  );
  assert.doesNotMatch(sound, /Hint/);
});

test('no formula defines a command for the next', () => {
  const row = { problem: '$\\gdef\\mine{1} x$ and $\\mine$', solution: '$\\mine$' };
  assert.doesNotMatch(drawn(JSON.stringify(row)), /class="katex"[^]*class="katex"/);
});

test('the reader of tags sees what a browser would run', () => {
  for (const bad of [
    '<script>x</script>',
    '<p ONCLICK="x">',
    "<p title='>' onclick=x>",
    '<a href="javascript:x">',
    '<img/src=http://x>',
    '<p style="background:url(x)">',
    '<p style="position: fixed">',
  ]) {
    assert.throws(() => assertInert(`<div>${bad}</div>`, ''), bad);
  }
  assert.doesNotThrow(() => assertInert('<p title="&lt;script onclick=x">&lt;script src=x></p>', ''));
  assert.deepEqual(
    tagsOf('<p a="1" b>x</p><br/>').map(({ name }) => name),
    ['p', 'br'],
  );
});

interface Payload {
  id: string;
  row?: unknown;
  raw?: string;
  raw_b64?: string;
  gen?: [string, number][];
}

/** Larger than a row is ever sent to the page. */
const TOO_LARGE = 16 * 1024 * 1024;

function bytesOf({ row, raw, raw_b64: base64, gen }: Payload): Buffer | null {
  if (row !== undefined) return Buffer.from(JSON.stringify(row));
  if (base64 !== undefined) return Buffer.from(base64, 'base64');
  if (raw !== undefined) return Buffer.from(raw);
  const size = (gen ?? []).reduce((sum, [text, count]) => sum + text.length * count, 0);
  return size > TOO_LARGE
    ? null
    : Buffer.from((gen ?? []).map(([text, count]) => text.repeat(count)).join(''));
}

const folder = dataFolder();
if (folder !== undefined && existsSync(join(folder, 'payloads.jsonl'))) {
  const payloads = readRows(folder, 'payloads.jsonl') as unknown as Payload[];

  test(`${payloads.length} hostile rows are drawn, and are inert`, () => {
    assert.ok(payloads.length >= 100);
    for (const payload of payloads) {
      const bytes = bytesOf(payload);
      if (bytes) assertInert(drawn(bytes), payload.id);
    }
  });

  test('a hostile text is hostile in every field of every profile, and inert', () => {
    const texts = payloads.flatMap(({ row }) => Object.values(row ?? {}) as unknown[]);
    const hostile = texts.filter((text) => typeof text === 'string' && text.length < 2000);
    assert.ok(hostile.length > 50);
    for (const text of hostile) {
      const rows: [string, object][] = [
        ['gsm8k', { question: text, answer: `${String(text)}\n#### ${String(text)}`, [String(text)]: text }],
        [
          'processbench',
          { id: text, generator: text, problem: text, steps: [text], label: 0, final_answer_correct: true },
        ],
        [
          'champ-problem',
          {
            identifier: text,
            _raw_text: `@@${String(text)}@@`,
            _raw_answer: text,
            category: text,
            ch_list: [text],
            solution: { steps: [{ _raw_text: text, ch_idxs: [0] }] },
            fws_annotations: { [String(text)]: { text, start_idx: 0, end_idx: 3 } },
          },
        ],
        [
          'chat',
          {
            messages: [
              { role: 'user', content: text },
              { role: text, content: text },
            ],
          },
        ],
      ];
      for (const [id, row] of rows)
        assertInert(drawn(JSON.stringify(row), profileNamed(id)), `${id}: ${String(text)}`);
    }
  });
}
