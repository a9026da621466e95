import { isModel } from './annotator-name';
import type { LogEvent } from './event';
import { readLog } from './log-lines';

/** The events in a file of suggestions, by model. Rejects it as a whole, naming the line, when one is no event or a person's. */
export function readSuggestions(file: string, text: string): Map<string, LogEvent[]> {
  const { events, faults } = readLog(file, text);
  const [fault] = faults;
  if (fault) throw new Error(`${file}:${fault.line}: ${fault.message}. Nothing was imported.`);
  const person = events.find(({ annotator }) => !isModel(annotator));
  if (person)
    throw new Error(
      `${file}: a line is by “${person.annotator}”. Suggestions are by annotators whose names begin with “model:”. Nothing was imported.`,
    );
  const byModel = new Map<string, LogEvent[]>();
  for (const event of events) {
    const own = byModel.get(event.annotator) ?? [];
    byModel.set(event.annotator, own);
    own.push(event);
  }
  return byModel;
}

/** The lines that a model's log lacks, as they are to be appended. '' when it has them all. */
export function linesToAppend(events: readonly LogEvent[], file: string, log: string): string {
  const { events: there, endsWhole } = readLog(file, log);
  const known = new Set(there.map(({ id }) => id));
  const news = events.filter(({ id }) => !known.has(id));
  if (news.length === 0) return '';
  return `${endsWhole ? '' : '\n'}${news.map((event) => `${JSON.stringify(event)}\n`).join('')}`;
}
