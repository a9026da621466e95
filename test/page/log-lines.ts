import * as fs from 'node:fs';
import * as path from 'node:path';

/** A line of an annotator's log, as any other program would read it. */
interface LogLine {
  id: string;
  what: string;
  annotator: string;
  row: { key: string; hash: string; number: number };
  target: { kind: string; step?: number; [more: string]: unknown };
  value: unknown;
  /** Ids of the suggestions that were in sight. */
  seen?: string[];
  /** How long an answer took (ms), where a scheme is timed. */
  ms?: number;
  /** It was said when the row came a second time. */
  again?: true;
}

/** What an annotator's log beside a dataset says; nothing while there is no log. */
export function logLines(dataset: string, annotator: string): LogLine[] {
  const file = logFile(dataset, annotator);
  if (!fs.existsSync(file)) return [];
  const lines = fs.readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as LogLine);
}

export function logFile(dataset: string, annotator: string): string {
  return path.join(`${dataset}.scholium`, `${annotator}.jsonl`);
}

/** The id of a made event; later ones have higher numbers. */
export function eventId(n: number): string {
  return `01J0000000${String(n).padStart(16, '0')}`;
}
