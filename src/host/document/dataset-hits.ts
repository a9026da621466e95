import * as vscode from 'vscode';
import type { Annotator } from '../../core/annotation/annotation-log';
import type { ContaminationVerdict, Decision, SignedDecision } from '../../core/annotation/event';
import { THRESHOLDS } from '../../core/contamination/decision';
import { hitFinding } from '../../core/contamination/hit-findings';
import { judgedPairs, judgementOf } from '../../core/contamination/judged-pairs';
import type { JudgedKind } from '../../core/contamination/hit';
import { isQuarantined, quarantinedBy } from '../../core/contamination/quarantine';
import { errorMessage } from '../../core/error-message';
import type { DecidedFact } from '../../core/query/state-facts';
import type { ListedHit, SecondOpinion } from '../../protocol/evidence-page';
import { identifyHit } from '../contamination/identify-hit';
import type { IdentifiedHit, PlacedHit } from '../contamination/identify-hit';
import type { ItemFile } from '../contamination/item-file';
import type { DatasetDocument } from './dataset-document';

/** What happened: a check began or came further, or hits were judged: these, or (null) any. */
export type HitNews =
  { kind: 'begun' } | { kind: 'progress' } | { kind: 'judged'; hits: IdentifiedHit[] | null };

const WAIT_FOR_INDEX_MS = 50;

interface NewDecisionOn {
  row: IdentifiedHit['identity'];
  decision: Decision;
}

/** What the last check of a kind found in a document, and how it was judged. */
export abstract class DatasetHits implements vscode.Disposable {
  /** The files that rows were compared with. */
  sources: ItemFile[] = [];
  hits: IdentifiedHit[] = [];
  rows = 0;
  unread = 0;
  /** Problems of each source, and its rows that cannot be read. */
  items: number[] = [];
  unreadItems: number[] = [];
  /** Hits in rows that are not here as they are in the file: they were edited, and not saved. */
  edited = 0;
  /** Counts the checks. */
  run = 0;
  /** When the last one began (milliseconds of the process). */
  begun = 0;
  /** The part of the check that is over, 0 to 1; null when nothing is under way. */
  underWay: number | null = null;
  stopped = false;
  /** The hits are of an earlier state of the dataset. */
  stale = false;
  failure: string | null = null;
  readonly kind: JudgedKind;
  protected readonly document: DatasetDocument;
  protected readonly changes = new vscode.EventEmitter<HitNews>();
  /** What was told as findings: the run, and the hits that are false alarms. */
  private told = '';
  /** What is being decided on here; null when others decide. */
  private deciding: IdentifiedHit[] | null = null;
  private stopping = new AbortController();
  readonly onDidChange = this.changes.event;

  constructor(document: DatasetDocument, kind: JudgedKind) {
    this.document = document;
    this.kind = kind;
    document.onDidChange((change) => {
      if (this.run === 0) return;
      if (change.kind === 'checked') this.tellFindings(true);
      // labels are decided at reading speed: of a row without hits they change nothing here
      const judged =
        change.kind === 'decided'
          ? this.hits.some(({ identity }) => identity.number === change.row)
          : change.kind === 'rows' && change.rows === null;
      if (judged) {
        this.changes.fire({ kind: 'judged', hits: this.deciding });
        this.tellFindings();
      }
      if (!['reopened', 'saved', 'edited'].includes(change.kind)) return;
      this.stale = true;
      this.changes.fire({ kind: 'progress' });
    });
  }

  /** Ends what is under way; what was found stays. */
  stop(): void {
    if (this.underWay === null) return;
    this.stopping.abort();
    this.underWay = null;
    this.stopped = true;
    this.changes.fire({ kind: 'progress' });
    this.tellFindings();
  }

  /** Hits as they stand now for somebody. */
  listed(me: string | null, hits: readonly IdentifiedHit[] = this.hits): ListedHit[] {
    const pairs = judgedPairs(this.document.annotations.fold, this.kind);
    return hits.map((hit): ListedHit => ({
      id: hit.id,
      row: hit.row,
      source: hit.source,
      item: this.shownItem(hit),
      class: hit.class,
      score: hit.score,
      decision: hit.score !== null && hit.score >= THRESHOLDS.remove ? 'remove' : 'review',
      judgement: judgementOf(this.judgedHit(hit), pairs, me),
      quarantined: isQuarantined(this.standing(hit)),
      opinion: this.opinionOn(hit),
      group: hit.group && {
        number: hit.group.number,
        size: hit.group.rows.length,
        stays: hit.group.stays,
        leak: hit.group.leak,
      },
    }));
  }

