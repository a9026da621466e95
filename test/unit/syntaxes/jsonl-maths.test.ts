import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { INITIAL, type IGrammar } from 'vscode-textmate';
import { formulas, loadGrammar, ownGrammarOfVSCode, pieces, tokenise, type Token } from './tokenise';

const MATH500 = String.raw`{"problem": "Convert the point $(0,3)$ to polar coordinates, in the form $(r,\\theta),$ where $0 \\le \\theta < 2 \\pi.$", "solution": "\\begin{align*}\nx_1 &= \\frac{1}{2} \\\\\n&= 0.5\n\\end{align*}\n\n[asy]\nlabel(\"$(0,3)$\", (0,3), W);\n[/asy]\n\nso $\\boxed{\\text{it is } 3}.$", "level": 2}`;
const GSM8K = String.raw`{"question": "She sells the eggs for $2 per egg and the ducks for $3 each. How much in all?", "answer": "Janet sells 16 - 3 - 4 = <<16-3-4=9>>9 eggs.\nShe makes 9 * 2 = $<<9*2=18>>18 every day.\n#### 18"}`;

function scopesOf(tokens: readonly Token[], text: string): string {
  const token = tokens.find((each) => each.text === text);
  assert.ok(token, `no token ${text} among ${tokens.map((each) => each.text).join(' | ')}`);
  return token.scopes;
}

const ownGrammar = ownGrammarOfVSCode();
const BASES = [
  { name: 'a small JSON Lines grammar', base: undefined, skip: false },
  { name: "VS Code's JSON Lines grammar", base: ownGrammar, skip: ownGrammar === undefined },
];

