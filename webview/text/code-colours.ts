import { classHighlighter, highlightCode } from '@lezer/highlight';
import { parser } from '@lezer/python';

/** A piece of a program, and what it is: classes such as `tok-keyword`, empty for what is nothing special. */
export interface CodeToken {
  text: string;
  look: string;
}

export type Colouring = (code: string) => CodeToken[];

/** A longer program is shown in one colour, so that no row waits for it. In UTF-16 units. */
const LONGEST = 20_000;

/** Cuts a Python program into tokens that follow on one another and are all of it. */
export const colourPython: Colouring = (code) => {
  if (code.length > LONGEST) return [{ text: code, look: '' }];
  const tokens: CodeToken[] = [];
  highlightCode(
    code,
    parser.parse(code),
    classHighlighter,
    (text, look) => tokens.push({ text, look }),
    () => tokens.push({ text: '\n', look: '' }),
  );
  return tokens;
};