  /** What a query can ask of a check and no log says, with the keys of the rows. */
  get facts(): { key: string; fact: DecidedFact }[] {
    const what = this.kind === 'contamination' ? 'contaminated' : 'duplicate';
    const { duplicateKeys } = this.document.checks;
    return this.listed(null).flatMap((hit) => {
      const { key = '', hash = '' } = this.hits[hit.id]?.identity ?? {};
      const which = duplicateKeys.has(key) ? { hash } : {};
      return wordsOf(hit).map((value) => ({ key, fact: { what, value, by: '', ...which } as const }));
    });
  }

  /** Judges hits, and with them those that have the same two texts. Returns how many were judged. */
  async judge(by: Annotator, ids: readonly number[], verdict: ContaminationVerdict): Promise<number> {
    const pairs = new Set(ids.map((id) => this.hits[id]?.pair));
    return this.judgeAs(
      by,
      this.hits.filter(({ pair }) => pairs.has(pair)).map((hit) => ({ hit, verdict })),
    );
  }

  /** Judges the hits whose two texts were judged elsewhere as they were there. Returns how many were judged. */
  takeOver(by: Annotator): Promise<number> {
    const judged = this.listed(by.name).flatMap(({ id, judgement }) => {
      const hit = this.hits[id];
      return hit && judgement && judgement.as !== null ? [{ hit, verdict: judgement.verdict }] : [];
    });
    return this.judgeAs(by, judged);
  }

  async quarantine(by: Annotator, id: number, on: boolean): Promise<void> {
    const hit = this.hits[id];
    if (!hit) return;
    const decision = quarantine(on);
    await this.document.inOrder(() => this.document.annotations.decide(by, hit.identity, [{ decision }]));
    this.tellDecided(this.hits.filter(({ identity }) => identity.key === hit.identity.key));
  }

  /** Takes back the newest verdict or quarantine. Resolves with the hit that it was about; rejects when something else is newer. */
  async undo(by: Annotator): Promise<number | null> {
    const { annotations } = this.document;
    const newest = annotations.fold.newest(by.name);
    if (newest.length === 0) throw new Error(vscode.l10n.t('There is nothing to take back.'));
    if (!newest.every(({ what }) => what === this.kind || what === 'quarantine'))
      throw new Error(
        vscode.l10n.t('Your last decision was made in the dataset’s own page: take it back there.'),
      );
    await this.document.inOrder(() => annotations.undo(by));
    this.document.decidedMany();
    return this.hitOf(newest[0]);
  }

  dispose(): void {
    this.stopping.abort();
    this.changes.dispose();
    for (const source of this.sources) void source.close();
  }

  /** How a hit is judged in the log. */
  protected abstract decisionOn(hit: IdentifiedHit, verdict: ContaminationVerdict): Decision;
  /** What the page calls the item of a hit. */
  protected abstract shownItem(hit: IdentifiedHit): string;

  /** What a service said of a hit, where one was asked. */
  protected opinionOn(_hit: IdentifiedHit): SecondOpinion | null {
    return null;
  }

  /** The row that stays instead of a hit's own, where it is one of this dataset. */
  protected keptOf(_hit: IdentifiedHit): IdentifiedHit['identity'] | null {
    return null;
  }

  /** Does a check from the start, with the sources that `open` opens one after the other; what was under way is ended. */
  protected async begin(
    open: (signal: AbortSignal, opened: ItemFile[]) => Promise<void>,
    search: (signal: AbortSignal) => Promise<void>,
  ): Promise<void> {
    this.stopping.abort();
    const { signal } = (this.stopping = new AbortController());
    const before = this.forget();
    this.changes.fire({ kind: 'begun' });
    const opened: ItemFile[] = [];
    try {
      for (const source of before) await source.close();
      await open(signal, opened);
      if (!signal.aborted) {
        this.sources = opened;
        await this.document.lookAtDisk(); // rows that were appended are read by the thread as well
        await search(signal);
      }
    } catch (error) {
      if (!signal.aborted) this.failure ??= errorMessage(error);
    }
    if (this.sources !== opened) for (const source of opened) await source.close();
    if (signal.aborted) return;
    this.underWay = null;
    this.changes.fire({ kind: 'progress' });
    this.tellFindings();
  }

  /** Takes a hit in, where its row is here as it is in the file. */
  protected async take(hit: PlacedHit, signal: AbortSignal): Promise<void> {
    const source = this.sources[hit.source];
    await this.untilIndexed(hit.row, signal);
    if (!source || signal.aborted) return;
    const identified = await identifyHit(this.document, source, hit, this.hits.length);
    if (signal.aborted) return;
    if (identified) this.hits.push(identified);
    else this.edited++;
  }

