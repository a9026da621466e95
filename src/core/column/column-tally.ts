import type { Json, ValueKind } from '../row/json';
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

/** Counts the values that one field has, row by row, in bounded memory. */
export class ColumnTally {
  present = 0;
  private readonly kinds: Record<ValueKind, number> = {
    text: 0,
    number: 0,
    'yes/no': 0,
    list: 0,
    object: 0,
    null: 0,
  };
  private readonly values: ValueTable;
  /** Small whole numbers, which need no hash. */
  private readonly small = new SmallCounts();
  private readonly lengths = new SpreadTally();
  private readonly numbers = new SpreadTally();
  private readonly listLengths = new SpreadTally();

  /** `distinct`: how many different values are counted exactly. */
  constructor(distinct: number) {
    this.values = new ValueTable(distinct);
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
    this.present++;
    this.kinds.number++;
    this.numbers.add(value);
    this.countNumber(value);
  }

  addYesNo(value: boolean): void {
    this.present++;
    this.kinds['yes/no']++;
    this.countYesNo(value);
  }

  addNull(): void {
    this.present++;
    this.kinds.null++;
  }

  addObject(): void {
    this.present++;
    this.kinds.object++;
  }

  /** Counts a text by its length and hash. Returns where `tellText` is to say what it is, or -1. */
  addTextByHash(length: number, low: number, high: number): number {
    this.present++;
    this.kinds.text++;
    this.lengths.add(length);
    return this.countTextByHash(length, low, high);
  }

  /** Counts a list by its length alone; its elements follow one by one. */
  addListLength(length: number): void {
    this.present++;
    this.kinds.list++;
    this.listLengths.add(length);
  }

  /** Counts a text in a list, as `addTextByHash` does a text. */
  countTextByHash(length: number, low: number, high: number): number {
    const slot = this.values.add(low, high);
    return length <= LONGEST_TOLD ? slot : -1;
  }

  /** Counts a text in a list. */
  countText(text: string): void {
    const { low, high } = hashOfText(text);
    const slot = this.countTextByHash(text.length, low, high);
    if (slot !== -1) this.tellText(slot, text);
  }

  tellText(slot: number, text: string): void {
    this.values.tell(slot, text);
  }

  /** Counts a number in a list. */
  countNumber(value: number): void {
    if (this.small.add(value)) return;
    const { low, high } = hashOfNumber(value);
    const slot = this.values.add(low, high);
    if (slot !== -1) this.values.tell(slot, value);
  }

  /** Counts a yes or no in a list. */
  countYesNo(value: boolean): void {
    const { low, high } = value ? hashOfTrue : hashOfFalse;
    const slot = this.values.add(low, high);
    if (slot !== -1) this.values.tell(slot, value);
  }

  merge(other: ColumnTally): void {
    this.present += other.present;
    for (const [kind, count] of Object.entries(other.kinds)) this.kinds[kind as ValueKind] += count;
    this.values.merge(other.values);
    this.small.merge(other.small);
    this.lengths.merge(other.lengths);
    this.numbers.merge(other.numbers);
    this.listLengths.merge(other.listLengths);
  }

  result(field: string, rows: number): ColumnStatistics {
    const { distinct, top } = this.valuesTold();
    return {
      field,
      rows,
      present: this.present,
      missing: Math.max(0, rows - this.present),
      kinds: { ...this.kinds },
      distinct,
      top,
      topError: this.values.countError,
      length: this.lengths.result(),
      number: this.numbers.result(),
      listLength: this.listLengths.result(),
    };
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
    const slot = this.addTextByHash(text.length, low, high);
    if (slot !== -1) this.tellText(slot, text);
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
