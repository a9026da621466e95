/** What is known of one array of token ids or log-probabilities, without the array. */
export interface ArrayFacts {
  field: string;
  /** Elements of the array itself, and all numbers in it: of objects with a `logprob`, that alone. */
  length: number;
  numbers: number;
  /** Mean of the numbers; NaN where there are none. */
  mean: number;
}

/** Arrays that tell of each token its own log-probability come first. */
const PROBABILITIES = ['token_logprobs', 'logprobs', 'log_probs', 'top_logprobs', 'logits'];
/** Of these the numbers are no log-probabilities of the row's own tokens. */
const OF_OTHERS = ['top_logprobs', 'logits'];
const FIELDS = [...PROBABILITIES, 'token_ids'];
const NAMES = FIELDS.map((field) => ({ field, bytes: Buffer.from(`"${field}"`) }));
const [QUOTE, BACKSLASH, COLON, COMMA, OPEN, CLOSE] = [0x22, 0x5c, 0x3a, 0x2c, 0x5b, 0x5d];
const [OPEN_OBJECT, CLOSE_OBJECT] = [0x7b, 0x7d];
const EMPTY = Buffer.from('[]');

/** Tokens with a log-probability over all answers of a row, and their mean: NaN where it has only those of other tokens. */
export interface RowProbabilities {
  length: number;
  mean: number;
}

/** What a row's arrays come to: all those of the field that tells most. Null where none has probabilities. */
export function probabilitiesIn(arrays: readonly ArrayFacts[]): RowProbabilities | null {
  const field = PROBABILITIES.find((name) => arrays.some((each) => each.field === name));
  if (field === undefined) return null;
  const all = arrays.filter((each) => each.field === field);
  const length = all.reduce((sum, each) => sum + each.length, 0);
  const known = OF_OTHERS.includes(field) ? [] : all.filter(({ numbers }) => numbers > 0);
  const numbers = known.reduce((sum, each) => sum + each.numbers, 0);
  return { length, mean: known.reduce((sum, each) => sum + each.mean * each.numbers, 0) / numbers };
}

/**
 * A row's bytes with every array of log-probabilities or token ids emptied, and what was in them. The arrays are walked byte by
 * byte and never made values: one of them can be longer than the rest of the file.
 */
export function withoutLogProbabilities(bytes: Uint8Array): { bytes: Uint8Array; arrays: ArrayFacts[] } {
  const row = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const arrays: ArrayFacts[] = [];
  const kept: Uint8Array[] = [];
  let from = 0;
  for (const { field, at } of fieldsIn(row)) {
    if (at < from) continue;
    const { end, ...facts } = walkArray(row, at);
    kept.push(row.subarray(from, at), EMPTY);
    arrays.push({ field, ...facts });
    from = end;
  }
  return arrays.length === 0
    ? { bytes, arrays }
    : { bytes: Buffer.concat([...kept, row.subarray(from)]), arrays };
}

/** Where the arrays of these fields begin, in their order. */
function fieldsIn(row: Buffer): { field: string; at: number }[] {
  const found: { field: string; at: number }[] = [];
  for (const { field, bytes } of NAMES) {
    for (let at = row.indexOf(bytes); at !== -1; at = row.indexOf(bytes, at + 1)) {
      if (row[at - 1] === BACKSLASH) continue; // within a text
      let value = skipBlanks(row, at + bytes.length);
      if (row[value] !== COLON) continue;
      const start = arrayAt(row, skipBlanks(row, value + 1));
      if (start !== null) found.push({ field, at: start });
    }
  }
  return found.toSorted((a, b) => a.at - b.at);
}

function skipBlanks(row: Buffer, at: number): number {
  while (row[at] === 0x20 || row[at] === 0x09) at++;
  return at;
}

/** The array that a value is, or the `content` of an object, as OpenAI's chat completions have it. */
function arrayAt(row: Buffer, at: number): number | null {
  if (row[at] === OPEN) return at;
  if (row[at] !== OPEN_OBJECT) return null;
  for (at++; at < row.length; at++) {
    const sign = row[at] ?? 0;
    if (sign === OPEN || sign === OPEN_OBJECT || sign === CLOSE_OBJECT) return null;
    if (sign !== QUOTE) continue;
    const end = endOfText(row, at);
    const value = skipBlanks(row, end + 1);
    const within = row[value] === COLON ? skipBlanks(row, value + 1) : value;
    if (row[within] === OPEN) return row.toString('latin1', at + 1, end) === 'content' ? within : null;
    at = end;
  }
  return null;
}

/** Sums up numbers of an array, element by element. */
class Numbers {
  numbers = 0;
  sum = 0;
  /** Of the element in hand: all numbers, and those called `logprob` that are least deep. */
  private all = { count: 0, sum: 0 };
  private named = { count: 0, sum: 0, depth: Infinity };

  add(number: number, depth: number, isNamed: boolean): void {
    this.all.count++;
    this.all.sum += number;
    if (!isNamed || depth > this.named.depth) return;
    if (depth < this.named.depth) this.named = { count: 0, sum: 0, depth };
    this.named.count++;
    this.named.sum += number;
  }

  endElement(): void {
    const { count, sum } = this.named.count > 0 ? this.named : this.all;
    this.numbers += count;
    this.sum += sum;
    this.all = { count: 0, sum: 0 };
    this.named = { count: 0, sum: 0, depth: Infinity };
  }
}

/** Walks an array from its bracket on. One that is not closed ends with the row. */
function walkArray(row: Buffer, start: number): Omit<ArrayFacts, 'field'> & { end: number } {
  let [depth, length, at] = [0, 0, start];
  let [filled, isNamed] = [false, false];
  const found = new Numbers();
  for (; at < row.length; at++) {
    const sign = row[at] ?? 0;
    if (sign === OPEN || sign === OPEN_OBJECT) {
      if (depth === 1) filled = true;
      depth++;
    } else if (sign === CLOSE || sign === CLOSE_OBJECT) {
      if (--depth === 0) break;
    } else if (sign === COMMA) {
      if (depth !== 1) continue;
      length++;
      isNamed = false;
      found.endElement();
    } else if (sign === QUOTE) {
      const end = endOfText(row, at);
      if (row[skipBlanks(row, end + 1)] === COLON)
        isNamed = row.toString('latin1', at + 1, end) === 'logprob';
      at = end;
      filled = true;
    } else if (isNumberStart(sign)) {
      const end = endOfNumber(row, at);
      const number = Number(row.toString('latin1', at, end));
      if (Number.isFinite(number)) found.add(number, depth, isNamed);
      at = end - 1;
      filled = true;
    } else if (sign > 0x20) filled = true;
  }
  found.endElement();
  const { numbers, sum } = found;
  return { length: filled ? length + 1 : 0, numbers, mean: sum / numbers, end: Math.min(at + 1, row.length) };
}

function endOfText(row: Buffer, at: number): number {
  for (at++; at < row.length && row[at] !== QUOTE; at++) if (row[at] === BACKSLASH) at++;
  return at;
}

function isNumberStart(sign: number): boolean {
  return sign === 0x2d || (sign >= 0x30 && sign <= 0x39);
}

/** Digits, points, signs and exponents. */
function endOfNumber(row: Buffer, at: number): number {
  for (
    let sign = row[at] ?? 0;
    isNumberStart(sign) || sign === 0x2e || sign === 0x2b || sign === 0x65 || sign === 0x45;
  )
    sign = row[++at] ?? 0;
  return at;
}
