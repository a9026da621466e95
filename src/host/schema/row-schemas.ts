import * as vscode from 'vscode';
import { decideProfile } from '../../core/project/decide-profile';
import { checkSettings, PROJECT_FILE, settingOf } from '../../core/project/project';
import type { Project } from '../../core/project/project';
import { isObject } from '../../core/row/json';
import type { Json } from '../../core/row/json';
import { parseRow } from '../../core/row/parse';
import { inferSchema } from '../../core/schema/infer-schema';
import type { NamedSchema } from '../../core/schema/value-facts';
import { ValueTally } from '../../core/schema/value-tally';

/** What says how a file's rows are read. */
export interface SchemaSurroundings {
  chosenProfile(file: string): string | undefined;
  projectOf(file: string): Promise<Project | null>;
}

/** So many rows are looked at, as far as they have no more than so many UTF-16 units together. */
const MOST_ROWS = 200;
const MOST_UNITS = 1_000_000;

/** The schemas that rows of text documents are held against, and what their first rows have. */
export class RowSchemas {
  private readonly known = new Map<string, { chosen: string | undefined; schemas: Promise<NamedSchema[]> }>();
  private readonly around: SchemaSurroundings;

  constructor(around: SchemaSurroundings) {
    this.around = around;
  }

  /** Read once; again when `forget` was called, or another profile was chosen. */
  of(document: vscode.TextDocument): Promise<NamedSchema[]> {
    const name = document.uri.toString();
    const chosen = this.around.chosenProfile(document.uri.fsPath);
    const before = this.known.get(name);
    if (before && before.chosen === chosen) return before.schemas;
    const schemas = this.read(document, chosen);
    this.known.set(name, { chosen, schemas });
    return schemas;
  }

  /** What was read of one document, or of all, does not hold any more. */
  forget(uri?: vscode.Uri): void {
    if (uri) this.known.delete(uri.toString());
    else this.known.clear();
  }

  private async read(document: vscode.TextDocument, id: string | undefined): Promise<NamedSchema[]> {
    const file = document.uri.fsPath;
    const rows = firstRows(document);
    const project = await this.around.projectOf(file);
    const chosen = id === undefined ? null : { id, why: '' };
    const { profile } = decideProfile(rows, { file, project, chosen });
    const own = checkSettings(project, file, profile)['schema']?.options?.['schema'];
    const ofProfile = { name: profile.title, schema: profile.schema };
    if (own !== undefined)
      return [{ name: settingOf(project, file).schema ?? PROJECT_FILE, schema: own }, ofProfile];
    return [ofProfile, { name: vscode.l10n.t('the first rows ({0})', rows.length), schema: schemaOf(rows) }];
  }
}

function firstRows(document: vscode.TextDocument): Json[] {
  const rows: Json[] = [];
  let units = 0;
  for (let line = 0; line < Math.min(document.lineCount, MOST_ROWS) && units < MOST_UNITS; line++) {
    const { text } = document.lineAt(line);
    units += text.length;
    const parsed = units < MOST_UNITS ? parseRow(text) : null;
    if (parsed?.kind === 'value') rows.push(parsed.value);
  }
  return rows;
}

function schemaOf(rows: readonly Json[]): unknown {
  const tally = new ValueTally();
  for (const row of rows) if (isObject(row)) tally.add(row);
  return inferSchema(tally);
}
