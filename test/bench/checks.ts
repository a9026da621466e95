import { DatasetReading } from '../../src/core/check/run-dataset-checks';
import { startChecks } from '../../src/core/check/run-checks';
import { typesetFault } from '../../src/core/maths/typeset-fault';
import { genericProfile, shippedProfiles } from '../../src/core/profile/shipped';
import { madeRow } from './made-rows';
import { bestOfEach, measure } from './measure';
import type { Measure } from './measure';

/** The profile of made rows. */
export const mathProfile = shippedProfiles.find(({ id }) => id === 'math') ?? genericProfile;

/** All checks of a row, by itself and held against the others, against parsing it. */
export async function measureChecks(): Promise<Measure> {
  const rows = Array.from({ length: 4000 }, (_, number) => Buffer.from(madeRow(number, 8000)));
  const bytes = rows.reduce((sum, row) => sum + row.length, 0);
  const best = await bestOfEach(
    5,
    () => {
      const check = startChecks(mathProfile, typesetFault);
      const reading = new DatasetReading(mathProfile);
      const seen = new Set<number>();
      for (const [number, row] of rows.entries()) {
        const verdict = check({ number, bytes: row, size: row.length });
        reading.row(verdict.row);
        seen.add(verdict.keyHash);
      }
      reading.told([{ firstRow: 0, facts: reading.facts() }]);
    },
    () => {
      for (const row of rows) JSON.parse(row.toString());
    },
  );
  const speed = (ms: number) => bytes / 1e3 / ms;
  return measure({
    what: 'checks, 8 KB rows',
    limitIs: 'JSON.parse',
    limit: speed(best.limit),
    ours: speed(best.ours),
    unit: 'MB/s',
  });
}
