import type { LogEvent, SignedDecision } from './event';
import { isAnswer, isAnswerRuling } from './label-kinds';
import { placeOf } from './target-place';

/**
 * The state that all logs together give: which decisions stand. Any order, duplication or grouping of the events gives
 * the same state, because events are ordered by their ids (ULIDs) and each id counts once.
 */
export class Fold {
  private readonly events = new Map<string, LogEvent>();
  /** each annotator's events, oldest first */
  private readonly byAnnotator = new Map<string, LogEvent[]>();
  private readonly byRow = new Map<string, SignedDecision[]>();
  /** by annotator, rows of which something was ever said again */
  private readonly repeatedRows = new Map<string, Set<string>>();
  private readonly undone = new Set<string>();
  /** by annotator; forgotten whenever something is undone */
  private readonly decidedRows = new Map<string, Set<string>>();
  /** the same by annotator and scheme */
  private readonly labelledRows = new Map<string, Map<string | null, Set<string>>>();
  /** ids and groups of undo events: naming one of them takes an undo back */
  private readonly undoNames = new Set<string>();

  /** Takes events in, and returns the keys of the rows that they touch. */
  add(events: Iterable<LogEvent>): Set<string> {
    const touched = new Set<string>();
    const late = new Set<string>();
    for (const event of events) {
      const known = this.events.get(event.id);
      if (known && JSON.stringify(known) <= JSON.stringify(event)) continue;
      if (known) late.add(this.remove(known)); // one id for two events: the same one wins in any order
      this.events.set(event.id, event);
      touched.add(event.row.key);
      if (!this.appendInOrder(event)) late.add(event.annotator);
      if (event.what === 'undo' || event.what === 'drop') this.forgetRows(event.annotator);
      if (event.what !== 'undo') {
        insertById(listIn(this.byRow, event.row.key), event);
        if (event.again) this.noteRepeated(event);
        else this.noteRow(event);
      }
    }
    for (const annotator of late) this.sortAndSettle(annotator);
    return touched;
  }

  /**
   * The decisions that stand for a row: of each annotator the last one on each target (of tags, on each concept there; of
   * contamination, on each item; of verdicts on findings, on each finding; of cuts, on each trace), and every flag, reply and link; oldest first. What was
   * dropped does not stand, nor what it had replaced, nor what was said again in a second pass.
   */
  standing(rowKey: string): SignedDecision[] {
    return this.lastWords(rowKey, false);
  }

  /** The same of what was said in the second pass over a row, and of nothing else. */
  standingAgain(rowKey: string): SignedDecision[] {
    return this.lastWords(rowKey, true);
  }

  private lastWords(rowKey: string, again: boolean): SignedDecision[] {
    const last = new Map<string, SignedDecision>();
    const valid = (this.byRow.get(rowKey) ?? []).filter(
      (event) => (event.again ?? false) === again && !this.isUndone(event),
    );
    const dropped = droppedBy(valid);
    for (const event of valid) {
      if (event.what === 'drop') continue;
      if (dropped.has(undoName(event.annotator, event.id))) {
        last.delete(standingKey(event));
        continue;
      }
      last.delete(standingKey(event)); // what was decided last comes last
      last.set(standingKey(event), event);
    }
    return [...last.values()];
  }

  /** Everybody's links that stand. */
  get links(): Extract<SignedDecision, { what: 'link' }>[] {
    return [...this.byRow.values()].flatMap((events) =>
      events.flatMap((event) => (event.what === 'link' && !this.isUndone(event) ? [event] : [])),
    );
  }

  /** Everybody's decisions of first passes that were not taken back, those that were replaced as well, oldest first. */
  get decisions(): SignedDecision[] {
    const valid = [...this.events.values()].filter(
      (event): event is SignedDecision => event.what !== 'undo' && !event.again && !this.isUndone(event),
    );
    return valid.toSorted(byId);
  }

  /** Keys of all rows that anything was ever decided about. */
  get rowKeys(): Iterable<string> {
    return this.byRow.keys();
  }

  /** Keys of the rows of which an annotator ever said something in a second pass. */
  rowsRepeatedBy(annotator: string): ReadonlySet<string> {
    return this.repeatedRows.get(annotator) ?? new Set();
  }

