import { counted } from '../counted';
import type { Json } from '../row/json';
import { isObject } from '../row/json';
import { binAt, binLabel, binsOf } from './bins';
import type { Figure } from './figure';
import { probabilitiesIn } from './log-probabilities';
import type { ArrayFacts, RowProbabilities } from './log-probabilities';
import { plainPoint, sharePoint } from './point';
import { RowSet, rowsBehind } from './row-set';

/** Names by which a row is known in another file. */
const IDS = ['sample_uuid', 'uuid', 'id', 'uid', 'unique_id'];
const BINS = 12;

/** What a row calls itself, or the row that it belongs to. */
export function idsOf(row: Json): string[] {
  if (!isObject(row)) return [];
  return IDS.flatMap((name) => {
    const id = row[name];
    return typeof id === 'string' || typeof id === 'number' ? [String(id)] : [];
  });
}

interface Joined extends RowProbabilities {
  row: number;
}

/** Log-probabilities of a file's own rows, or of a file beside it whose rows name these: counts and means, no arrays. */
export class Sidecar {
  private readonly byId = new Map<string, ArrayFacts[]>();
  private readonly joined: Joined[] = [];
  private readonly missing = new RowSet();
  private read = 0;
  /** Rows of this file and of the other one that have any. */
  private own = 0;
  private others = 0;

  /** A row of the other file. */
  addOther(value: Json, arrays: ArrayFacts[]): void {
    if (!probabilitiesIn(arrays)) return;
    this.others++;
    const [id] = idsOf(value);
    if (id === undefined) return;
    const known = this.byId.get(id) ?? [];
    this.byId.set(id, known);
    for (const each of arrays) known.push(each);
  }

  /** A row of the dataset, after all of the other file. */
  add(row: number, value: Json, arrays: ArrayFacts[]): void {
    this.read++;
    const own = probabilitiesIn(arrays);
    if (own) this.own++;
    const joined = idsOf(value).find((id) => this.byId.has(id)) ?? '';
    const facts = own ?? probabilitiesIn(this.byId.get(joined) ?? []);
    if (facts) this.joined.push({ row, ...facts });
    else this.missing.add(row);
  }

  /** What to know before the files are published. */
  notices(otherName: string | null): string[] {
    return [
      ...(this.own > 0 ? [warning('This dataset', this.own)] : []),
      ...(this.others > 0 && otherName !== null ? [warning(otherName, this.others)] : []),
    ];
  }

  figures(): Figure[] {
    if (this.joined.length === 0) return [];
    return [
      this.coverage(),
      ...histogram('Tokens with a log-probability', 'Tokens', this.joined, ({ length }) => length),
      ...histogram('Mean log-probability of a row', 'Log-probability', this.joined, ({ mean }) => mean),
    ];
  }

  private coverage(): Figure {
    const { behind } = this.missing;
    const has = this.joined.length;
    return {
      measure: 'log-probabilities',
      title: 'Rows with log-probabilities',
      about: 'Joined by uuid, sample_uuid or id. Arrays are counted, never shown.',
      shape: 'bars',
      unit: 'share',
      axis: 'Row',
      behind: 'these rows',
      series: [
        {
          name: 'rows',
          points: [
            sharePoint('with', has, this.read, rowsBehind(this.joined.map(({ row }) => row))),
            sharePoint('without', behind.total, this.read, behind),
          ],
        },
      ],
    };
  }
}

function warning(where: string, rows: number): string {
  return `${where} contains log-probabilities in ${counted(rows, 'row')}: whoever has them can imitate the model that they are from.`;
}

function histogram(
  title: string,
  axis: string,
  joined: Joined[],
  valueOf: (joined: Joined) => number,
): Figure[] {
  const known = joined.filter((each) => Number.isFinite(valueOf(each)));
  if (known.length === 0) return [];
  const values = known.map(valueOf);
  const bins = binsOf(values, BINS);
  const inBins = Array.from({ length: bins.count }, (): number[] => []);
  for (const each of known) inBins[binAt(bins, valueOf(each))]?.push(each.row);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const figure: Figure = {
    measure: 'log-probabilities',
    title,
    about: `Mean ${mean.toPrecision(4)} over ${counted(values.length, 'row')}.`,
    shape: 'bars',
    unit: 'share',
    axis,
    behind: 'these rows',
    series: [
      {
        name: 'rows',
        points: inBins.map((rows, at) =>
          plainPoint(binLabel(bins, at), rows.length / known.length, rows.length, rowsBehind(rows)),
        ),
      },
    ],
  };
  return [figure];
}
