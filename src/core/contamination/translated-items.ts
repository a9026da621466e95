import type { Profile } from '../profile/profile';
import type { Reading } from '../profile/reading';
import type { BenchmarkItem } from './benchmark-index';
import type { Hit } from './hit';
import { problemText } from './row-texts';

/** A link by id is believed where so large a share of the numbers is in both texts. */
const LEAST_SHARE = 0.75;

/** Whether rows of a profile may say that they are translations of other rows. */
export function linksTranslations({ links }: Profile): boolean {
  return links.some(({ type }) => type === 'translation');
}

/**
 * Items of benchmarks that rows name as what they are a translation of. Ids of different datasets are the same by chance, and so an item
 * counts only where the numbers that stand in digits are those of the row, which no translation changes.
 */
export class TranslatedItems {
  private readonly byId = new Map<string, BenchmarkItem[]>();

  constructor(items: readonly BenchmarkItem[]) {
    for (const item of items) {
      const known = this.byId.get(item.id);
      if (known) known.push(item);
      else this.byId.set(item.id, [item]);
    }
  }

  /** The likeliest item that a row is a translation of; null where it names none, or its score is less than `least`. */
  find(row: number, reading: Reading, least: number): Hit | null {
    const text = problemText(reading);
    const linked = reading.links.filter(({ type }) => type === 'translation');
    const hits = linked.flatMap(({ group, rows = [], path }) =>
      [group, ...rows.map(({ id }) => id)]
        .flatMap((id) => this.byId.get(id) ?? [])
        .map((item): Hit => ({
          row,
          benchmark: item.benchmark,
          item: { row: item.row, id: item.id },
          class: 'translated',
          score: scoreOf(digitsIn(item.text), digitsIn(text)),
          path: reading.problem[0]?.path ?? path,
          runs: [],
          numbers: [],
        })),
    );
    const [best] = hits.toSorted((a, b) => b.score - a.score);
    return best && best.score >= least ? best : null;
  }
}

/** Numbers in digits, also between letters of languages that write no spaces; `x1` has none. */
const NUMBER = /(?<![A-Za-z_\d.])\d+(?:,\d{3})*(?:\.\d+)?/g;

function digitsIn(text: string): number[] {
  return (text.match(NUMBER) ?? []).map((digits) => Number(digits.replaceAll(',', '')));
}

/** The share of numbers that both have; the fewer there are, the less it says: of two the most is 0.75, of eight 0.9. */
function scoreOf(one: readonly number[], other: readonly number[]): number {
  const left = [...other];
  let both = 0;
  for (const value of one) {
    const at = left.indexOf(value);
    if (at === -1) continue;
    left.splice(at, 1);
    both++;
  }
  const share = both / Math.max(1, one.length, other.length);
  return share < LEAST_SHARE ? 0 : share * (1 - 1 / (both + 2));
}
