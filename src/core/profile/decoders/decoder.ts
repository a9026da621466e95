import type { Json, JsonPath } from '../../row/json';
import type { RoleRule } from '../profile';
import type { Reading } from '../reading';

/** What a decoder gets: the value of the rule's field, where it lies, and the whole row for fields beside it. */
export interface Decoding {
  value: Json;
  path: JsonPath;
  row: Json;
  rule: RoleRule;
}

/** Turns one field's value into parts of a reading; null when the value is not of its kind. Never throws. */
export type Decoder = (decoding: Decoding) => Partial<Reading> | null;
