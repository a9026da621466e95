export interface FinalAnswer {
  /** Where `text` stands in the source; UTF-16 code units. */
  start: number;
  end: number;
  text: string;
  how: 'boxed' | 'hashes' | 'sentence';
}

/** The answer a solution ends with: its last box, else GSM8K's `#### x`, else a last line `A: x`, else the last paragraph's "the answer is x". */
export function findFinalAnswer(text: string): FinalAnswer | null {
  return findBoxed(text) ?? findHashes(text) ?? findLastLine(text) ?? findSentence(text);
}

function found(text: string, start: number, end: number, how: FinalAnswer['how']): FinalAnswer | null {
  const part = text.slice(start, end);
  const inside = part.trim();
  if (inside === '') return null;
  const from = start + part.indexOf(inside);
  return { start: from, end: from + inside.length, text: inside, how };
}

function findBoxed(text: string): FinalAnswer | null {
  return boxesIn(text).at(-1) ?? null;
}

/** Every box of a text that has something in it. Plain TeX lets a box have one sign without braces: `\boxed 5`. */
export function boxesIn(text: string): FinalAnswer[] {
  const boxes = [...text.matchAll(/\\f?(?:boxed|box)(?![A-Za-z])\s*(\{|[A-Za-z0-9])/g)];
  if (boxes.length === 0) return [];
  const closes = matchBraces(text, boxes[0]?.index ?? 0);
  return boxes.flatMap((box) => {
    const start = box.index + box[0].length;
    const end = box[1] === '{' ? closes.get(start) : start;
    const answer = end === undefined ? null : found(text, box[1] === '{' ? start : start - 1, end, 'boxed');
    return answer ? [answer] : [];
  });
}

/** For the place after each opening brace from a place on, the place of the brace that closes it. */
function matchBraces(text: string, from: number): ReadonlyMap<number, number> {
  const closes = new Map<number, number>();
  const open: number[] = [];
  const brace = /\\[\s\S]|[{}]/g;
  brace.lastIndex = from;
  for (let match = brace.exec(text); match; match = brace.exec(text)) {
    if (match[0] === '{') open.push(match.index + 1);
    const start = match[0] === '}' ? open.pop() : undefined;
    if (start !== undefined) closes.set(start, match.index);
  }
  return closes;
}

function findHashes(text: string): FinalAnswer | null {
  const line = [...text.matchAll(/####[ \t]*([^\n]+)/g)].at(-1);
  const answer = line?.[1];
  if (!line || answer === undefined) return null;
  const end = line.index + line[0].length;
  return found(text, end - answer.length, end, 'hashes');
}

/** More words behind `A:` are what an assistant says. */
const MOST_WORDS = 12;

function findLastLine(text: string): FinalAnswer | null {
  const line = text.trimEnd().slice(text.trimEnd().lastIndexOf('\n') + 1);
  const sign = /^\s*A:\s*/.exec(line)?.[0];
  const end = text.trimEnd().length;
  if (sign === undefined || line.split(/\s+/).length > MOST_WORDS || line.search(SENTENCE) !== -1)
    return null;
  return found(text, end - line.length + sign.length, end, 'sentence');
}

const SENTENCE =
  /\b(?:(?:final |correct )?answer|correct (?:option|choice)|answer choice)(?:\*\*)?\s*(?:is|=|:)(?:\*\*)?\s*:?\s*/gi;
/** The same in French, Spanish, German, Portuguese, Italian, Chinese and Russian. */
const OTHER_SENTENCE =
  /(?:\b(?:réponse(?: finale)? (?:est|:)|respuesta(?: final)? es|antwort (?:ist|lautet)|resposta(?: final)? é|risposta(?: finale)? è)|答案\s*(?:是|为|：|:)|故选|ответ\s*:)\s*[:：]?\s*/gi;

function findSentence(text: string): FinalAnswer | null {
  const paragraph = text.trimEnd().lastIndexOf('\n\n') + 1;
  const part = text.slice(paragraph);
  const last = [...part.matchAll(SENTENCE)].at(-1) ?? [...part.matchAll(OTHER_SENTENCE)].at(-1);
  if (!last) return null;
  const after = paragraph + last.index + last[0].length;
  const start = after + (/^[*_\s]*/.exec(text.slice(after))?.[0].length ?? 0); // bold, but not the signs of it
  const length = sentenceLength(text.slice(start));
  return found(text, start, start + length, 'sentence');
}

/** Up to the full stop that ends the sentence, not the one in 3.14 or in a formula. */
function sentenceLength(rest: string): number {
  const [whole = ''] = rest.split('\n', 1);
  const line = (whole.split('"').length - 1) % 2 === 1 ? whole.replace(/"\s*$/, '') : whole; // MathQA: the quote around the solution
  const stop = /^(?:\$[^$]*\$|\\\([\s\S]*?\\\)|[^.]|\.(?=\S))*/.exec(line);
  return (stop?.[0] ?? line).replace(/[*_\s]+$/, '').length;
}
