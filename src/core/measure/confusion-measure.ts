import { counted } from '../counted';
import type { Json, JsonObject } from '../row/json';
import { isObject } from '../row/json';
import type { Figure, Series } from './figure';
import type { MeasuredRow, Measurer } from './measured-row';
import { sharePoint } from './point';
import { RowSet } from './row-set';

/** What errors are told apart by: `error_category`, `Misconception ID`, `gold_error_type`. */
const CLASS =
  /^(?:gold|true|reference|human)?(?<stem>error(?:category|type|class|label)|misconception(?:id|label)?|diagnosis|category)(?:gold|true|human)?$/;
/** The same as a model tells it: `predicted_error_category`, `Predicted Diagnosis`, `misconception_pred`. */
const PREDICTED =
  /^(?:predicted|prediction|pred|model)(?<stem>.+)$|^(?<behind>.+?)(?:predicted|prediction|pred)$/;
const MODELS = ['model', 'modelname', 'generator', 'judge', 'annotator'];
/** More classes than this make no picture that can be read; the rarest are one. */
const MOST_CLASSES = 60;
const MOST_MODELS = 12;
const REST = 'others';
const LONGEST_CLASS = 120;

/** Rows of one model by gold class, then by predicted class. */
type Cells = Map<string, Map<string, RowSet>>;

/** How often each class of error or misconception is taken for which: a confusion matrix for each model. */
export class ConfusionMeasure implements Measurer {
  private readonly models = new Map<string, Cells>();
  private readonly names = new Set<string>();

  add({ number, value }: MeasuredRow): void {
    const pair = isObject(value) ? pairOf(value) : null;
    if (!pair) return;
    this.names.add(pair.name);
    const cells = this.models.get(pair.model) ?? new Map<string, Map<string, RowSet>>();
    this.models.set(pair.model, cells);
    const row = cells.get(pair.gold) ?? new Map<string, RowSet>();
    cells.set(pair.gold, row);
    const cell = row.get(pair.predicted) ?? new RowSet();
    row.set(pair.predicted, cell);
    cell.add(number);
  }

  figures(): Figure[] {
    const name = [...this.names].join(', ');
    return [...this.models].slice(0, MOST_MODELS).map(([model, cells]) => figureOf(name, model, cells));
  }
}

function figureOf(name: string, model: string, all: Cells): Figure {
  const cells = withFewClasses(all);
  const right = sum([...cells].map(([gold, row]) => row.get(gold)?.behind.total ?? 0));
  const total = sum([...cells.values()].map(totalOf));
  return {
    measure: 'confusion',
    title: `Gold against predicted: ${name}${model === '' ? '' : ` of ${model}`}`,
    about: `${right} of ${counted(total, 'row')} predicted right. A line for each gold class, a column for each predicted one; a share is of the rows of its line, with its Wilson score interval (1927).`,
    shape: 'matrix',
    unit: 'share',
    axis: 'Predicted',
    behind: 'rows',
    series: inOrder([...cells.keys()]).map((gold) => lineOf(gold, cells.get(gold) ?? new Map())),
  };
}

function lineOf(gold: string, row: Map<string, RowSet>): Series {
  const total = totalOf(row);
  const points = inOrder([...row.keys()]).map((predicted) => {
    const { behind } = row.get(predicted) ?? new RowSet();
    return sharePoint(predicted, behind.total, total, behind);
  });
  return { name: gold, points };
}

function totalOf(row: Map<string, RowSet>): number {
  return sum([...row.values()].map(({ behind }) => behind.total));
}

function sum(numbers: number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}

function inOrder(names: string[]): string[] {
  return names.toSorted(
    (a, b) => Number(a === REST) - Number(b === REST) || a.localeCompare(b, 'en', { numeric: true }),
  );
}

/** The classes that most rows have; all others together. */
function withFewClasses(cells: Cells): Cells {
  const counts = new Map<string, number>();
  for (const [gold, row] of cells) {
    for (const [predicted, { behind }] of row)
      for (const name of new Set([gold, predicted])) counts.set(name, (counts.get(name) ?? 0) + behind.total);
  }
  if (counts.size <= MOST_CLASSES) return cells;
  const kept = new Set(
    [...counts]
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, MOST_CLASSES - 1)
      .map(([name]) => name),
  );
  const nameOf = (name: string) => (kept.has(name) ? name : REST);
  const few: Cells = new Map();
  for (const [gold, row] of cells) {
    const line = few.get(nameOf(gold)) ?? new Map<string, RowSet>();
    few.set(nameOf(gold), line);
    for (const [predicted, rows] of row)
      line.set(nameOf(predicted), joined(line.get(nameOf(predicted)), rows));
  }
  return few;
}

function joined(one: RowSet | undefined, other: RowSet): RowSet {
  if (!one) return other;
  one.addAll(other);
  return one;
}

interface Pair {
  /** The field that the gold class stands in. */
  name: string;
  model: string;
  gold: string;
  predicted: string;
}

/** The gold class of a row and the one that a model tells, where its fields have both. */
function pairOf(row: JsonObject): Pair | null {
  const keys = Object.keys(row).map((key) => ({ key, plain: key.toLowerCase().replaceAll(/[^a-z]/g, '') }));
  for (const { key, plain } of keys) {
    const stem = CLASS.exec(plain)?.groups?.['stem'];
    if (stem === undefined) continue;
    const told = keys.find((each) => isPredictionOf(each.plain, stem));
    const [gold, predicted] = [classOf(row[key]), told ? classOf(row[told.key]) : null];
    if (gold === null || predicted === null) continue;
    const model = keys.find((each) => MODELS.includes(each.plain));
    return { name: key, gold, predicted, model: (model && classOf(row[model.key])) ?? '' };
  }
  return null;
}

function isPredictionOf(plain: string, stem: string): boolean {
  const { stem: before, behind } = PREDICTED.exec(plain)?.groups ?? {};
  const predicted = before ?? behind;
  if (predicted === undefined) return false;
  const same = withoutId(predicted) === withoutId(stem);
  return same || (withoutId(stem) === 'misconception' && predicted === 'diagnosis');
}

function withoutId(stem: string): string {
  return stem.replace(/(?:id|label)$/, '');
}

function classOf(value: Json | undefined): string | null {
  if (typeof value === 'number') return String(value);
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' || text.length > LONGEST_CLASS ? null : text;
}