  /** Keys of the rows that anybody ever flagged. */
  get flaggedRows(): string[] {
    const flagged = [...this.byRow].filter(([, events]) => events.some(({ what }) => what === 'flag'));
    return flagged.map(([key]) => key);
  }

  /** Everybody who ever decided something. */
  get annotators(): string[] {
    return [...this.byAnnotator.keys()];
  }

  /** The annotator's newest decision that stands, with all that one key made together; newest last. */
  newest(annotator: string): SignedDecision[] {
    const events = this.byAnnotator.get(annotator) ?? [];
    const newest = events.findLast((event) => event.what !== 'undo' && !this.isUndone(event));
    if (!newest) return [];
    return events.filter(
      (event): event is SignedDecision =>
        event.what !== 'undo' && (event.id === newest.id || (!!newest.group && event.group === newest.group)),
    );
  }

  /** The annotator's events, newest first. */
  *newestFirst(annotator: string): Generator<LogEvent> {
    const events = this.byAnnotator.get(annotator) ?? [];
    for (let at = events.length - 1; at >= 0; at--) {
      const event = events[at];
      if (event) yield event;
    }
  }

  /** The annotator's last decisions that stand, newest first; of those that one key made together the last. */
  latest(annotator: string, count: number): SignedDecision[] {
    const found: SignedDecision[] = [];
    const groups = new Set<string>();
    for (const event of this.newestFirst(annotator)) {
      if (found.length === count) break;
      if (event.what === 'undo' || this.isUndone(event)) continue;
      if (event.group !== undefined && groups.has(event.group)) continue;
      if (event.group !== undefined) groups.add(event.group);
      found.push(event);
    }
    return found;
  }

  /** The annotator's greatest event id, '' when there is none. */
  newestId(annotator: string): string {
    return this.byAnnotator.get(annotator)?.at(-1)?.id ?? '';
  }

  /** Keys of the rows for which `annotator` has a decision that stands; what a check found is no part of that. */
  rowsDecidedBy(annotator: string): ReadonlySet<string> {
    const known = this.decidedRows.get(annotator);
    if (known) return known;
    const keys = this.rowsWith(annotator, isAboutRow);
    this.decidedRows.set(annotator, keys);
    return keys;
  }

  /**
   * Keys of the rows that `annotator` has labelled or marked: by answers to the questions of a scheme or, with null, by labels and
   * verdicts.
   */
  rowsLabelledBy(annotator: string, scheme: string | null): ReadonlySet<string> {
    const bySchemes = this.labelledRows.get(annotator) ?? new Map<string | null, Set<string>>();
    this.labelledRows.set(annotator, bySchemes);
    const keys = bySchemes.get(scheme) ?? this.rowsWith(annotator, (event) => isLabelUnder(event, scheme));
    bySchemes.set(scheme, keys);
    return keys;
  }

  /** Keys of the rows of which an annotator said, in a first pass, something that counts and stands. */
  private rowsWith(annotator: string, counts: (event: LogEvent) => boolean): Set<string> {
    const keys = new Set<string>();
    const valid = (this.byAnnotator.get(annotator) ?? []).filter(
      (event) => !(event.what !== 'undo' && event.again) && !this.isUndone(event),
    );
    const dropped = droppedBy(valid);
    for (const event of valid) {
      if (!counts(event) || event.what === 'drop') continue;
      if (!dropped.has(undoName(annotator, event.id))) keys.add(event.row.key);
    }
    return keys;
  }

  /** Counts a decision that came last, where rows were counted. */
  private noteRow(decision: SignedDecision): void {
    const { annotator, row } = decision;
    if (isAboutRow(decision)) this.decidedRows.get(annotator)?.add(row.key);
    for (const [scheme, keys] of this.labelledRows.get(annotator) ?? [])
      if (isLabelUnder(decision, scheme)) keys.add(row.key);
  }

  private forgetRows(annotator: string): void {
    this.decidedRows.delete(annotator);
    this.labelledRows.delete(annotator);
  }

  private noteRepeated({ annotator, row }: SignedDecision): void {
    const keys = this.repeatedRows.get(annotator) ?? new Set();
    this.repeatedRows.set(annotator, keys.add(row.key));
  }

