// Where the caller put the tables of a scan: addresses as u32 at `header`, in the order of `scan-memory.ts`, numbers as f64 after.

let header: usize = 0;

export function setLayout(at: usize): void {
  header = at;
}

// @ts-ignore: decorator
@inline
export function tableAt(number: i32): usize {
  return load<u32>(header + (<usize>number << 2));
}

// @ts-ignore: decorator
@inline
export function limitAt(number: i32): f64 {
  return load<f64>(header + 256 + (<usize>number << 3));
}

export const ITEMS = 0;
export const SEED_TABLE = 1;
export const SEED_MASK = 2;
export const SEED_LISTS = 3;
export const SEED_ITEMS = 4;
export const LONGEST_WHOLE = 5;
export const WORD_TABLE = 6;
export const WORD_MASK = 7;
export const WORD_BEGINS = 8;
export const WORD_ITEMS = 9;
export const WORD_WEIGHTS = 10;
export const WHOLE_TABLE = 11;
export const WHOLE_MASK = 12;
export const SEED_SUMS = 13;
export const BAG_SUMS = 14;
export const VOTES = 15;
export const SHARED = 16;
export const TOUCHED = 17;
export const SEED_BITS = 18;
export const COMMON_BITS = 19;
export const HAS_COMMON = 20;
export const WORDS = 21;
export const LAYOUT_COMMANDS = 22;
export const SIGNS = 23;
export const NEW_SIGNS = 24;
export const EXACT = 25;
export const KINDS = 26;
export const KEPT_EXACT = 27;
export const KEPT_KINDS = 28;
export const MARKS = 29;
export const BAG = 30;
export const BAG_LIST = 31;
export const CLASSES = 32;
export const PERCENT = 33;
export const CANDIDATES = 34;
export const COMMONEST_WORD = 35;
export const NEAR = 36;
export const LONGEST_PROBLEM = 37;
export const TEXT = 38;
export const TEXT_BYTES = 39;
export const KEYS = 40;
export const ITEM_BEGINS = 41;
export const ITEM_EXACT = 42;
export const ITEM_KINDS = 43;
export const ITEM_WEIGHTS = 44;
export const ITEM_SUMS = 45;
export const ITEM_BAG_BEGINS = 46;
export const ITEM_BAG = 47;
export const ITEM_BAG_KINDS = 48;
export const ITEM_BAG_WEIGHTS = 49;
export const WINDOW_SET = 50;
export const STEPS = 51;
export const LINES = 52;
export const PAIRS = 53;
export const CONTENT_SET = 54;
export const BEFORE = 55;
export const TEXT_BITS = 56;
export const SEEDS_FOUND = 57;

export const RAREST = 0;
export const LETTER_SHARE = 1;
export const NUMBER_SHARE = 2;
export const PROBLEM_SHARE = 3;
export const PROBLEM_VOTES = 4;
export const TRACE_SHARE = 5;
export const TRACE_VOTES = 6;
export const MANY_VOTES = 7;
export const LEAST_CLOSE = 8;
export const LEAST_TELLING = 9;
/** Seven in a row. */
export const TELLING = 10;
/** The sum from which a problem's score is high enough, and what the sum begins with. */
export const LEAST_SUM = 17;
export const BIAS = 18;
/** Seventeen in a row. */
export const WEIGHTS = 19;
export const GAP = 36;
export const MISMATCH = 37;
export const OTHER_NUMBER = 38;
export const INSIDE_SHARE = 39;
export const INSIDE_LENGTH = 40;
export const TOLD = 41;
export const TOLD_CONTENT = 42;
export const TOLD_SHARE = 43;
/** What tokens weigh in an alignment: a word of content at least, the other kinds. */
export const CONTENT_WEIGHT = 44;
export const STOP_WEIGHT = 45;
export const LETTER_WEIGHT = 46;
export const NUMBER_WEIGHT = 47;
