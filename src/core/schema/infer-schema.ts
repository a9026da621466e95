import { alwaysSeen, amongSeen, withinRange } from './confidence';
import type { JsonType, ValueTally } from './value-tally';

/** A JSON Schema, 2020-12. `x-confidence` says of each keyword how probably the next row keeps to it. */
export type JsonSchema = Record<string, unknown>;

/** What is less probable than this to hold for the next row is no rule. */
const LEAST = 0.95;

/** The schema that all rows keep to which were tallied. */
export function inferSchema(rows: ValueTally): JsonSchema {
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', ...schemaOf(rows), 'x-rows': rows.count };
}

function schemaOf(tally: ValueTally): JsonSchema {
  const schema: JsonSchema = {};
  const confidence: Record<string, number> = {};
  const rule = (keyword: string, value: unknown, sure: number) => {
    if (sure < LEAST) return;
    schema[keyword] = value;
    confidence[keyword] = Math.round(sure * 1e4) / 1e4;
  };
  rule('type', typesOf(tally), alwaysSeen(tally.count));
  textRules(tally, rule);
  numberRules(tally, rule);
  if (tally.items) schema['items'] = schemaOf(tally.items);
  if (tally.members && tally.of('object') > 0) Object.assign(schema, objectRules(tally, tally.members, rule));
  return Object.keys(confidence).length > 0 ? { ...schema, 'x-confidence': confidence } : schema;
}

type Rule = (keyword: string, value: unknown, sure: number) => void;

/** One of a few texts that recur, or a format that all of them have. */
function textRules(tally: ValueTally, rule: Rule): void {
  const texts = tally.of('string');
  const others = tally.count - texts - tally.of('null');
  if (texts === 0 || others > 0) return;
  const [format] = tally.formats;
  if (tally.texts && tally.texts.size * 4 <= texts && !format) {
    const values: (string | null)[] = [...tally.texts.keys()].toSorted();
    if (tally.of('null') > 0) values.push(null);
    rule('enum', values, amongSeen(tally.texts.values()));
  }
  if (format) rule('format', format.name, alwaysSeen(texts));
}

function numberRules(tally: ValueTally, rule: Rule): void {
  const numbers = tally.of('integer') + tally.of('number');
  if (numbers === 0) return;
  rule('minimum', tally.least, withinRange(numbers));
  rule('maximum', tally.greatest, withinRange(numbers));
}

function objectRules(tally: ValueTally, members: Map<string, ValueTally>, rule: Rule): JsonSchema {
  const objects = tally.of('object');
  const always = [...members].flatMap(([name, { count }]) => (count === objects ? [name] : []));
  if (always.length > 0) rule('required', always, alwaysSeen(objects));
  rule('additionalProperties', false, alwaysSeen(objects));
  return { properties: Object.fromEntries([...members].map(([name, member]) => [name, schemaOf(member)])) };
}

/** Whole numbers among others are numbers. */
function typesOf({ types }: ValueTally): JsonType | JsonType[] {
  const all = [...types.keys()].filter((type) => type !== 'integer' || !types.has('number')).toSorted();
  return all.length === 1 && all[0] ? all[0] : all;
}
