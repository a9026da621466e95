import * as z from 'zod';
import { benchmarksSection } from './sections/benchmarks-section';
import { checksSection } from './sections/checks-section';
import { filesSection } from './sections/files-section';
import { profilesSection } from './sections/profiles-section';
import { queuesSection } from './sections/queues-section';
import { schemesSection } from './sections/schemes-section';

/** The sections of a project file. To add one: a file in `sections/` and a line here; its entries are checked one by one. */
export const sections = {
  profiles: profilesSection,
  files: filesSection,
  checks: checksSection,
  benchmarks: benchmarksSection,
  schemes: schemesSection,
  queues: queuesSection,
};

export const projectSchema = z
  .object({ $schema: z.string().optional(), ...sections })
  .describe('What Scholium knows of the datasets in this folder and below.');

/** What the sections hold. */
export type ProjectData = Omit<z.infer<typeof projectSchema>, '$schema'>;

/** Keys of a project file that are known. */
export const knownKeys: readonly string[] = ['$schema', ...Object.keys(sections)];
