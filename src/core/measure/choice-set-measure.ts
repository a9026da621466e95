import { counted } from '../counted';
import { isObject } from '../row/json';
import type { Json } from '../row/json';
import type { Choice } from '../profile/reading';
import type { Figure } from './figure';
import type { MeasuredRow, Measurer } from './measured-row';
import { meanPoint, sharePoint } from './point';
import { RowSet } from './row-set';
import { modelNamed } from './solver';

interface Model {
  rows: number;
  /** Rows whose response names no choices. */
  unread: number;
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
      const response = RESPONSE.exec(key);
      const given = value[key];
      if (!response || (typeof given !== 'string' && !Array.isArray(given))) continue;
      const by = response.groups?.['by'] ?? modelNamed(value);
      this.count(by, number, namedIn(given, lettersOf(reading.choices)), right);
    }
  }

  figures(): Figure[] {
    const shared = { measure: 'choice-sets', shape: 'bars', unit: 'share', axis: 'Score' } as const;
    const answering = [...this.models].filter(([, { rows, unread }]) => unread < rows); // other fields are named so too: `response_time`
    return answering.map(([by, model]) => ({
      ...shared,
      title: `Several right choices${by === '' ? '' : ` of ${by}`}`,
      about: `Tight: rows in which exactly the right choices are named. Loose: of the right ones the share that is named, 0 where more are named than there are. ${counted(model.unread, 'response names', 'responses name')} no choices: wrong in both.`,
      behind: 'rows in which they are not',
      series: [{ name: 'score', points: pointsOf(model) }],
    }));
  }

  private count(by: string, row: number, named: ReadonlySet<string>, right: ReadonlySet<string>): void {
    const model = this.models.get(by) ?? newModel();
    this.models.set(by, model);
    if (named.size === 0) model.unread++;
    const hits = [...named].filter((letter) => right.has(letter)).length;
    const share = named.size > right.size ? 0 : hits / right.size;
    model.rows++;
    model.sum += share;
    model.squares += share * share;
    if (share === 1) model.exact++;
    else model.missed.add(row);
  }
}

function newModel(): Model {
  return { rows: 0, unread: 0, exact: 0, sum: 0, squares: 0, missed: new RowSet() };
}

function pointsOf({ exact, missed, ...over }: Model) {
  return [sharePoint('tight', exact, over.rows, missed.behind), meanPoint('loose', over, missed.behind)];
}

function lettersOf(choices: Choice[]): Set<string> {
  return new Set(choices.map(({ label }) => label.toUpperCase()));
}

/** The letters in a list, or behind the last word "answer" that has words behind it, or alone; none where it names no choices. */
function namedIn(response: string | Json[], letters: ReadonlySet<string>): Set<string> {
  if (typeof response !== 'string') return among(response.map(String), letters);
  const said = response.split(/answers?/i).findLast((part) => /[a-z]/i.test(part)) ?? '';
  const alone = said
    .match(/(?<![A-Za-z])[A-Z](?![A-Za-z])/g)
    ?.filter((letter) => letter !== 'I' || letters.has('I'));
  return among(alone?.length ? alone : said.trim().split(''), letters);
}

function among(words: string[], letters: ReadonlySet<string>): Set<string> {
  const named = words.map((word) => word.trim().toUpperCase());
  return new Set(named.every((word) => letters.has(word)) ? named : []);
}
