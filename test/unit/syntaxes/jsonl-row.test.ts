import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { IGrammar } from 'vscode-textmate';
import { formulas, loadGrammar, ownGrammarOfVSCode, pieces, tokenise } from './tokenise';

const GOOD = '{"problem": "let $x$ be", "n": 1}';
const BROKEN = [
  '{"problem": "never closed $x$, \\\\begin{align} y',
  '{"problem": "ends in a backslash \\',
  '{"problem": {"deep": [1, 2',
  '{"problem":',
  '{"problem": 1}}}]',
  '{"problem',
  '/* a comment JSON does not know',
  '"text alone',
  '[1, 2',
  '',
];

const ownGrammar = ownGrammarOfVSCode();
const BASES = [
  { name: 'a small JSON Lines grammar', base: undefined, skip: false },
  { name: "VS Code's JSON Lines grammar", base: ownGrammar, skip: ownGrammar === undefined },
];

for (const { name, base, skip } of BASES) {
  void describe(`rows in ${name}`, { skip }, () => {
    let grammar: IGrammar;
    before(async () => {
      grammar = await loadGrammar(base);
    });

    for (const broken of BROKEN) {
      void test(`the row after ${JSON.stringify(broken)} is as if it stood alone`, () => {
        const [alone] = tokenise(grammar, [GOOD]);
        const [, next, afterThat] = tokenise(grammar, [broken, GOOD, GOOD]);
        assert.deepEqual(next, alone);
        assert.deepEqual(afterThat, alone);
      });
    }

    void test('a row may be indented, and may be an array', () => {
      const [, indented, array] = tokenise(grammar, ['{"a": "x', '  { "b": "$y$" }', '["$z$"]']);
      assert.deepEqual(pieces(indented ?? [], 'support.type.property-name'), ['"b"']);
      assert.deepEqual(formulas(array ?? []), ['$z$']);
    });

    void test('the colours of a good row are those of the grammar alone', () => {
      const [tokens] = tokenise(grammar, ['{"a": [1, true, "b"], "c": {"d": null}}']);
      assert.deepEqual(pieces(tokens ?? [], 'support.type.property-name'), ['"a"', '"c"', '"d"']);
      assert.deepEqual(pieces(tokens ?? [], 'constant'), ['1', 'true', 'null']);
      assert.deepEqual(pieces(tokens ?? [], 'invalid'), []);
    });

    void test('pretty-printed objects keep their colours from line to line', () => {
      const lines = ['{', '  "a": "$x$",', '  "b": [', '    {', '      "c": 1', '    }', '  ]', '}'];
      const tokens = tokenise(grammar, lines).flat();
      assert.deepEqual(pieces(tokens, 'support.type.property-name'), ['"a"', '"b"', '"c"']);
      assert.deepEqual(pieces(tokens, 'invalid'), []);
    });

    void test('a formula ends with its line, even where a raw newline cuts the string', () => {
      const [cut, rest] = tokenise(grammar, ['{"a": "so \\\\begin{align} x', 'prose y", "b": 1}']);
      assert.deepEqual(formulas(cut ?? []), ['\\\\begin{align} x']);
      assert.deepEqual(formulas(rest ?? []), []);
      assert.deepEqual(pieces(rest ?? [], 'support.type.property-name'), ['"b"']);
    });
  });
}
