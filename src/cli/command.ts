/** A command gets its files and options, writes lines, and says with which code to end. */
export interface Command {
  usage: string;
  run(files: string[], options: Options): Promise<number>;
}

export interface Options {
  format: string;
  row: string | undefined;
  profile: string | undefined;
  severity: string;
  to: string | undefined;
  fields: string | undefined;
  'key-field': string | undefined;
  replace: boolean;
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
  /** Files of benchmarks. */
  against: string[];
  threshold: string | undefined;
}
