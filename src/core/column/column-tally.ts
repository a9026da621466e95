import type { Json, ValueKind } from '../row/json';
import { CountMemory } from './count-memory';
import { SmallCounts } from './small-counts';
import { SpreadTally } from './spread';
import type { ColumnStatistics } from './statistics';
import { hashOfFalse, hashOfNumber, hashOfText, hashOfTrue } from './value-hash';
import { byCount, ValueTable } from './value-table';
import type { CountedValue, Distinct } from './value-table';

/** Longer texts are counted, but not told among the commonest values. */
const LONGEST_TOLD = 64;
const MOST_TOLD = 20;
/** With more different values than this, those that come once are not worth telling. */
const FEW_VALUES = 64;

/**
 * Where in a tally's block what stands, in bytes. First the number of values of each kind, a word each, by the kernel's numbers
 * of kinds; then where its counts of small numbers are, four words; then the block of its table of values.
 */
const KIND_PLACES: Record<ValueKind, number> = {
  text: 1,
  number: 2,
  'yes/no': 3,
  null: 5,
  list: 6,
  object: 7,
};
const LENGTHS = 32;
const NUMBERS = 36;
const LIST_LENGTHS = 40;
const SMALL = 44;
const VALUES = 48;
const BLOCK_BYTES = 72;

/** Counts the values that one field has, row by row, in bounded memory. A kernel counts in it too (`assembly/counts.ts`). */
export class ColumnTally {
  /** Where its block is. */
  readonly at: number;
  private readonly memory: CountMemory;
  private readonly values: ValueTable;
  /** Small whole numbers, which need no hash. */
  private readonly small: SmallCounts;
  private readonly lengths: SpreadTally;
  private readonly numbers: SpreadTally;
  private readonly listLengths: SpreadTally;

  /** `distinct`: how many different values are counted exactly. */
  constructor(distinct: number, memory = new CountMemory()) {
    this.memory = memory;
    this.at = memory.allocate(BLOCK_BYTES);
    this.values = new ValueTable(distinct, memory, this.at + VALUES);
    this.small = new SmallCounts(memory, this.at + SMALL);
    this.lengths = new SpreadTally(memory, this.at + LENGTHS);
    this.numbers = new SpreadTally(memory, this.at + NUMBERS);
    this.listLengths = new SpreadTally(memory, this.at + LIST_LENGTHS);
  }

  /** How many rows have the field. */
  get present(): number {
    return Object.values(this.kinds).reduce((sum, count) => sum + count, 0);
  }

  /** Counts a parsed value. */
  add(value: Json): void {
    if (typeof value === 'string') this.addText(value);
    else if (typeof value === 'number') this.addNumber(value);
    else if (typeof value === 'boolean') this.addYesNo(value);
    else if (value === null) this.addNull();
    else if (Array.isArray(value)) this.addList(value);
    else this.addObject();
  }

  addNumber(value: number): void {
    this.countKind('number');
    this.numbers.add(value);
    this.countNumber(value);
  }

  addYesNo(value: boolean): void {
    this.countKind('yes/no');
    this.countYesNo(value);
  }

  addNull(): void {
    this.countKind('null');
  }

  addObject(): void {
    this.countKind('object');
  }

  /** Counts a text by its length and hash. Says whether `tellText` is to say what it is. */
  addTextByHash(length: number, low: number, high: number): boolean {
    this.countKind('text');
    this.lengths.add(length);
    return this.countTextByHash(length, low, high);
  }

  /** Counts a list by its length alone; its elements follow one by one. */
  addListLength(length: number): void {
    this.countKind('list');
    this.listLengths.add(length);
  }

  /** Counts a text in a list, as `addTextByHash` does a text. */
  countTextByHash(length: number, low: number, high: number): boolean {
    return this.values.add(low, high) && length <= LONGEST_TOLD;
  }

  /** Counts a text in a list. */
  countText(text: string): void {
    const { low, high } = hashOfText(text);
    if (this.countTextByHash(text.length, low, high)) this.tellText(low, high, text);
  }

  tellText(low: number, high: number, text: string): void {
    this.values.tell(low, high, text);
  }

  tellYesNo(value: boolean): void {
    const { low, high } = value ? hashOfTrue : hashOfFalse;
    this.values.tell(low, high, value);
  }

  /** Counts a number in a list. */
  countNumber(value: number): void {
    if (this.small.add(value)) return;
    const { low, high } = hashOfNumber(value);
    if (this.values.add(low, high)) this.values.tell(low, high, value);
  }

  /** Counts a yes or no in a list. */
  countYesNo(value: boolean): void {
    const { low, high } = value ? hashOfTrue : hashOfFalse;
    if (this.values.add(low, high)) this.values.tell(low, high, value);
  }

  merge(other: ColumnTally): void {
    for (const [kind, count] of Object.entries(other.kinds)) this.countKind(kind as ValueKind, count);
    this.values.merge(other.values);
    this.small.merge(other.small);
    this.lengths.merge(other.lengths);
    this.numbers.merge(other.numbers);
    this.listLengths.merge(other.listLengths);
  }

  result(field: string, rows: number): ColumnStatistics {
    const { distinct, top } = this.valuesTold();
    const { present } = this;
    return {
      field,
      rows,
      present,
      missing: Math.max(0, rows - present),
      kinds: this.kinds,
      distinct,
      top,
      topError: this.values.countError,
      length: this.lengths.result(),
      number: this.numbers.result(),
      listLength: this.listLengths.result(),
    };
  }

  private get kinds(): Record<ValueKind, number> {
    const { text, number, 'yes/no': yesNo, list, object, null: nulls } = KIND_PLACES;
    const of = (place: number) => this.memory.words[(this.at >> 2) + place] ?? 0;
    return {
      text: of(text),
      number: of(number),
      'yes/no': of(yesNo),
      list: of(list),
      object: of(object),
      null: of(nulls),
    };
  }

  private countKind(kind: ValueKind, times = 1): void {
    const { words } = this.memory;
    const at = (this.at >> 2) + KIND_PLACES[kind];
    words[at] = (words[at] ?? 0) + times;
  }

  private valuesTold(): { distinct: Distinct; top: CountedValue[] } {
    const numbers: CountedValue[] = [];
    this.small.forEach((value, count) => void numbers.push({ value, count }));
    const { count, error } = this.values.distinct;
    const distinct = { count: count + numbers.length, error };
    const top = [...this.values.top(MOST_TOLD), ...numbers].sort(byCount).slice(0, MOST_TOLD);
    return { distinct, top: distinct.count > FEW_VALUES ? top.filter(({ count }) => count > 1) : top };
  }

  private addText(text: string): void {
    const { low, high } = hashOfText(text);
    if (this.addTextByHash(text.length, low, high)) this.tellText(low, high, text);
  }

  private addList(list: Json[]): void {
    this.addListLength(list.length);
    for (const element of list) {
      if (typeof element === 'number') this.countNumber(element);
      else if (typeof element === 'boolean') this.countYesNo(element);
      else if (typeof element === 'string') this.countText(element);
    }
  }
}
