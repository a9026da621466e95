import { isAnswer, isAnswerRuling } from '../../../src/core/annotation/label-kinds';
import type { AnswerDecision, Decision, LogEvent, SignedDecision } from '../../../src/core/annotation/event';
import { Fold } from '../../../src/core/annotation/fold';
import { seenAgain } from '../../../src/core/annotation/second-pass';
import type { QueueOrder, RowPass } from '../../../src/core/queue/queue-order';
import { CurationCount, noCurations } from '../../../src/core/review/curation';
import type { Opening, RowPacket, RowState } from '../../../src/protocol/page';
import type { RowEdit } from '../../../src/protocol/row-edit';
import type { ListedRow } from '../../../src/protocol/table';
import { CutSession } from '../../../webview/cut-session';
import { GroupSession } from '../../../webview/group-session';
import { AnswerSession } from '../../../webview/answer-session';
import type { Host } from '../../../webview/host';
import type { Sessions } from '../../../webview/keys';
import { firstState } from '../../../webview/page-state';
import { ReviewSession } from '../../../webview/review-session';
import { Session } from '../../../webview/session';
import { Store } from '../../../webview/store';
import { TableSession } from '../../../webview/table-session';
import { idOf } from '../annotation/events';
import { profileNamed } from '../profile/profiles';
import { packetOf } from './loaded-rows';

Object.assign(globalThis, { document: { hasFocus: () => true }, window: { innerWidth: 1600 } });

/** A host in memory: rows, and a log that can be slow or broken. */
export class FakeHost {
  readonly fold = new Fold();
  /** Calls in the order in which they came. */
  readonly calls: string[] = [];
  /** What the next decisions fail with. */
  failure: Error | null = null;
  /** Rows that the index has not come to. */
  hiddenFrom = Infinity;
  private events = 0;
  private gate: Promise<void> = Promise.resolve();
  readonly texts: string[];

  constructor(texts: string[]) {
    this.texts = texts;
  }

  /** Nothing is answered until the returned function is called. */
  hold(): () => void {
    let letGo = () => undefined as void;
    this.gate = new Promise<void>((resolve) => (letGo = resolve));
    return letGo;
  }

  async row(number: number, again = false): Promise<RowPacket | null> {
    this.calls.push(`row ${number}${again ? ' again' : ''}`);
    await this.gate;
    const text = number < this.hiddenFrom ? this.texts[number] : undefined;
    if (text === undefined) return null;
    const { standing, review } = this.stateOf(number, again);
    return { ...packetOf(number, text), ...this.neighbours({ number, again }), again, standing, review };
  }

  /** Where a queue has rows that come twice. */
  passing: QueueOrder | null = null;

  private neighbours(pass: RowPass): Partial<RowPacket> {
    const at = this.passing?.positionOf(pass) ?? null;
    if (!this.passing || at === null) return {};
    const isDue = () => true;
    return {
      position: at,
      previous: this.passing.neighbour(at, -1, isDue),
      next: this.passing.neighbour(at, 1, isDue),
    };
  }

  async list(from: number, count: number): Promise<ListedRow[]> {
    this.calls.push(`list ${from} ${count}`);
    const texts = this.texts.slice(from, from + count);
    return texts.map((text, at) => ({
      number: from + at,
      position: from + at,
      again: false,
      excerpt: { kind: 'words', words: text },
      cells: [],
      status: 'untouched',
      traces: [],
      findings: [],
      findingCount: 0,
      flags: 0,
      edited: false,
    }));
  }

  /** Puts a text in the place of a row's: what is decided from now on is about other bytes. */
  async edit(edit: RowEdit): Promise<void> {
    if (edit.kind === 'text') this.texts[edit.row.number] = edit.text;
  }

  async decide(
    row: { number: number; hash: string; again?: boolean },
    decisions: Decision[],
  ): Promise<RowState> {
    this.calls.push(`decide ${row.number}: ${decisions.map(inWords).join(', ')}`);
    await this.gate;
    if (this.failure) throw this.failure;
    if (row.hash !== packetOf(row.number, this.texts[row.number]!).hash) throw new Error('changed on disk');
    const group = decisions.length > 1 ? idOf(90_000 + this.events) : undefined;
    this.fold.add(
      decisions.map((decision): SignedDecision => ({
        ...decision,
        ...this.sign(row.number),
        ...(group === undefined ? {} : { group }),
        ...(row.again ? { again: true as const } : {}),
      })),
    );
    return this.stateOf(row.number, row.again);
  }

  /** Somebody said this of a row. */
  hear(by: string, row: number, decision: Decision): void {
    this.fold.add([{ ...decision, ...this.sign(row), annotator: by }]);
  }

  async undo() {
    this.calls.push('undo');
    await this.gate;
    const [first] = this.fold.newest('ada');
    if (!first) return null;
    const event: LogEvent = { what: 'undo', value: first.group ?? first.id, ...this.sign(first.row.number) };
    this.fold.add([event]);
    return { ...this.stateOf(first.row.number, first.again), target: first.target };
  }

  async references(): Promise<[]> {
    return [];
  }

  async moved(number: number): Promise<void> {
    this.calls.push(`moved ${number}`);
  }

