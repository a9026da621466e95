import * as vscode from 'vscode';
import { captionOf, factsOf, sparkOf } from '../../core/column/caption';
import { columnChoices, columnOfField, defaultColumns, statisticsField } from '../../core/column/column';
import type { Column, FoundField } from '../../core/column/column';
import { fieldName } from '../../core/column/field-name';
import { applyLayout, layoutOf, readLayout } from '../../core/column/column-layout';
import type { ColumnLayout, LaidOutColumns } from '../../core/column/column-layout';
import { barFacets, valueFacets } from '../../core/column/facets';
import type { ColumnStatistics, DatasetStatistics } from '../../core/column/statistics';
import { fieldOf, roleNames } from '../../core/field/field';
import type { Profile } from '../../core/profile/profile';
import { mayHaveField } from '../../core/query/known-fields';
import type { StatisticsReport } from '../../protocol/statistics-worker';
import type { ColumnSummary, TableColumn } from '../../protocol/table';
import { runStatisticsThread } from '../../workers/threads';

/** Roles that are counted beside the fields. */
const ROLES = ['problem', 'answer', 'concept', 'hint', 'trace'];
const MOST_FACETS = 12;
/** What the id of a field's column begins with. */
const FIELD = 'field:';

/** What the columns need of their dataset. */
export interface CountedDataset {
  /** The file that is counted. */
  file: string;
  /** Bytes */
  size: number;
  profile: Profile;
}

interface ColumnItem extends vscode.QuickPickItem {
  /** Null to be asked for one. */
  column: Column | null;
}

/** A dataset's columns: which there are, how they are laid out, and what a scan counts in them. */
export class DatasetColumns implements vscode.Disposable {
  private statistics: DatasetStatistics | null = null;
  private share = 0;
  private counting: AbortController | null = null;
  private readonly changes = new vscode.EventEmitter<'columns' | 'counted'>();
  readonly onDidChange = this.changes.event;
  private readonly script: string;
  private readonly memory: { state: vscode.Memento; key: string };
  private readonly dataset: () => CountedDataset;

  constructor(script: string, memory: { state: vscode.Memento; key: string }, dataset: () => CountedDataset) {
    this.script = script;
    this.memory = memory;
    this.dataset = dataset;
  }

  /** The columns that are shown, and those to choose from. */
  get laidOut(): LaidOutColumns {
    const { profile } = this.dataset();
    const layout =
      readLayout(this.memory.state.get(this.memory.key)) ?? layoutOf(defaultColumns(profile, this.found));
    const choices = columnChoices(profile, this.found);
    return applyLayout(layout, [...choices, ...namedColumns(layout, choices, profile)]);
  }

  /** Whether somebody chose which columns there are. */
  get chosen(): boolean {
    const layout = readLayout(this.memory.state.get(this.memory.key));
    const byDefault = defaultColumns(this.dataset().profile, this.found).map(({ id }) => id);
    return layout !== null && layout.order.join('\n') !== byDefault.join('\n');
  }

  get shown(): TableColumn[] {
    const { idField } = this.dataset().profile;
    const id = idField && FIELD + fieldName(idField);
    return this.laidOut.shown.map((column) =>
      column.id === id ? { ...tableColumn(column), kind: 'id' } : tableColumn(column),
    );
  }

  /** The paths of the fields that are known, for somebody to choose from. */
  get fields(): string[] {
    const { shown, hidden } = this.laidOut;
    const paths = [...shown, ...hidden].flatMap((column) =>
      column.kind === 'field' && !roleNames.includes(column.field) ? [column.field] : [],
    );
    return [...new Set(paths)];
  }

  /** What rows are sorted by for a column: a field, or a measure of one. Null where they cannot be. */
  sortField(id: string): string | null {
    const [column] = this.byIds([id]);
    if (!column) return null;
    if (column.kind === 'field') return column.field;
    return column.id === 'traces' ? 'count(trace)' : null;
  }

  /** False where all rows were counted and none has the field. */
  mayHave(field: string): boolean {
    return !this.statistics || this.share < 1 || mayHaveField(this.statistics, field);
  }

  /** Common values of a field, as text. */
  valuesOf(field: string): string[] {
    const found = this.statistics?.columns.find((column) => column.field === field);
    return (found?.top ?? []).map(({ value }) => String(value));
  }

  /** The columns of ids, be they shown or not; null where there is none. */
  byIds(ids: string[]): (Column | null)[] {
    const { shown, hidden } = this.laidOut;
    const columns = new Map([...shown, ...hidden].map((column) => [column.id, column]));
    return ids.map((id) => columns.get(id) ?? null);
  }

  /** Shows these columns in this order, as wide as they say (CSS pixels). */
  async show(columns: { id: string; width: number }[]): Promise<void> {
    const layout: ColumnLayout = {
      order: columns.map(({ id }) => id),
      hidden: [],
      widths: Object.fromEntries(columns.map(({ id, width }) => [id, width])),
      sort: null,
    };
    await this.memory.state.update(this.memory.key, layout);
  }

