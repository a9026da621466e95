import type { Profile } from '../profile/profile';
import { spanOfValue } from '../row/value-span';
import type { CheckedRow } from './check';
import { asSet, isOff, noSettings } from './check-settings';
import type { CheckSettings } from './check-settings';
import { datasetChecks } from './checks';
import type { PartFacts, Told } from './dataset-check';
import type { Finding } from './finding';

/** What the checks took down of a part, by their ids. */
export type DatasetFacts = Record<string, unknown>;

/** What a check found, as it is set. */
export type ToldBy = Told & Pick<Finding, 'check' | 'severity'>;

/** Reads the rows of a file's parts through every check that compares rows. */
export class DatasetReading {
  private readonly running;
  private readonly settings: CheckSettings;

  constructor(profile: Profile, settings: CheckSettings = noSettings) {
    this.settings = settings;
    this.running = datasetChecks
      .filter(({ id }) => !isOff(id, settings))
      .map((check) => ({ check: check.id, severity: check.severity, comparison: check.start(profile) }));
  }

  row(row: CheckedRow): void {
    for (const { comparison } of this.running) comparison.row(row);
  }

  /** What was taken down since this was asked for last. */
  facts(): DatasetFacts {
    return Object.fromEntries(this.running.map(({ check, comparison }) => [check, comparison.facts()]));
  }

  /** What is found over all parts of a file, in the order of its rows. */
  told(parts: PartFacts<DatasetFacts>[]): ToldBy[] {
    const found = this.running.flatMap(({ check, severity, comparison }) => {
      const own = parts.map(({ firstRow, facts }) => ({ firstRow, facts: facts[check] }));
      return comparison.told(own).flatMap((told) => asSet({ ...told, check, severity }, this.settings));
    });
    return found.sort((a, b) => a.row - b.row);
  }
}

/** What was told of a row, at its place in the row's text. */
export function asFinding(told: ToldBy, { parsed }: CheckedRow): Finding {
  return { ...told, span: told.path.length > 0 ? spanOfValue(parsed.text, told.path) : null };
}