  async setMode(mode: string): Promise<void> {
    this.calls.push(`mode ${mode}`);
  }

  private stateOf(number: number, again = false): RowState {
    const key = `row:${number}`;
    const first = this.fold.standing(key);
    const seen = again ? seenAgain(first, this.fold.standingAgain(key), 'ada') : first;
    const all = seen.map((decision) => ({ decision, drifted: false }));
    return {
      number,
      again,
      standing: all.filter(
        ({ decision }) =>
          decision.what === 'flag' || decision.what === 'reply' || decision.annotator === 'ada',
      ),
      review: all.filter(({ decision: { what } }) =>
        ['label', 'verdict', 'adjudication', 'comment', 'curation'].includes(what),
      ),
      suggested: [],
      labelledRows: this.fold.rowsDecidedBy('ada').size,
      begunRows: 0,
      status: 'begun',
      pace: null,
      curated: new CurationCount(this.fold, 'ada').counts,
      flags: 0,
    };
  }

  private sign(number: number) {
    const time = '2025-01-02T03:04:05.678Z';
    const row = { key: `row:${number}`, hash: 'h', number };
    return { v: 1 as const, id: idOf(++this.events), time, annotator: 'ada', machine: '1', row };
  }
}

function inWords(decision: Decision): string {
  if (isAnswer(decision)) return answerInWords(decision);
  if (isAnswerRuling(decision))
    return `${decision.question} settled ${JSON.stringify(decision.value.answer)}`;
  const value =
    decision.what === 'flag'
      ? decision.value.category
      : decision.what === 'tag'
        ? `${decision.value.on ? '+' : '-'}${decision.value.name}`
        : decision.what === 'link'
          ? decision.value.type
          : decision.what === 'region'
            ? decision.value.label
            : decision.what === 'reply'
              ? (decision.value.state ?? decision.value.comment)
              : decision.what === 'adjudication'
                ? decision.value.label
                : decision.what === 'finding'
                  ? decision.value.verdict
                  : typeof decision.value === 'string'
                    ? decision.value
                    : JSON.stringify(decision.value);
  const implied = decision.what === 'label' && decision.implied ? ' (implied)' : '';
  return `${decision.target.kind === 'step' ? `${decision.target.step} ` : ''}${value}${implied}`;
}

function answerInWords({ target, question, value, implied, ms, rationale }: AnswerDecision): string {
  const about = target.kind === 'step' ? target.step : target.kind;
  return `${about} ${question} ${JSON.stringify(value)}${implied ? ' (implied)' : ''}${ms === undefined ? '' : ' timed'}${rationale === undefined ? '' : `, ${rationale}`}`;
}

/** A session on a CHAMP-like dataset: each row with two traces of three steps. */
export async function begin(host: FakeHost, change: Partial<Opening> = {}): Promise<Session> {
  return (await beginAll(host, change)).session;
}

/** The same with its table. */
export async function beginAll(host: FakeHost, change: Partial<Opening> = {}): Promise<Sessions> {
  const rows = host.texts.length;
  const opening: Opening = {
    name: 'a.jsonl',
    folder: '',
    profile: profileNamed('champ-problem'),
    lacks: [],
    scheme: null,
    schemes: change.scheme ? [change.scheme] : [],
    why: '',
    progress: { rows, numbering: 0, complete: true, bytesRead: 1, bytesTotal: 1, failure: null },
    queue: {
      query: '',
      faults: [],
      sort: null,
      rows,
      underWay: null,
      stoppedAt: null,
      failure: null,
      version: 0,
    },
    view: 'focus',
    columns: [],
    columnsChosen: false,
    otherKind: null,
    readOnly: null,
    annotator: 'ada',
    labelledRows: 0,
    begunRows: 0,
    gold: null,
    self: null,
    again: false,
    curated: noCurations(),
    pace: null,
    row: 0,
    mode: 'first-error',
    pinned: false,
    screenReader: false,
    logFaults: [],
    ...change,
  };
  const store = new Store(firstState(opening));
  const session = new Session(answering(host), store);
  await session.inSight.show(opening.row);
  return {
    session,
    answers: new AnswerSession(answering(host), store, session),
    cuts: new CutSession(store, session),
    table: new TableSession(answering(host), store, session),
    group: new GroupSession(answering(host), store, session),
    review: new ReviewSession(answering(host), store, session),
  };
}

/** The host, with an empty answer to all that it does not know. */
function answering(host: FakeHost): Host {
  return new Proxy(host, {
    get: (known, name) => {
      const found: unknown = Reflect.get(known, name);
      return typeof found === 'function' ? found.bind(known) : async () => undefined;
    },
  }) as unknown as Host;
}

/** So many rows, each with two traces of three steps. */
export function rowsWithTraces(rows: number): string[] {
  return Array.from({ length: rows }, (_, at) => {
    const solution = (name: string) => ({
      text: `${name} ${at} one.\n\nTwo.\n\nThree.`,
      start_idx: null,
      end_idx: null,
    });
    return JSON.stringify({
      _raw_text: `p${at}`,
      fws_annotations: { 'A|x': solution('A'), 'B|x': solution('B') },
    });
  });
}

/** Lets all that is under way come to its end. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
}
