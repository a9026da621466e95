import * as z from 'zod';
import type { Profile } from '../profile/profile';
import { forZod } from '../schema/for-zod';
import { schemaFaults } from '../schema/schema-faults';
import type { Check, CheckedRow } from './check';
import type { Finding } from './finding';
import { misfitsByKeyword } from './keyword-misfits';
import { misfitsByZod } from './zod-misfits';

const optionsSchema = z.strictObject({
  schema: z
    .record(z.string(), z.unknown())
    .superRefine((schema, context) => {
      for (const { path, message } of schemaFaults(schema))
        context.addIssue({ code: 'custom', path, message });
    })
    .optional()
    .describe('A JSON Schema (2020-12) that rows must fit besides that of their profile.'),
});

/** Every row has the fields and types that its profile's schema asks for. */
export const schemaCheck: Check = {
  id: 'schema',
  title: 'Schema',
  reads: 'every row that is JSON',
  severity: 'error',
  cost: 'cheap',
  options: optionsSchema,
  start: (profile, options = {}) => {
    const { schema: own } = optionsSchema.parse(options);
    const held = [profile.schema, ...(own ? [own] : [])].map(heldAgainst);
    return {
      row: (row) => {
        const found = held.flatMap((findings) => findings(row));
        const places = found.map(({ rule, path }) => JSON.stringify([rule, path]));
        return found.filter((_finding, at) => places.indexOf(places[at] ?? '') === at);
      },
    };
  },
};

/** What does not fit a schema: by zod, which is fast, where its conversion means the same; else by a validator of all keywords. */
function heldAgainst(written: Profile['schema']): (row: CheckedRow) => Finding[] {
  const simple = forZod(written);
  return simple ? misfitsByZod(simple) : misfitsByKeyword(written);
}
