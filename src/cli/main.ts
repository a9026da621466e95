import { parseArgs } from 'node:util';
import { errorMessage } from '../core/error-message';
import { agreement } from './agreement';
import { answer } from './answer';
import { check } from './check';
import { columns } from './columns';
import type { Command, Options } from './command';
import { compare } from './compare';
import { concepts } from './concepts';
import { contaminate } from './contaminate';
import { convert } from './convert';
import { dedupe } from './dedupe';
import { exitCodes, UsageError } from './exit-codes';
import { exportCommand } from './export';
import { make } from './make';
import { measure } from './measure';
import { endQuietlyWithThePipe } from './output';
import { groups } from './groups';
import { hygiene } from './hygiene';
import { labels } from './labels';
import { profile } from './profile';
import { Projects } from './projects';
import { render } from './render';
import { schema } from './schema';
import { search } from './search';
import { vary } from './vary';

const commands: Record<string, Command> = {
  profile,
  check,
  answer,
  render,
  schema,
  search,
  columns,
  agreement,
  labels,
  groups,
  compare,
  concepts,
  convert,
  export: exportCommand,
  make,
  measure,
  vary,
  contaminate,
  dedupe,
  hygiene,
};

async function main(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args);
  const [name = '', ...files] = positionals;
  if (values.help) {
    process.stdout.write(help());
    return exitCodes.clean;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new UsageError(name === '' ? 'which command?' : `there is no command “${name}”`);
  if (!['text', 'jsonl'].includes(values.format)) throw new UsageError('--format is text or jsonl');
  if (files.length === 0) throw new UsageError(`which file? ${command.usage}`);
  const projects = new Projects(values.project);
  const code = await command.run(files, { ...values, projects });
  return projects.faulty ? exitCodes.unreadable : code;
}

function readArguments(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        format: { type: 'string', default: 'text' },
        row: { type: 'string' },
        profile: { type: 'string' },
        project: { type: 'string' },
        severity: { type: 'string', default: 'info' },
        to: { type: 'string' },
        fields: { type: 'string' },
        'key-field': { type: 'string' },
        by: { type: 'string' },
        buckets: { type: 'string', default: '1' },
        column: { type: 'string', default: 'curriculum' },
        each: { type: 'string', default: '10' },
        most: { type: 'string', default: '1' },
        horizon: { type: 'string', default: '2' },
        keep: { type: 'string', default: 'both' },
        range: { type: 'string', default: '2-99' },
        against: { type: 'string' },
        from: { type: 'string' },
        rubric: { type: 'string' },
        count: { type: 'string', default: '1' },
        seed: { type: 'string', default: '1' },
        pair: { type: 'boolean', default: false },
        pairs: { type: 'boolean', default: false },
        replace: { type: 'boolean', default: false },
        benchmark: { type: 'string', multiple: true, default: [] },
        threshold: { type: 'string' },
        cache: { type: 'string' },
        'no-cache': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }) as { values: Omit<Options, 'projects'> & { project?: string; help: boolean }; positionals: string[] };
  } catch (error) {
    throw new UsageError(errorMessage(error));
  }
}

function help(): string {
  const usages = Object.values(commands).map(({ usage }) => `  scholium ${usage}\n`);
  return `Usage:\n${usages.join('')}\nAll take --project FILE; without it, the scholium.json nearest above a file holds for it.\n\nExit codes: 0 clean, 1 findings, 2 wrong usage, 3 unreadable input.\n`;
}

endQuietlyWithThePipe();
main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const message = errorMessage(error);
    process.stderr.write(error instanceof UsageError ? `${message}\n\n${help()}` : `${message}\n`);
    process.exitCode = error instanceof UsageError ? exitCodes.usage : exitCodes.unreadable;
  },
);
