import fs from 'node:fs';
import path from 'node:path';
import { AnnotationLog } from '../../src/core/annotation/annotation-log';
import type { Decision } from '../../src/core/annotation/event';
import { nodeFileStore } from '../../src/core/dataset/node-file-store';
import { bestOfEach, measure } from './measure';
import type { Measure } from './measure';

const LABELS = 200;
const LABEL: Decision = {
  what: 'label',
  target: { kind: 'step', trace: 'solution', step: 0, path: ['solution'], start: 0, end: 10 },
  value: 'good',
};

/** Two hundred labels, each on the disk before the next, against as many bare appends with fdatasync. */
export async function measureAppend(folder: string): Promise<Measure> {
  const line = Buffer.alloc(420, 'x');
  const by = { name: 'bench', machine: '00000000' };
  const log = new AnnotationLog(nodeFileStore, path.join(folder, 'labelled.jsonl'));
  const bare = fs.openSync(path.join(folder, 'bare.log'), 'a');
  const best = await bestOfEach(
    5,
    async () => {
      for (let number = 0; number < LABELS; number++) {
        await log.decide(by, { key: `id:${number}`, hash: '0', number }, [{ decision: LABEL }]);
      }
    },
    () => {
      for (let number = 0; number < LABELS; number++) {
        fs.writeSync(bare, line);
        fs.fdatasyncSync(bare);
      }
    },
  );
  await log.close();
  fs.closeSync(bare);
  return measure({
    what: `${LABELS} labels, each on disk`,
    limitIs: 'write and fdatasync',
    limit: best.limit,
    ours: best.ours,
    unit: 'ms',
  });
}