  /** What is no false alarm stands among the findings; while a check is under way, not yet. */
  private tellFindings(anew = false): void {
    if (this.underWay !== null || this.stale) return;
    const listed = this.listed(null);
    const alarms = new Set(
      listed.flatMap((hit) => (hit.judgement?.verdict === 'false-alarm' ? [hit.id] : [])),
    );
    const told = `${this.run}: ${[...alarms].join()}`;
    if (told === this.told && !anew) return;
    this.told = told;
    const findings = listed.flatMap((hit) => {
      const known = this.hits[hit.id];
      if (!known || alarms.has(hit.id)) return [];
      const source = this.sources[hit.source]?.name ?? '';
      const { path, identity } = known;
      const leak = hit.group?.leak === true;
      return [hitFinding({ ...hit, kind: this.kind, source, path, leak, identity })];
    });
    this.document.checks.foundApart(this.kind, findings);
  }

  private forget(): ItemFile[] {
    const before = this.sources;
    this.run++;
    this.begun = performance.now();
    this.hits = [];
    this.sources = [];
    [this.rows, this.unread, this.edited] = [0, 0, 0];
    [this.items, this.unreadItems] = [[], []];
    this.underWay = 0;
    this.stopped = false;
    this.failure = null;
    this.stale = this.document.dirty;
    return before;
  }

  /** The threads may be further than the index. */
  private async untilIndexed(row: number, signal: AbortSignal): Promise<void> {
    const isKnown = () => this.document.fileRows > row || this.document.progress.complete;
    while (!isKnown() && this.document.progress.failure === null && !signal.aborted)
      await new Promise((resolve) => setTimeout(resolve, WAIT_FOR_INDEX_MS));
  }

  private async judgeAs(
    by: Annotator,
    judged: { hit: IdentifiedHit; verdict: ContaminationVerdict }[],
  ): Promise<number> {
    if (judged.length === 0) return 0;
    const decisions: NewDecisionOn[] = judged.map(({ hit, verdict }) => ({
      row: hit.identity,
      decision: this.decisionOn(hit, verdict),
    }));
    decisions.push(...this.letIn(judged.map(({ hit }) => hit)));
    await this.document.inOrder(() => this.document.annotations.decideTogether(by, decisions));
    this.tellDecided(judged.map(({ hit }) => hit));
    return judged.length;
  }

  /** The rows that stay are let in where an earlier verdict of this kind, under which others stayed, put them out. */
  private letIn(hits: readonly IdentifiedHit[]): NewDecisionOn[] {
    const kept = new Map<string, IdentifiedHit['identity']>();
    for (const hit of hits) {
      const row = this.keptOf(hit);
      if (row && quarantinedBy(this.standing({ identity: row })) === this.kind) kept.set(row.key, row);
    }
    return [...kept.values()].map((row) => ({ row, decision: quarantine(false) }));
  }

  private tellDecided(hits: IdentifiedHit[]): void {
    this.deciding = hits;
    this.document.decidedMany();
    this.deciding = null;
  }

  private judgedHit({ identity: { key }, pair, source, item: { id } }: IdentifiedHit) {
    return { key, pair, source: this.sources[source]?.name ?? '', item: id };
  }

  private standing({ identity: { key, hash } }: Pick<IdentifiedHit, 'identity'>): SignedDecision[] {
    const { annotations, checks } = this.document;
    const standing = annotations.fold.standing(key);
    return checks.duplicateKeys.has(key) ? standing.filter(({ row }) => row.hash === hash) : standing;
  }

  private hitOf(decision: SignedDecision | undefined): number | null {
    const found = this.hits.find(
      ({ identity, pair }) =>
        identity.key === decision?.row.key &&
        (decision.what !== this.kind || !('pair' in decision.value) || decision.value.pair === pair),
    );
    return found?.id ?? null;
  }
}

function quarantine(on: boolean): Decision {
  return { what: 'quarantine', target: { kind: 'row' }, value: { on } };
}

/** What a query can ask of a hit's row: that nobody judged it, or how its two texts were judged in another row. */
function wordsOf({ judgement, group }: ListedHit): string[] {
  const leak = group?.leak === true ? ['leak'] : [];
  if (judgement === null) return ['unjudged', ...leak];
  if (judgement.as === null || group) return leak; // the log says it; which of two rows goes is for somebody to say
  return judgement.verdict === 'same' ? ['same', 'quarantined'] : [judgement.verdict];
}
