import { eventSchema } from './event';
import type { LogEvent } from './event';

/** A line of a log that is no event, and why. It stays in the file, and people are told. */
export interface LogFault {
  file: string;
  /** 1-based */
  line: number;
  message: string;
}

export interface LogContent {
  events: LogEvent[];
  faults: LogFault[];
  /** Whether the file ends in a whole line: an append must otherwise begin a new one. */
  endsWhole: boolean;
}

/** Reads a log. A line that is no event is reported, never dropped in silence, and never hides its neighbours. */
export function readLog(file: string, text: string): LogContent {
  const lines = text.split('\n');
  const endsWhole = lines.at(-1) === '';
  const content: LogContent = { events: [], faults: [], endsWhole: endsWhole || text === '' };
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const torn = at === lines.length - 1;
    const read = readLine(line, torn);
    if (typeof read === 'string') content.faults.push({ file, line: at + 1, message: read });
    else content.events.push(read);
  }
  return content;
}

const CONFLICT = /^(<{7}|={7}|>{7}|\|{7})/;

function readLine(line: string, last: boolean): LogEvent | string {
  if (CONFLICT.test(line))
    return 'a merge conflict marker: keep the lines of both sides and delete the markers';
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return last ? 'the last line was cut off while it was written' : 'not JSON';
  }
  const parsed = eventSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  return `not an event that this version knows: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trimEnd();
}
