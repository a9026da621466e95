import type { ExportRow } from '../export/export-options';
import type { ConceptReport, CountedEntry } from './concept-report';

/**
 * A library with its coverage, a row for each entry: in a file whose name has _concept_ in it, JSONL of these rows is a library itself.
 * `tagged` are rows by annotator; `coverage` is the share of the dataset's rows whose own fields name the entry.
 */
export function conceptRows({ entries, rows }: ConceptReport): ExportRow[] {
  return entries.map((entry, number) => ({ number, bytes: Buffer.from(JSON.stringify(rowOf(entry, rows))) }));
}

function rowOf(entry: CountedEntry, all: number): Record<string, unknown> {
  const { id, kind, title, text, path, parent, examples, rows, steps, tagged, place } = entry;
  return {
    id,
    kind,
    name: title,
    text,
    path: path.join(' > '),
    parent,
    examples,
    rows,
    steps,
    coverage: all === 0 ? 0 : rows / all,
    tagged,
    file: place?.file ?? null,
  };
}