for (const { name, base, skip } of BASES) {
  void describe(`maths in ${name}`, { skip }, () => {
    let grammar: IGrammar;
    before(async () => {
      grammar = await loadGrammar(base);
    });

    const line = (text: string): Token[] => tokenise(grammar, [text])[0] ?? [];
    /** The line `{"a": "text"}`, the text as it stands in the file. */
    const value = (text: string): Token[] => line(`{"a": "${text}"}`);
    const finds = (text: string, ...expected: string[]): void =>
      assert.deepEqual(formulas(value(text)), expected, text);

    void test('a row of MATH: formulas, environment, no maths in the drawing', () => {
      assert.deepEqual(formulas(line(MATH500)), [
        '$(0,3)$',
        String.raw`$(r,\\theta),$`,
        String.raw`$0 \\le \\theta < 2 \\pi.$`,
        String.raw`\\begin{align*}\nx_1 &= \\frac{1}{2} \\\\\n&= 0.5\n\\end{align*}`,
        String.raw`$\\boxed{\\text{it is } 3}.$`,
      ]);
    });

    void test('the parts of a formula', () => {
      const tokens = line(MATH500);
      assert.match(
        scopesOf(tokens, '$'),
        /markup\.math\.inline\.scholium .*punctuation\.definition\.math\.begin/,
      );
      assert.match(
        scopesOf(tokens, String.raw`\\frac`),
        /markup\.math\.environment\.scholium support\.function\.latex/,
      );
      assert.match(scopesOf(tokens, String.raw`\\begin`), /keyword\.control\.environment\.scholium$/);
      assert.match(scopesOf(tokens, 'align*'), /entity\.name\.type\.environment\.scholium$/);
      assert.match(scopesOf(tokens, String.raw`\\\\`), /keyword\.control\.line-break\.scholium$/);
      assert.match(scopesOf(tokens, '&'), /keyword\.operator\.alignment\.scholium$/);
      assert.match(scopesOf(tokens, '_'), /keyword\.operator\.script\.scholium$/);
      assert.match(scopesOf(tokens, '0.5'), /constant\.numeric\.math\.scholium$/);
      assert.match(scopesOf(tokens, 'x'), /variable\.other\.math\.scholium$/);
      assert.match(scopesOf(tokens, String.raw`\\boxed`), /keyword\.control\.boxed\.scholium$/);
      assert.match(scopesOf(tokens, 'it is '), /meta\.text\.scholium$/);
      assert.match(scopesOf(tokens, String.raw`\n`), /constant\.character\.escape\.json\.lines$/);
      assert.match(scopesOf(tokens, '[asy]'), /entity\.name\.tag\.asy\.scholium$/);
    });

    void test('property names are not coloured as maths', () => {
      const tokens = line(String.raw`{"$x^2$ \\frac": "$y$", "n": {"$z$": 1}}`);
      assert.deepEqual(formulas(tokens), ['$y$']);
      assert.match(scopesOf(tokens, '$z$'), /support\.type\.property-name\.json\.lines$/);
    });

    void test('a row of GSM8K: annotations, the final answer, and money that is no maths', () => {
      const tokens = line(GSM8K);
      assert.deepEqual(formulas(tokens), []);
      assert.deepEqual(pieces(tokens, 'meta.calculation'), ['<<16-3-4=9>>', '<<9*2=18>>']);
      assert.match(scopesOf(tokens, '####'), /keyword\.control\.final-answer\.scholium$/);
      assert.match(scopesOf(tokens, '16'), /meta\.calculation\.scholium constant\.numeric\.math\.scholium$/);
      assert.deepEqual(pieces(tokens, 'constant.numeric.final-answer'), ['18']);
    });

    void test('#### that something follows is not a final answer', () => {
      assert.deepEqual(pieces(value(String.raw`\n#### Step 1\nAdd.`), 'keyword.control.final-answer'), []);
      assert.deepEqual(pieces(value(String.raw`after \"####\".`), 'keyword.control.final-answer'), []);
      assert.deepEqual(pieces(value(String.raw`##### 5`), 'keyword.control'), []);
      assert.deepEqual(pieces(value(String.raw`\n#### 1,200\n`), 'constant.numeric.final-answer'), ['1,200']);
    });

    void test('CHAMP: @@formula@@', () => {
      finds('for @@n ≥ 1@@, @@x_(n+1)=x_n+y_n@@ holds', '@@n ≥ 1@@', '@@x_(n+1)=x_n+y_n@@');
      finds('one @@ alone');
    });

    void test('delimiters: $$, \\( and \\[', () => {
      finds('so $$a+b$$ and $c$', '$$a+b$$', '$c$');
      finds(
        String.raw`so \\(x\\) and \\[y \\\\[2pt] z\\] end`,
        String.raw`\\(x\\)`,
        String.raw`\\[y \\\\[2pt] z\\]`,
      );
      finds(String.raw`forgotten \\(x and \\(y\\) after`, String.raw`\\(y\\)`);
      finds('$x,$$y,$ and', '$x,$$y,$');
      assert.match(scopesOf(value(String.raw`\\[y\\]`), 'y'), /markup\.math\.display\.scholium/);
    });

    void test('money', () => {
      finds('$2 per egg and $3 per duck, $5, or $1,000.50 in $10-$20 notes');
      finds('pays $5 and 3$ more, then $20 each, 6$.');
      finds('pays $5 for $x$ apples', '$x$');
      finds(String.raw`pays \\$5 for $x$ apples at \\$3`, '$x$');
      finds(String.raw`in all $\\$20{,}000$ or $5\\%$`, String.raw`$\\$20{,}000$`, String.raw`$5\\%$`);
    });

    void test('one rule for spaces and digits around dollars, and its exceptions', () => {
      finds('$ x$ no, $5 $ no, $a$1 no');
      finds('a formula $12 \\\\text{ cm}$ or $7 mod 3$', '$12 \\\\text{ cm}$', '$7 mod 3$');
      finds(String.raw`spaced $ x^2 $ and $ n $`, '$ x^2 $', '$ n $');
      finds(
        String.raw`escaped $x \u003c 5$ and $\\{1,2\\}$`,
        String.raw`$x \u003c 5$`,
        String.raw`$\\{1,2\\}$`,
      );
    });

    void test('maths does not cross the end of its string', () => {
      const tokens = line(
        String.raw`{"a": "open $$x^2", "b": "y$$ \\begin{align} z", "c": "\\[w", "d": "$v$"}`,
      );
      assert.deepEqual(formulas(tokens), [String.raw`\\begin{align} z`, '$v$']);
      assert.match(scopesOf(tokens, 'd'), /property-name/);
    });

    void test('an edge of an environment that is missing does not hide the closing dollar', () => {
      finds(String.raw`$\\begin{cases} 1$ and $y$`, String.raw`$\\begin{cases} 1$`, '$y$');
    });

    void test('environments within environments', () => {
      const text = String.raw`\\begin{align}\\begin{cases}1\\end{cases}+2\\end{align}`;
      finds(`${text} then 3`, text);
    });

    void test('an answer in LaTeX without delimiters', () => {
      const tokens = value(String.raw`\\left( 3, \\frac{\\pi}{2} \\right)`);
      assert.deepEqual(formulas(tokens), []);
      assert.match(scopesOf(tokens, String.raw`\\frac`), /support\.function\.latex\.scholium$/);
    });

    void test('a lost backslash is marked, a tab before a word is not', () => {
      assert.deepEqual(pieces(value(String.raw`a \frac{1}{2} \theta`), 'invalid.illegal.lost-backslash'), [
        String.raw`\frac`,
        String.raw`\theta`,
      ]);
      assert.deepEqual(pieces(value(String.raw`a\ttext\\frac\nbegin`), 'invalid'), []);
    });

    void test('file paths and patterns are not LaTeX', () => {
      assert.deepEqual(
        pieces(value(String.raw`C:\\Users\\ann\\a.txt, \\d+ and \\n`), 'support.function'),
        [],
      );
      assert.deepEqual(pieces(value(String.raw`f:\\mathbb{R}\\to`), 'support.function'), [
        String.raw`\\mathbb`,
        String.raw`\\to`,
      ]);
    });

    void test('formulas remain strings to the editor, so their brackets are not paired', () => {
      const text = String.raw`{"a": "on $[0,1)$ \\begin{align} ( \\end{align} <<(1=1>> @@[@@"}`;
      const { tokens } = grammar.tokenizeLine2(text, INITIAL);
      const opening = text.indexOf('on');
      for (let i = 0; i < tokens.length; i += 2) {
        const at = tokens[i] ?? 0;
        if (at < opening || at >= text.length - 1) continue;
        assert.equal(((tokens[i + 1] ?? 0) >>> 8) & 3, 2, `at ${at}`);
      }
    });
  });
}
