import type { Json } from '../row/json';
import { valueAt } from '../row/json';

/** A part into which a dataset is divided for training and testing. */
export type Split = 'train' | 'validation' | 'test';

const WORDS: Record<string, Split> = {
  train: 'train',
  training: 'train',
  trainset: 'train',
  valid: 'validation',
  validation: 'validation',
  val: 'validation',
  validset: 'validation',
  dev: 'validation',
  test: 'test',
  testing: 'test',
  testset: 'test',
  testmini: 'test',
  eval: 'test',
};
/** Fields in which rows say which part they are of. */
const FIELDS = [['split'], ['subset'], ['extra_info', 'split'], ['meta', 'split'], ['metadata', 'split']];

/** The part that a word or a file's name tells of: `gsm8k_train-00001.jsonl` is of `train`. */
export function splitIn(name: string): Split | null {
  const parts = name.toLowerCase().split(/[^a-z]+/);
  for (const part of parts) if (Object.hasOwn(WORDS, part)) return WORDS[part] ?? null;
  return null;
}

/** The part that a row says it is of. */
export function splitOfRow(row: Json): Split | null {
  for (const field of FIELDS) {
    const value = valueAt(row, field);
    const split = typeof value === 'string' ? splitIn(value) : null;
    if (split !== null) return split;
  }
  return null;
}

/** Whether two files of a folder are parts of one dataset: their names differ in nothing but the part. */
export function areParts(name: string, other: string): boolean {
  return (
    name !== other && splitIn(other) !== null && splitIn(name) !== null && without(name) === without(other)
  );
}

function without(name: string): string {
  return name.replaceAll(/[A-Za-z]+/g, bare);
}

function bare(word: string): string {
  return Object.hasOwn(WORDS, word.toLowerCase()) ? '' : word;
}
