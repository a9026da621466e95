// Stands in for the host in a browser without VS Code, so that the page's own time can be measured.
import { noCurations } from '../../../src/core/review/curation';
import katex from 'katex';
import champ from '../../../src/core/profile/shipped/champ-problem.json';
import { profileSchema } from '../../../src/core/profile/profile';
import type { HostApi, Opening, PageApi, RowPacket } from '../../../src/protocol/page';
import { connect } from '../../../src/protocol/rpc';
import { formulasIn, rowWithTraces, withoutFormulas } from './bench-rows';

const ROWS = 400;
/** A page that takes longer is broken. */
const LONGEST_MS = 10_000;
const plain = new URLSearchParams(location.search).has('plain');
const textOf = (number: number) => (plain ? withoutFormulas(rowWithTraces(number)) : rowWithTraces(number));

const opening: Opening = {
  name: 'bench.jsonl',
  folder: '',
  profile: profileSchema.parse(champ),
  why: '',
  lacks: [],
  progress: { rows: ROWS, numbering: 0, complete: true, bytesRead: 1, bytesTotal: 1, failure: null },
  queue: {
    query: '',
    faults: [],
    sort: null,
    rows: ROWS,
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
  annotator: 'bench',
  labelledRows: 0,
  begunRows: 0,
  gold: null,
  self: null,
  again: false,
  curated: noCurations(),
  row: 0,
  mode: 'first-error',
  pinned: false,
  scheme: null,
  schemes: [],
  pace: null,
  screenReader: false,
  logFaults: [],
};

function packetOf(number: number): RowPacket {
  const bytes = new TextEncoder().encode(textOf(number)).buffer;
  return {
    number,
    position: number,
    again: false,
    previous: number > 0 ? { number: number - 1, again: false } : null,
    next: { number: number + 1, again: false },
    edited: false,
    bytes,
    size: bytes.byteLength,
    key: `row:${number}`,
    hash: '',
    findings: [],
    standing: [],
    review: [],
  };
}

const answers: Partial<HostApi> = {
  open: async () => opening,
  list: async () => [],
  row: async (number) => (number < ROWS ? packetOf(number) : null),
  references: async () => [],
  moved: async () => undefined,
  keysOn: async () => undefined,
};

let toHost: (message: unknown) => void = () => undefined;
const toPage = connect<PageApi, Partial<HostApi>>(answers, {
  post: (message) => window.postMessage(message),
  listen: (receive) => (toHost = receive),
});
Object.assign(window, { acquireVsCodeApi: () => ({ postMessage: (message: unknown) => toHost(message) }) });

/** Gives the jobs of the page's queue, which run on a message channel, a name that the browser's trace knows them by. */
const listen = MessagePort.prototype.addEventListener;
MessagePort.prototype.addEventListener = function named(this: MessagePort, type: string, run: unknown) {
  listen.call(this, type, function typesettingSlice(event: Event) {
    (run as (event: Event) => void)(event);
  });
};

const nextFrame = () => new Promise(requestAnimationFrame);
/** In a frame's callback: resolves when that frame is painted. */
const afterPaint = () => new Promise((resolve) => setTimeout(resolve));
const isShown = (number: number) =>
  document.querySelector('.problem')?.textContent?.startsWith(`Row ${number}:`) ?? false;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** What the measure calls from outside. */
const bench = {
  /** From the key to the paint of the next row, in ms. The rows beside it had time to be made ready. */
  async next(number: number): Promise<number> {
    await pause(600);
    const start = performance.now();
    void toPage.act.asEvent('nextRow');
    while (!isShown(number)) {
      if (performance.now() - start > LONGEST_MS) throw new Error(`row ${number} is not shown`);
      await nextFrame();
    }
    await afterPaint();
    return performance.now() - start;
  },
  /** All formulas of a row set at once and painted, in ms. */
  async allAtOnce(number: number): Promise<number> {
    const box = document.createElement('div');
    const start = performance.now();
    box.innerHTML = formulasIn(rowWithTraces(number))
      .map((tex) => `<p>${katex.renderToString(tex, { output: 'html' })}</p>`)
      .join('');
    document.body.prepend(box);
    await nextFrame();
    await afterPaint();
    const took = performance.now() - start;
    box.remove();
    return took;
  },
};
Object.assign(window, { bench });
