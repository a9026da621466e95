import { isObject } from '../row/json';
import type { Json } from '../row/json';
import type { Choice } from '../profile/reading';
import type { Figure } from './figure';
import type { MeasuredRow, Measurer } from './measured-row';
import { meanPoint, sharePoint } from './point';
import { RowSet } from './row-set';

interface Model {
  rows: number;
  exact: number;
  sum: number;
  squares: number;
  missed: RowSet;
}

const RESPONSE = /^(?:processed_answer|response|prediction|pred|model_answer)(?:[_@: ](?<by>.+))?$/i;

/** Questions of which several choices are right, m of n, against the letters that a model names (Proof2Hybrid's AlgGeoTest asks so). */
export class ChoiceSetMeasure implements Measurer {
  private readonly models = new Map<string, Model>();

  add({ number, value, reading }: MeasuredRow): void {
    const right = lettersOf(reading.choices.filter((choice) => choice.right === true));
    if (right.size < 2 || !isObject(value)) return;
    for (const key of Object.keys(value)) {
      const by = RESPONSE.exec(key)?.groups?.['by'] ?? '';
      const named = RESPONSE.test(key) ? namedIn(value[key] ?? null, lettersOf(reading.choices)) : null;
      if (named) this.count(by, number, named, right);
    }
  }

  figures(): Figure[] {
    if (this.models.size === 0) return [];
    const shared = { measure: 'choice-sets', shape: 'bars', unit: 'share', axis: 'Score' } as const;
    return [...this.models].map(([by, model]) => ({
      ...shared,
      title: `Several right choices${by === '' ? '' : ` of ${by}`}`,
      about:
        'Tight: rows in which exactly the right choices are named. Loose: of the right ones the share that is named, 0 where more are named than there are.',
      behind: 'rows in which they are not',
      series: [{ name: 'score', points: pointsOf(model) }],
    }));
  }

  private count(by: string, row: number, named: ReadonlySet<string>, right: ReadonlySet<string>): void {
    const model = this.models.get(by) ?? { rows: 0, exact: 0, sum: 0, squares: 0, missed: new RowSet() };
    this.models.set(by, model);
    const hits = [...named].filter((letter) => right.has(letter)).length;
    const share = named.size > right.size ? 0 : hits / right.size;
    model.rows++;
    model.sum += share;
    model.squares += share * share;
    if (share === 1) model.exact++;
    else model.missed.add(row);
  }
}

function pointsOf({ exact, missed, ...over }: Model) {
  return [sharePoint('tight', exact, over.rows, missed.behind), meanPoint('loose', over, missed.behind)];
}

function lettersOf(choices: Choice[]): Set<string> {
  return new Set(choices.map(({ label }) => label.toUpperCase()));
}

/** The letters in a list, or behind the last word "answer", or alone; null where there are none. */
function namedIn(response: Json, letters: ReadonlySet<string>): Set<string> | null {
  if (Array.isArray(response)) return among(response.map(String), letters);
  if (typeof response !== 'string') return null;
  const behind = response.split(/answers?/i).at(-1) ?? '';
  return among(behind.match(/(?<![A-Za-z])[A-Z](?![A-Za-z])/g) ?? behind.trim().split(''), letters);
}

function among(words: string[], letters: ReadonlySet<string>): Set<string> | null {
  const named = words.map((word) => word.trim().toUpperCase());
  return named.length > 0 && named.every((word) => letters.has(word)) ? new Set(named) : null;
}
