import path from 'node:path';
import type { FileStore } from '../dataset/file-store';
import { walkRows } from '../dataset/row-reader';
import { identityRule } from '../profile/profile-identity';
import type { Profile } from '../profile/profile';
import { readExactly } from '../profile/spelled-reading';
import type { Reading } from '../profile/reading';
import type { Json } from '../row/json';
import { keyOf } from '../row/key';
import { decodeRow, parseRow } from '../row/parse';
import { AccuracyMeasure } from './accuracy-measure';
import { AgreementMeasure } from './agreement-measure';
import { CheckpointsMeasure } from './checkpoints-measure';
import { ChoiceSetMeasure } from './choice-set-measure';
import { ConfusionMeasure } from './confusion-measure';
import type { MeasureReport } from './figure';
import { FourOutcomesMeasure } from './four-outcomes-measure';
import { LanguagesMeasure } from './languages-measure';
import { withoutLogProbabilities } from './log-probabilities';
import type { ArrayFacts } from './log-probabilities';
import { measuredRow } from './measured-row';
import type { MeasuredRow, Measurer } from './measured-row';
import { OtherScores } from './other-scores';
import { PassMeasure } from './pass-measure';
import { RatesMeasure } from './rates-measure';
import { rowNumbers } from './row-numbers';
import { RowSamples } from './row-samples';
import { RubricMeasure } from './rubric-measure';
import { ScoreChangeMeasure } from './score-change-measure';
import type { ScorePair } from './score-change-measure';
import { shiftFigures } from './shift-figures';
import { idsOf, Sidecar } from './sidecar';
import { SolvedMeasure } from './solved-measure';
import { modelNamed } from './solver';
import { VariantsMeasure } from './variants-measure';

export interface MeasuredFile {
  file: string;
  profile: Profile;
}

/** What is to be measured. */
export interface MeasureWish extends MeasuredFile {
  /** A second file: another state of the dataset, another dataset, or a sidecar of log-probabilities. */
  other: (MeasuredFile & { name: string }) | null;
  scores: ScorePair | null;
  /** Dimensions of the rubric; empty for all that the rows have. */
  rubric: string[];
}

/** Reads the second file and then every row of the dataset, once. `onBytes` hears how many bytes were read. */
export async function measureFile(
  files: FileStore,
  wish: MeasureWish,
  onBytes: (bytes: number) => void,
): Promise<MeasureReport> {
  const sidecar = new Sidecar();
  const own = new RowSamples();
  const others = new RowSamples();
  const scores = new OtherScores();
  let read = 0;
  const tell = (bytes: number) => onBytes((read += bytes));
  if (wish.other)
    await eachRow(files, wish.other, tell, (row, arrays) => {
      sidecar.addOther(row.value, arrays);
      others.add(row.number, row.reading);
      scores.add(row.key, modelNamed(row.value), rowNumbers(row.value));
    });
  const measures = measurers(wish, wish.other ? scores : null);
  let rows = 0;
  const walked = await eachRow(files, wish, tell, (row, arrays) => {
    rows++;
    for (const measure of measures) measure.add(row);
    sidecar.add(row.number, row.value, arrays);
    if (wish.other) own.add(row.number, row.reading);
  });
  const name = wish.other && path.basename(wish.other.name);
  const figures = measures.flatMap((measure) => measure.figures());
  if (name !== null) figures.push(...shiftFigures(own, others, name));
  figures.push(...sidecar.figures());
  return { figures, rows, unread: walked - rows, notices: sidecar.notices(name) };
}

function measurers({ scores, rubric }: MeasureWish, others: OtherScores | null): Measurer[] {
  return [
    new PassMeasure(),
    new SolvedMeasure(),
    new AccuracyMeasure(),
    new VariantsMeasure(),
    new FourOutcomesMeasure(),
    new ChoiceSetMeasure(),
    new AgreementMeasure(),
    new CheckpointsMeasure(),
    new RatesMeasure(),
    new ConfusionMeasure(),
    new RubricMeasure(rubric),
    new LanguagesMeasure(),
    new ScoreChangeMeasure(scores, null),
    ...(others ? [new ScoreChangeMeasure(null, others)] : []),
  ];
}

/** Hears of every row that can be read, and returns how many there are; blank lines are none. */
async function eachRow(
  files: FileStore,
  { file: name, profile }: MeasuredFile,
  onBytes: (bytes: number) => void,
  onRow: (row: MeasuredRow, arrays: ArrayFacts[]) => void,
): Promise<number> {
  const file = await files.open(name);
  const rule = identityRule(profile);
  let rows = 0;
  try {
    for await (const raw of walkRows(file)) {
      onBytes(raw.size + 1);
      if (raw.size === 0) continue;
      rows++;
      if (raw.size > raw.bytes.length) continue;
      const { bytes, arrays } = withoutLogProbabilities(raw.bytes);
      const parsed = parseRow(decodeRow(bytes));
      if (parsed.kind !== 'value') continue;
      const reading = readExactly(parsed, profile);
      const key = lastingKey(keyOf(bytes, parsed.value, rule), parsed.value, reading);
      onRow(measuredRow(raw.number, key, parsed.value, reading), arrays);
    }
  } finally {
    await file.close();
  }
  return rows;
}

/** A row that only its bytes identify is another one as soon as a score changes: its id or its problem is taken instead. */
function lastingKey(key: string, value: Json, { problem }: Reading): string {
  if (!key.startsWith('bytes:')) return key;
  const text = problem.map((part) => part.text).join('\n');
  return idsOf(value)[0] ?? (text === '' ? key : `problem:${text}`);
}
