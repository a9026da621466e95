/** What is known of one array of token ids or log-probabilities, without the array. */
export interface ArrayFacts {
  field: string;
  /** Elements of the array itself, and all numbers in it. */
  length: number;
  numbers: number;
  /** Mean of the numbers; NaN where there are none. */
  mean: number;
}

const FIELDS = ['logprobs', 'log_probs', 'token_logprobs', 'top_logprobs', 'logits', 'token_ids'];
const NAMES = FIELDS.map((field) => ({ field, bytes: Buffer.from(`"${field}"`) }));
const [QUOTE, BACKSLASH, COLON, COMMA, OPEN, CLOSE] = [0x22, 0x5c, 0x3a, 0x2c, 0x5b, 0x5d];
const EMPTY = Buffer.from('[]');

/** Whether the field holds probabilities, not ids of tokens. */
export function isLogProbabilities(field: string): boolean {
  return field !== 'token_ids';
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
      value = skipBlanks(row, value + 1);
      if (row[value] === OPEN) found.push({ field, at: value });
    }
  }
  return found.toSorted((a, b) => a.at - b.at);
}

function skipBlanks(row: Buffer, at: number): number {
  while (row[at] === 0x20 || row[at] === 0x09) at++;
  return at;
}

/** Walks an array from its bracket on. One that is not closed ends with the row. */
function walkArray(row: Buffer, start: number): Omit<ArrayFacts, 'field'> & { end: number } {
  let [depth, length, numbers, sum, at] = [0, 0, 0, 0, start];
  let filled = false;
  for (; at < row.length; at++) {
    const sign = row[at] ?? 0;
    if (sign === OPEN || sign === 0x7b) {
      if (depth === 1) filled = true;
      depth++;
    } else if (sign === CLOSE || sign === 0x7d) {
      if (--depth === 0) break;
    } else if (sign === COMMA) {
      if (depth === 1) length++;
    } else if (sign === QUOTE) {
      at = endOfText(row, at);
      filled = true;
    } else if (isNumberStart(sign)) {
      const end = endOfNumber(row, at);
      const number = Number(row.toString('latin1', at, end));
      if (Number.isFinite(number)) {
        numbers++;
        sum += number;
      }
      at = end - 1;
      filled = true;
    } else if (sign > 0x20) filled = true;
  }
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