  /** Lets somebody choose which columns the table has. */
  async choose(): Promise<void> {
    const { shown, hidden } = this.laidOut;
    const items: ColumnItem[] = [...shown, ...hidden].map((column) => ({
      label: column.title,
      description: column.kind === 'field' && column.field !== column.title ? column.field : '',
      detail: this.caption(column),
      picked: shown.includes(column),
      column,
    }));
    items.push({ label: vscode.l10n.t('Another field…'), column: null });
    const picked = await vscode.window.showQuickPick(items, {
      title: vscode.l10n.t('Columns'),
      placeHolder: vscode.l10n.t('Which columns does the table have?'),
      canPickMany: true,
      matchOnDescription: true,
    });
    if (!picked) return;
    const columns = picked.flatMap(({ column }) => column ?? []);
    const other = picked.some(({ column }) => !column) ? await this.askForField() : null;
    await this.show(other ? [...columns, other] : columns);
    this.changes.fire('columns');
  }

  /** A column of any field, be it in a place that no scan counts. */
  private async askForField(): Promise<Column | null> {
    const name = await vscode.window.showInputBox({
      title: vscode.l10n.t('Column of a field'),
      prompt: vscode.l10n.t('Its path: meta.level, steps[0].text, steps[].text'),
      validateInput: (text) => (fieldOf(text) ? null : vscode.l10n.t('This is not a path.')),
    });
    return name === undefined ? null : columnOfField(name, this.dataset().profile);
  }

  /** Begins to count, unless that was done. */
  count(): void {
    if (this.counting) {
      if (this.statistics) this.changes.fire('counted');
      return;
    }
    const counting = new AbortController();
    this.counting = counting;
    const { file, size, profile } = this.dataset();
    const take = (report: StatisticsReport) => {
      if (!counting.signal.aborted) this.take(report, size);
    };
    void runStatisticsThread(this.script, { file, profile, roles: ROLES }, counting.signal, take);
  }

  /** What was counted is of another file by now. Counts again if somebody had asked for it. */
  reset(): void {
    const asked = this.counting !== null;
    this.stop();
    this.statistics = null;
    this.share = 0;
    if (asked) this.count();
  }

  get summaries(): { columns: ColumnSummary[]; share: number } {
    const columns = this.laidOut.shown.flatMap((column) => {
      const statistics = this.statisticsOf(column);
      return statistics ? [summaryOf(column, statistics)] : [];
    });
    return { columns, share: this.share };
  }

  dispose(): void {
    this.stop();
    this.changes.dispose();
  }

  private stop(): void {
    this.counting?.abort();
    this.counting = null;
  }

  private take(report: StatisticsReport, size: number): void {
    if (report.kind === 'failed') return;
    const before = this.found.length;
    this.statistics = report.statistics;
    this.share = report.kind === 'done' ? 1 : report.bytes / Math.max(1, size);
    if (this.found.length !== before) this.changes.fire('columns');
    this.changes.fire('counted');
  }

  private get found(): FoundField[] {
    return (this.statistics?.columns ?? [])
      .filter(({ field, present }) => present > 0 && !ROLES.includes(field))
      .map(({ field, kinds, present }) => ({ name: field, numbers: kinds.number * 2 > present }));
  }

  private statisticsOf(column: Column): ColumnStatistics | null {
    const field = statisticsField(column);
    return this.statistics?.columns.find((one) => one.field === field) ?? null;
  }

  private caption(column: Column): string {
    const statistics = this.statisticsOf(column);
    return statistics ? captionOf(statistics) : '';
  }
}

/** The columns of a layout that somebody named by a path: no scan has found them. */
function namedColumns({ order }: ColumnLayout, known: Column[], profile: Profile): Column[] {
  return order
    .filter((id) => id.startsWith(FIELD) && known.every((column) => column.id !== id))
    .map((id) => columnOfField(id.slice(FIELD.length), profile));
}

function tableColumn(column: Column): TableColumn {
  const { id, title, width, align } = column;
  if (column.kind === 'built-in' && (column.id === 'labels' || column.id === 'findings')) {
    return { id, title, width, kind: column.id };
  }
  const kind = align === 'right' ? 'number' : column.kind === 'field' && column.dialect ? 'maths' : 'text';
  return { id, title, width, kind };
}

function summaryOf({ id }: Column, statistics: ColumnStatistics): ColumnSummary {
  const facets = valueFacets(statistics)
    .slice(0, MOST_FACETS)
    .map(({ label, count, query }) => ({ text: label, count, query }));
  const meant = barFacets(statistics);
  const bars = sparkOf(statistics).map((count, at) => ({
    count,
    label: meant[at]?.label ?? '',
    query: meant[at]?.query ?? '',
  }));
  const { missing } = statistics;
  return { id, caption: captionOf(statistics), bars, facets, missing, facts: factsOf(statistics) };
}
