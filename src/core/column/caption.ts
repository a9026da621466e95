import { counted } from '../counted';
import { cutText } from './cut-text';
import type { ColumnStatistics } from './statistics';

/** Texts longer than this on average are read, not chosen from: their length tells more than their commonest. */
const READ_UNITS = 40;
const MOST_UNITS = 24;

/**
 * What stands under a column's title: `length 48 to 512 characters`, `1 to 5`, `2 or 3`, `12, rule of sum 21` (how many
 * different, then the commonest and how often), `all different`. Empty while nothing has been counted.
 */
export function captionOf(statistics: ColumnStatistics): string {
  const { kinds, present } = statistics;
  if (present === 0) return '';
  if (kinds.null === present) return 'always null';
  const most = Math.max(kinds.text, kinds.number, kinds['yes/no'], kinds.list, kinds.object);
  if (most === kinds.text) return textCaption(statistics);
  if (most === kinds.number) return numberCaption(statistics);
  if (most === kinds['yes/no']) return yesNoCaption(statistics);
  if (most === kinds.list) return listCaption(statistics);
  return 'object';
}

/**
 * Everything that was counted of a column, each in a few words: its kinds of values (`text`, or `text 12, number 3`), how
 * many are different, their lengths or range and mean, and how many rows lack it.
 */
export function factsOf(statistics: ColumnStatistics): string[] {
  const { distinct, length, number, listLength, missing } = statistics;
  const different = distinct.error === 0 ? whole(distinct.count) : `about ${whole(rounded(distinct.count))}`;
  return [
    kindsOf(statistics),
    ...(distinct.count > 0 ? [`${different} different`] : []),
    ...(number ? [`${written(number.min)} to ${written(number.max)}, mean ${written(number.mean)}`] : []),
    ...(length ? [`length ${span(length.min, length.max, 'character')}`] : []),
    ...(listLength ? [span(listLength.min, listLength.max, 'element')] : []),
    missing === 0 ? 'missing in no row' : `missing in ${counted(missing, 'row')}`,
  ];
}

function kindsOf({ kinds }: ColumnStatistics): string {
  const found = Object.entries(kinds).filter(([, count]) => count > 0);
  const [only] = found;
  if (only && found.length === 1) return only[0];
  return found
    .toSorted((a, b) => b[1] - a[1])
    .map(([kind, count]) => `${kind} ${whole(count)}`)
    .join(', ');
}

/** Whether a sparkline draws how often each of a few values comes: its bars are then the first of `top`. */
export function sparkIsOfValues(statistics: ColumnStatistics): boolean {
  const { number, kinds } = statistics;
  return !(kinds.number > 0 && number) && isChosenFrom(statistics);
}

/** What a sparkline draws: numbers, the lengths of texts that are read, how often each of a few values comes, or of lists. */
export function sparkOf(statistics: ColumnStatistics): number[] {
  const { number, length, listLength, top, kinds } = statistics;
  if (kinds.number > 0 && number) return number.histogram.counts;
  if (sparkIsOfValues(statistics)) return top.slice(0, 12).map(({ count }) => count);
  const spread = length ?? listLength;
  return spread ? spread.histogram.counts : [];
}

function textCaption(statistics: ColumnStatistics): string {
  const { length } = statistics;
  if (isChosenFrom(statistics)) return valuesCaption(statistics);
  if (allDiffer(statistics) && length && length.mean <= READ_UNITS) return 'all different';
  return length ? `length ${span(length.min, length.max, 'character')}` : '';
}

function numberCaption({ number, distinct }: ColumnStatistics): string {
  if (!number) return '';
  const { min, max } = number;
  if (min === max) return `always ${written(min)}`;
  return distinct.count === 2 && distinct.error === 0
    ? `${written(min)} or ${written(max)}`
    : `${written(min)} to ${written(max)}`;
}

function yesNoCaption({ top }: ColumnStatistics): string {
  return top
    .filter(({ value }) => typeof value === 'boolean')
    .map(({ value, count }) => `${value === true ? 'yes' : 'no'} ${whole(count)}`)
    .join(', ');
}

function listCaption(statistics: ColumnStatistics): string {
  const { listLength } = statistics;
  if (isChosenFrom(statistics)) return valuesCaption(statistics);
  return listLength ? span(listLength.min, listLength.max, 'element') : '';
}

/** Whether there are values to choose from: short ones, each at least twice on average. */
function isChosenFrom({ distinct, top, kinds, length, listLength }: ColumnStatistics): boolean {
  if (length && length.mean > READ_UNITS) return false;
  const [first] = top;
  const elements = listLength ? listLength.mean * listLength.count : 0;
  const scalars = kinds.text + kinds.number + kinds['yes/no'] + elements;
  return first !== undefined && first.count > 1 && 2 * distinct.count <= scalars;
}

function allDiffer({ distinct, kinds }: ColumnStatistics): boolean {
  const scalars = kinds.text + kinds.number;
  return distinct.error === 0
    ? distinct.count === scalars
    : Math.abs(distinct.count / scalars - 1) < 3 * distinct.error;
}

function valuesCaption({ distinct, top }: ColumnStatistics): string {
  const [first] = top;
  const count = distinct.error === 0 ? whole(distinct.count) : `about ${whole(rounded(distinct.count))}`;
  return first ? `${count}, ${shortened(valueText(first.value))} ${whole(first.count)}` : count;
}

function span(min: number, max: number, thing: string): string {
  return min === max ? counted(min, thing) : `${whole(min)} to ${counted(max, thing)}`;
}

function valueText(value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'number' ? written(value) : value.replace(/\s+/g, ' ').trim() || 'empty';
}

function shortened(text: string): string {
  return text.length > MOST_UNITS ? `${cutText(text, MOST_UNITS)}…` : text;
}

/** Two digits that count: an estimate has no more. */
function rounded(count: number): number {
  return Number(count.toPrecision(2));
}

function written(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(4)));
}

function whole(count: number): string {
  return count.toLocaleString('en');
}
