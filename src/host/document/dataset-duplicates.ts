import type { ContaminationVerdict, Decision } from '../../core/annotation/event';
import { keep } from '../../core/contamination/duplicate-groups';
import type { DuplicateGroup, DuplicateRow, KeepRule } from '../../core/contamination/duplicate-groups';
import type { FoundDuplicates } from '../../core/contamination/find-duplicates';
import { handLinks } from '../../core/link/hand-links';
import { settingOf } from '../../core/project/project';
import { identityRule } from '../../core/profile/profile-identity';
import { identifyRow } from '../../core/row/key';
import { decodeRow, parseRow } from '../../core/row/parse';
import type { DuplicateReport } from '../../protocol/duplicate-worker';
import { runDuplicateThread } from '../../workers/threads';
import type { IdentifiedHit, PlacedHit } from '../contamination/identify-hit';
import { rowOfHit } from '../contamination/identify-hit';
import type { ItemFile } from '../contamination/item-file';
import { openSearched } from '../contamination/searched-file';
import { identify } from '../page/row-packets';
import type { DatasetDocument } from './dataset-document';
import { DatasetHits } from './dataset-hits';

/** Shares of the way: reading files, comparing problems; the rest is telling which rows these are. */
const READ = 0.3;
const COMPARED = 0.9;
const TELL_EVERY = 200;

/** The last search for rows that have the same problem, and how what it found was judged. */
export class DatasetDuplicates extends DatasetHits {
  keepRule: KeepRule = { rule: 'first' };
  /** The files that were searched, the dataset last: of equal rows the others' stay. */
  files: string[] = [];
  /** What the search found, whatever the keep-rule; null before it is over. */
  private found: FoundDuplicates | null = null;
  private kept = new Map<number, IdentifiedHit['identity'] | null>();
  private readonly script: string;

  constructor(document: DatasetDocument, script: string) {
    super(document, 'duplicate');
    this.script = script;
  }

  /** Names of the measures that rows can be kept by. */
  get measures(): readonly string[] {
    return this.found?.measures ?? [];
  }

  /** Groups that were found, and those of them over several splits. */
  get groups(): { all: number; leaks: number } {
    const leaks = new Set(this.hits.flatMap(({ group }) => (group?.leak ? [group.number] : [])));
    return { all: this.found?.groups.length ?? 0, leaks: leaks.size };
  }

  /** Searches the dataset together with other files, from the start. */
  find(others: readonly string[]): Promise<void> {
    this.files = [...others, this.document.file];
    return this.begin(
      (signal, opened) => this.open(signal, opened),
      (signal) => this.search(signal),
    );
  }

  /** Lets another row of each group stay. What was found is not searched for again. */
  keepBy(rule: KeepRule): Promise<void> {
    this.keepRule = rule;
    const { found, rows, unread, items, unreadItems } = this;
    if (!found) return Promise.resolve();
    return this.begin(
      (signal, opened) => this.open(signal, opened),
      async (signal) => {
        [this.rows, this.unread, this.items, this.unreadItems] = [rows, unread, items, unreadItems];
        await this.takeAll(found, signal);
      },
    );
  }

  protected decisionOn(hit: IdentifiedHit, verdict: ContaminationVerdict): Decision {
    const file = this.sources[hit.source]?.name ?? '';
    const stays = hit.group?.stays === true ? { stays: true } : {};
    const value = { file, item: hit.item.id, class: hit.class, verdict, pair: hit.pair, ...stays };
    return { what: 'duplicate', target: { kind: 'row' }, value };
  }

  protected shownItem({ item }: IdentifiedHit): string {
    return String(item.row + 1);
  }

  protected override keptOf({ group }: IdentifiedHit): IdentifiedHit['identity'] | null {
    return group ? (this.kept.get(group.number) ?? null) : null;
  }

  private async open(signal: AbortSignal, opened: ItemFile[]): Promise<void> {
    const { document } = this;
    for (const file of this.files) {
      if (signal.aborted) return;
      const own = file === document.file;
      opened.push(
        own
          ? await openSearched(file, document.name, document.inForce.profile)
          : await openSearched(file, null, null, document.project),
      );
    }
  }

  private async search(signal: AbortSignal): Promise<void> {
    const { document } = this;
    this.found = null;
    const own = this.files.length - 1;
    const files = this.sources.map(({ path: file, name, profile }, at) => {
      const { split } = settingOf(document.project, at === own ? document.uri.fsPath : file);
      return { file, name, profile, split };
    });
    const bytes = this.sources.reduce((sum, { size }) => sum + size, 0);
    let last: DuplicateReport | undefined;
    const request = { files, byHand: handLinks(document.annotations.fold) };
    await runDuplicateThread(this.script, request, signal, (report) => {
      last = report;
      if (report.kind === 'read') this.further(READ * Math.min(1, report.bytes / Math.max(1, bytes)));
      if (report.kind === 'compared') this.further(READ + (COMPARED - READ) * report.share);
    });
    if (signal.aborted) return;
    if (last?.kind === 'failed') throw new Error(last.message);
    if (last?.kind !== 'done') throw new Error('the thread that compares rows ended early');
    const { found } = last;
    this.found = found;
    [this.rows, this.unread] = [found.rows[own] ?? 0, found.unread[own] ?? 0];
    [this.items, this.unreadItems] = [found.rows, found.unread.slice(0, own)]; // those of the dataset are told as such
    await this.takeAll(found, signal);
  }

  private async takeAll({ groups }: FoundDuplicates, signal: AbortSignal): Promise<void> {
    this.kept = new Map();
    for (const [number, group] of groups.entries()) {
      if (signal.aborted) return;
      await this.takeGroup(group, number, signal);
      if (number % TELL_EVERY === 0) this.further(COMPARED + (1 - COMPARED) * (number / groups.length));
    }
  }

  private async takeGroup(group: DuplicateGroup, number: number, signal: AbortSignal): Promise<void> {
    const own = this.files.length - 1;
    const { kept, duplicates, leak } = keep(group, this.keepRule);
    const about = { number, rows: group.rows, kept, leak };
    const pairs = duplicates.flatMap(({ file, row, class: kind, score, like }) => {
      if (file === own) return [{ row, kind, score, item: like, stays: false }];
      if (like === kept && like.file === own)
        return [{ row: like.row, kind, score, item: { file, row }, stays: true }];
      return [];
    });
    if (pairs.length === 0) return;
    this.kept.set(number, kept.file === own ? await this.identityOf(kept) : null);
    for (const { row, kind, score, item, stays } of pairs) {
      const hit: PlacedHit = {
        row,
        source: item.file,
        item: { row: item.row, id: await this.keyOf(item) },
        class: kind,
        score,
        path: null,
        evidence: null,
        group: { ...about, stays },
      };
      await this.take(hit, signal);
    }
  }

  private async identityOf({ row }: DuplicateRow): Promise<IdentifiedHit['identity'] | null> {
    const raw = await rowOfHit(this.document, { row });
    if (!raw) return null;
    const { key, hash } = identify(this.document, raw);
    return { key, hash, number: raw.number };
  }

  private async keyOf({ file, row }: Pick<DuplicateRow, 'file' | 'row'>): Promise<string> {
    const source = this.sources[file];
    if (!source) return '';
    const bytes = await source.bytes(row);
    const parsed = parseRow(decodeRow(bytes));
    const value = parsed.kind === 'value' ? parsed.value : undefined;
    return identifyRow(bytes, value, identityRule(source.profile)).key;
  }

  private further(share: number): void {
    this.underWay = share;
    this.changes.fire({ kind: 'progress' });
  }
}
