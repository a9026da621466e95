import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { IGrammar } from 'vscode-textmate';
import { loadGrammar, tokenise } from './tokenise';

/** VS Code colours no longer line (editor.maxTokenizationLineLength). */
const LENGTH = 20_000;

const OPENINGS = ['', '$', '\\\\begin{align}'];
/** As they stand in a file. */
const REPEATED = String.raw`
a ab \n \" \ \\ \\\\ " "$x$", {"a": [
$ $a $$a $1 $x^ $<< $- \$ \\$ $\\ $$\\ \\$$ \\\\$ \\\\\\$ $\\frac{1}{2}$ $\u0024
\\( \\(a \\[ \\) \\\\( \\\\[ \\\\\\( \\text{ \frac C:\\a
\\begin{align} \\begin{x} \\end{align} \\begin{align}\\end{align}
<< <<1 <<1= <<1=2>> @@ @@a \\@@ a@\@@ #### ####a [asy] é^`
  .trim()
  .split(/\s+/);
const REPEATED_WITH_SPACES = [' ', 'ab ', '$ ', '$ a', '$1 ', '$x y ', '#### 1\\n', '"#### a '];

void describe('hostile lines', () => {
  let grammar: IGrammar;
  before(async () => {
    grammar = await loadGrammar();
  });

  for (const repeated of [...REPEATED, ...REPEATED_WITH_SPACES]) {
    void test(`${LENGTH} characters of ${JSON.stringify(repeated)} are coloured whole`, () => {
      for (const opening of OPENINGS) {
        const start = `{"a": "${opening}`;
        const body = repeated.repeat(Math.floor((LENGTH - start.length - 2) / repeated.length));
        for (const line of [`${start}${body}"}`, start + body]) {
          const [tokens] = tokenise(grammar, [line]);
          assert.equal(tokens?.map(({ text }) => text).join(''), line);
        }
      }
    });
  }
});
