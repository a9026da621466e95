// What a record says of one value of a row.

/**
 * Bytes of a record. Words of 32 bits: what it is, its key's number, where the key begins and ends, where the value begins and
 * ends, its length, the two words of its hash; or a number as f64 in the place of length and hash; and of a value that is left
 * of a counted row, where its field's block is.
 */
export const RECORD: usize = 40;

export const TEXT: i32 = 1;
export const NUMBER: i32 = 2;
export const TRUE: i32 = 3;
export const FALSE: i32 = 4;
export const NULL: i32 = 5;
export const LIST: i32 = 6;
export const OBJECT: i32 = 7;
export const ROW: i32 = 8;
export const PLAIN_ROW: i32 = 9;

export const WITHIN_ROW: i32 = 0;
export const WITHIN_OBJECT: i32 = 1;
export const WITHIN_LIST: i32 = 2;

/** A text or number of which more is to be known than stands in the record. */
export const ODD_VALUE: i32 = 1 << 16;
/** A value that is counted, and only to be told. */
export const TO_TELL: i32 = 1 << 17;

// @ts-ignore: decorator
@inline
export function head(record: usize): i32 {
  return load<i32>(record);
}

// @ts-ignore: decorator
@inline
export function within(record: usize): i32 {
  return (load<i32>(record) >> 8) & 0xff;
}