  private isUndone(event: LogEvent): boolean {
    return this.undone.has(undoName(event.annotator, event.id)) || this.groupIsUndone(event);
  }

  private groupIsUndone({ annotator, group }: LogEvent): boolean {
    return group !== undefined && this.undone.has(undoName(annotator, group));
  }

  /** The common case, an event newer than all others of its annotator, costs no look at the rest. */
  private appendInOrder(event: LogEvent): boolean {
    const events = listIn(this.byAnnotator, event.annotator);
    const last = events.at(-1);
    events.push(event);
    if (event.what === 'undo') this.undoNames.add(event.id).add(event.group ?? event.id);
    if (last && last.id > event.id) return false;
    if (event.what !== 'undo') return true;
    if (this.undoNames.has(event.value)) return false; // an undo taken back: settle anew
    this.undone.add(undoName(event.annotator, event.value));
    return true;
  }

  /** Forgets an event, and returns whose it was. */
  private remove(event: LogEvent): string {
    const { annotator, row } = event;
    this.forgetUndo(event);
    this.byAnnotator.set(annotator, without(listIn(this.byAnnotator, annotator), event));
    this.byRow.set(row.key, without(listIn(this.byRow, row.key), event));
    return annotator;
  }

  private sortAndSettle(annotator: string): void {
    this.forgetRows(annotator);
    const events = listIn(this.byAnnotator, annotator);
    events.sort(byId);
    for (const event of events) this.forgetUndo(event);
    for (const event of events.toReversed()) {
      if (event.what === 'undo' && !this.isUndone(event)) this.undone.add(undoName(annotator, event.value));
    }
  }

  private forgetUndo(event: LogEvent): void {
    if (event.what === 'undo') this.undone.delete(undoName(event.annotator, event.value));
  }
}

/** What annotators dropped of their own: the names of events. */
function droppedBy(events: readonly LogEvent[]): Set<string> {
  const names = events.flatMap((event) =>
    event.what === 'drop' ? event.value.map((id) => undoName(event.annotator, id)) : [],
  );
  return new Set(names);
}

function standingKey(event: SignedDecision): string {
  if (event.what === 'flag' || event.what === 'reply' || event.what === 'link' || event.what === 'carry')
    return `${event.what} ${event.id}`;
  if (event.what === 'cut') return JSON.stringify([event.annotator, event.what, event.target.trace]);
  return JSON.stringify([event.annotator, event.what, placeOf(event.target), ...whichOfMany(event)]);
}

/** A target may have many tags, and answers to many questions; a row many findings, items of benchmarks and duplicates. */
function whichOfMany(event: SignedDecision): string[] {
  if (isAnswer(event) || isAnswerRuling(event)) return [event.scheme, event.question];
  if (event.what === 'tag') return [event.value.concept];
  if (event.what === 'contamination') return [event.value.benchmark, event.value.item];
  if (event.what === 'duplicate') return [event.value.file, event.value.item];
  return event.what === 'finding' ? [event.value.finding] : [];
}

function isAboutRow({ what }: LogEvent): boolean {
  return what !== 'undo' && what !== 'finding';
}

/** Whether an event labels or marks a row by what is asked: a scheme's questions, or (null) steps and verdicts. */
function isLabelUnder(event: LogEvent, scheme: string | null): boolean {
  if (event.what === 'undo') return false;
  if (isAnswer(event)) return event.scheme === scheme && event.value !== null;
  if (event.what === 'mark') return true;
  return scheme === null && (event.what === 'label' || event.what === 'verdict');
}

function undoName(annotator: string, id: string): string {
  return `${annotator}\u0000${id}`;
}

function without<T extends LogEvent>(events: T[], event: LogEvent): T[] {
  return events.filter(({ id }) => id !== event.id);
}

function listIn<T>(lists: Map<string, T[]>, key: string): T[] {
  let list = lists.get(key);
  if (!list) lists.set(key, (list = []));
  return list;
}

function insertById(list: SignedDecision[], event: SignedDecision): void {
  let at = list.length;
  while (at > 0 && (list[at - 1]?.id ?? '') > event.id) at--;
  list.splice(at, 0, event);
}

function byId(a: LogEvent, b: LogEvent): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
