import { wordsOf } from '../../src/core/profile/named-values';
import type { Field, Measure, Reading } from '../../src/core/profile/reading';
import { pathText } from '../../src/core/row/json';
import { PlainText } from '../text/RichText';
import { measureText } from './measure-text';

/** Short values and numbers that place the row; those of one object, such as the ratings of a photo, in a table of their own. */
export function RowFacts({ reading: { facts, measures } }: { reading: Reading }) {
  const rated = ratings(facts, measures);
  const inTables = new Set(rated.flatMap(({ entries }) => entries));
  const single = { facts: facts.filter(outside(inTables)), measures: measures.filter(outside(inTables)) };
  return (
    <>
      {single.facts.length + single.measures.length > 0 && (
        <p class="facts">
          {byWords(single.facts).map(({ words, fields: [first, ...others] }) => (
            <span title={[first, ...others].map(({ path }) => pathText(path)).join(', ')}>
              <PlainText text={words} path={first.path} />
            </span>
          ))}
          {single.measures.map((measure) => (
            <span class="num" title={pathText(measure.path)}>
              {measureText(measure)}
            </span>
          ))}
        </p>
      )}
      {rated.map(({ name, entries }) => (
        <RatingTable name={name} entries={entries} />
      ))}
    </>
  );
}

/** What several fields say alike, such as an id and a key, stands once. */
function byWords(facts: Field[]): { words: string; fields: [Field, ...Field[]] }[] {
  const fieldsOf = new Map<string, [Field, ...Field[]]>();
  for (const field of facts) {
    const words = wordsOf(field);
    const known = fieldsOf.get(words);
    if (known) known.push(field);
    else fieldsOf.set(words, [field]);
  }
  return [...fieldsOf].map(([words, fields]) => ({ words, fields }));
}

type Rated = Field | Measure;

function outside(inTables: ReadonlySet<Rated>): (entry: Rated) => boolean {
  return (entry) => !inTables.has(entry);
}

/** Objects with at least so many numbers are tables. */
const FEWEST_ENTRIES = 3;

function ratings(facts: Field[], measures: Measure[]): { name: string; entries: Rated[] }[] {
  const byObject = new Map<string, Rated[]>();
  for (const entry of [...measures, ...facts]) {
    if (entry.path.length < 2) continue;
    const name = pathText(entry.path.slice(0, -1));
    byObject.set(name, [...(byObject.get(name) ?? []), entry]);
  }
  return [...byObject].flatMap(([name, entries]) =>
    entries.filter((entry) => 'name' in entry).length >= FEWEST_ENTRIES ? [{ name, entries }] : [],
  );
}

function RatingTable({ name, entries }: { name: string; entries: Rated[] }) {
  return (
    <table class="ratings">
      <caption>{name.replaceAll(/([a-z])(?=[A-Z])/g, '$1 ')}</caption>
      <tbody>
        {entries.map((entry) => (
          <tr>
            <th scope="row">{String(entry.path.at(-1))}</th>
            <td class="num">{'name' in entry ? entry.value : wordsOf(entry)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
