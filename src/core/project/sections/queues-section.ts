import * as z from 'zod';
import { teamQueueSchema } from '../../queue/team-queue';

/** By name, which a query calls it by: `queue:first-pass`. */
export const queuesSection = z
  .record(z.string().regex(/^[\w-]+$/, 'is letters, digits, - and _'), teamQueueSchema)
  .default({})
  .describe('Rows that several annotators share, by name: who gets which is told by the rows’ keys alone.');
