import * as z from 'zod';
import { schemeSchema } from '../../scheme/scheme';

/** By name. They have precedence over those that ship with Scholium, also under the same name. */
export const schemesSection = z
  .record(z.string().min(1).max(100), schemeSchema)
  .default({})
  .describe('What annotators are asked, by name. `files` says which dataset is labelled by which.');
