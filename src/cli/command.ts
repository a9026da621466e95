import type { Projects } from './projects';

/** A command gets its files and options, writes lines, and says with which code to end. */
export interface Command {
  usage: string;
  run(files: string[], options: Options): Promise<number>;
}

export interface Options {
  format: string;
  row: string | undefined;
  profile: string | undefined;
  projects: Projects;
  severity: string;
  to: string | undefined;
  fields: string | undefined;
  'key-field': string | undefined;
  replace: boolean;
  pair: boolean;
  pairs: boolean;
  range: string;
  count: string;
  seed: string;
  by: string | undefined;
  buckets: string;
  column: string;
  each: string;
  most: string;
  horizon: string;
  keep: string;
  from: string | undefined;
  rubric: string | undefined;
  against: string | undefined;
  /** Files of benchmarks. */
  benchmark: string[];
  threshold: string | undefined;
  cache: string | undefined;
  'no-cache': boolean;
}
