// Where the caller put the tables of a scan: addresses as u32 at `header`, in the order of `index-image.ts` and `scan-rooms.ts`,
// numbers as f64 after.

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
  return load<f64>(header + 512 + (<usize>number << 3));
}

// of the index
export const ITEMS = 0;
export const SEED_TABLE = 1;
export const SEED_MASK = 2;
export const SEED_RARITIES = 3;
export const SEED_ITEMS = 4;
export const SEED_LISTS_END = 5;
export const SEED_CHECK = 6;
export const SEED_BITS = 7;
export const SEED_BIT_MASK = 8;
export const SEED_SUMS = 9;
export const WORD_TABLE = 10;
export const WORD_MASK = 11;
export const WORD_BEGINS = 12;
export const WORD_ITEMS = 13;
export const WORD_WEIGHTS = 14;
export const WHOLE_TABLE = 15;
export const WHOLE_MASK = 16;
export const LONGEST_WHOLE = 17;
export const BAG_SUMS = 18;
export const BAG_ROOTS = 19;
export const WORDS = 20;
export const LAYOUT_COMMANDS = 21;
export const CLASSES = 22;
export const PERCENT = 23;
export const ITEM_BEGINS = 24;
export const ITEM_EXACT = 25;
export const ITEM_KINDS = 26;
export const ITEM_WEIGHTS = 27;
export const ITEM_SUMS = 28;
export const ITEM_BAG_BEGINS = 29;
export const ITEM_BAG = 30;
export const ITEM_BAG_KINDS = 31;
export const ITEM_BAG_WEIGHTS = 32;
export const ITEM_LOSSES = 33;
export const ITEM_SPARE = 34;
export const ITEM_RANKS = 35;

// of one scanner
export const VOTES = 36;
export const SHARED = 37;
export const TOUCHED = 38;
export const CANDIDATES = 39;
export const SIGNS = 40;
export const TEXT = 41;
export const TEXT_BYTES = 42;
export const EXACT = 43;
export const KINDS = 44;
export const KEPT_EXACT = 45;
export const KEPT_KINDS = 46;
export const MARKS = 47;
export const BAG = 48;
export const BAG_LIST = 49;
export const WINDOW_SET = 50;
export const STEPS = 51;
export const LINES = 52;
export const PAIRS = 53;
export const CONTENT_SET = 54;
export const BEFORE = 55;
export const TOKEN_PLACES = 56;
export const TOKENS_SEEN = 57;
export const SEEDS_FOUND = 58;
export const GRAMS = 59;
export const COMMON_BITS = 60;
export const HAS_COMMON = 61;
export const COMMONEST_WORD = 62;
export const NEAR = 63;
export const LONGEST_PROBLEM = 64;
export const KNOWN_WORDS = 65;
export const KEYS = 66;

// numbers
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
/** Votes are whole numbers, so many times as high. */
export const VOTES_SCALE = 48;
