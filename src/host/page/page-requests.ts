import * as z from 'zod';
import { answerAgreement } from '../../core/agreement/answer-agreement';
import { errorAnswersOf } from '../../core/agreement/answered-first-errors';
import { pairAgreement } from '../../core/agreement/pair-agreement';
import { answerTarget, decisionSchema } from '../../core/annotation/event';
import type { AnswerTarget, Decision, SignedDecision } from '../../core/annotation/event';
import { rowImageFacts } from '../../core/image/row-image-facts';
import type { LabelMode } from '../../core/annotation/labelling';
import { profileSchema } from '../../core/profile/profile';
import type { Profile } from '../../core/profile/profile';
import { readRow } from '../../core/profile/read-row';
import { emptyReading } from '../../core/profile/reading';
import { isAnswer, isAnswerRuling } from '../../core/annotation/label-kinds';
import { isSaidAgain } from '../../core/annotation/second-pass';
import type { RowPass } from '../../core/queue/queue-order';
import { schemesOf } from '../../core/scheme/scheme-in-force';
import { suggestionPlace } from '../../core/review/suggestion-effect';
import { decodeRow, parseRow } from '../../core/row/parse';
import type { DecidedPlace, HostApi, Opening, RowPacket, RowState, View } from '../../protocol/page';
import type { MappingStart } from '../../protocol/mapping';
import type { ChosenRows, RowEdit } from '../../protocol/row-edit';
import type { AnnotatorIdentity } from '../document/annotator';
import type { DatasetDocument } from '../document/dataset-document';
import { otherKind } from '../document/file-kind-notice';
import { countBegun, noteStatus } from './begun-rows';
import { figuresAfter, goldScores, ownFigures, selfScoreOf } from './own-figures';
import { earlierRow } from './earlier-row';
import { catalogueOf } from './catalogue';
import { listRows, standing } from './listed-rows';
import { decisionDigest, identify, packetOf, reviewOf, standingOf, suggestedOf } from './row-packets';
import type { IdentifiedRow } from './row-packets';
import type { RowQueue } from '../queue/row-queue';
import { answerGroups } from './group-requests';
import { libraryChoices } from '../tag-choices';
import type { RecentTags } from '../tag-choices';
import { answerTable } from './table-requests';

const rowNumber = z.int().nonnegative();
const rowHash = z.string().regex(/^[0-9a-f]{32}$/);
const rowCount = z.int().min(1).max(200);
const shownRow = z.strictObject({ number: rowNumber, hash: z.string(), again: z.boolean().default(false) });
const decisions = z.array(decisionSchema).min(1).max(10_000);
const mode = z.literal(['first-error', 'every-step']);
const annotatorPair = z.tuple([z.string(), z.string()]);
const askedQuestion = z.object({ scheme: z.string(), question: z.string() });
const columnIds = z.array(z.string()).max(200);

/** What the requests need beyond the document. */
export interface PageSurroundings {
  annotator: AnnotatorIdentity;
  queue: RowQueue;
  view(): View;
  /** Resolves once the keys mean what they mean in this view. */
  setView(view: View): Promise<void>;
  /** Why rows cannot be edited; null when they can. */
  readOnly: string | null;
  edit(edit: RowEdit): Promise<void>;
  changeRows(rows: ChosenRows | null): Promise<void>;
  exportRows(rows: ChosenRows | null): Promise<void>;
  recentTags: RecentTags;
  askModel(row: { number: number; hash: string }, inHand: AnswerTarget): Promise<void>;
  makeVariants(row: number): Promise<void>;
  makeDataset(): Promise<void>;
  settleAllAgreed(): Promise<void>;
  linkRows(rows: number[]): Promise<void>;
  openBeside(file: string, row: number): Promise<void>;
  saveQueue(): Promise<void>;
  chooseQueue(): Promise<void>;
  chooseSort(): Promise<void>;
  firstRow(): RowPass;
  mode(): LabelMode;
  screenReader(): boolean;
  folderLabel(): string;
  keysOn(on: boolean): Promise<void>;
  moved(row: number, again: boolean): void;
  openAsText(row: number): Promise<void>;
  convertFile(): Promise<void>;
  measures(): Promise<void>;
  evidence(): Promise<void>;
  chooseProfile(): Promise<void>;
  chooseScheme(): Promise<void>;
  editScheme(): Promise<void>;
  mapping(): Promise<MappingStart>;
  saveMapping(profile: Profile): Promise<void>;
  askForRow(): Promise<void>;
  goToDecided(row: { key: string; number: number }, about: DecidedPlace, again: boolean): Promise<void>;
  showProblems(): Promise<void>;
  setMode(mode: LabelMode): Promise<void>;
  pinned(): boolean;
  setPinned(pinned: boolean): Promise<void>;
}

/** Answers one page. Everything that comes from it is checked before use. */
export function answerPage(document: DatasetDocument, around: PageSurroundings): HostApi {
  const annotatorName = () => around.annotator.known?.name ?? null;
  const rawRow = async (number: number) => {
    const [raw] = await document.rows(number, 1);
    return raw ?? null;
  };
  return {
    open: async () => openingOf(document, around),
    list: async (from, count, columns) =>
      listRows(
        document,
        around.queue,
        { from: rowNumber.parse(from), count: rowCount.parse(count) },
        columnIds.parse(columns),
        annotatorName(),
      ),
    row: async (number, again = false) => {
      const raw = await rawRow(rowNumber.parse(number));
      if (!raw) return null;
      const packet = packetOf(document, around.queue, raw, annotatorName(), z.boolean().parse(again));
      return withImages(document, await packet);
    },
    earlierRow: async (number, hash) => {
      const bytes = await earlierRow(document, rowNumber.parse(number), rowHash.parse(hash));
      return bytes && new Uint8Array(bytes).buffer;
    },
    ...answerTable(document, around),
    ...answerGroups(document, around),
    references: async (ids) => {
      const library = await document.library;
      return z
        .array(z.string())
        .parse(ids)
        .flatMap((id) => library.get(id) ?? []);
    },
    decide: async (row, made) => {
      const [shown, decided] = [shownRow.parse(row), decisions.parse(made)];
      return document.inOrder(() => decide(document, around, shown, decided));
    },
    askModel: (row, inHand) => around.askModel(shownRow.parse(row), answerTarget.parse(inHand)),
    agreement: async (annotators) => pairAgreement(standingRows(document), annotatorPair.parse(annotators)),
    answerAgreement: async (annotators, asked) =>
      answerAgreement(standingRows(document), annotatorPair.parse(annotators), {
        ...askedQuestion.parse(asked),
        errors: errorAnswersOf(schemesOf(document.project)),
      }),
    settleAllAgreed: () => around.settleAllAgreed(),
    tagChoices: async () => ({ library: await libraryChoices(document), recent: around.recentTags.list }),
    lastDecisions: async () => ({
      decisions: lastDecisions(document, around),
      gold: goldScores(document, around.annotator.known?.name ?? null),
      self: selfScoreOf(document, around.annotator.known?.name ?? null),
    }),
    countBegun: async () => {
      const by = around.annotator.known?.name;
      return by === undefined ? 0 : countBegun(document, by);
    },
    ownFigures: async () => ownFigures(document, around.annotator.known?.name ?? null),
    showDecision: async (id) => {
      const made = lastDecisions(document, around).find((decision) => decision.id === id);
      if (!made) return;
      const asked =
        (isAnswer(made) || isAnswerRuling(made)) && made.scheme === document.inForce.asks.scheme?.name;
      const about = { target: made.target, question: asked ? made.question : null };
      await around.goToDecided(made.row, about, made.again ?? false);
    },
    undo: () => document.inOrder(() => undo(document, around)),
    image: async (file) => {
      const image = await document.images.read(z.string().max(4096).parse(file));
      return { bytes: new Uint8Array(image.bytes).buffer, type: image.type };
    },
    makeVariants: (number) => around.makeVariants(rowNumber.parse(number)),
    makeDataset: () => around.makeDataset(),
    keysOn: (on) => around.keysOn(z.boolean().parse(on)),
    moved: async (number, again) => around.moved(rowNumber.parse(number), z.boolean().parse(again)),
    openAsText: (number) => around.openAsText(rowNumber.parse(number)),
    convertFile: () => around.convertFile(),
    measures: () => around.measures(),
    evidence: () => around.evidence(),
    chooseProfile: () => around.chooseProfile(),
    chooseScheme: () => around.chooseScheme(),
    editScheme: () => around.editScheme(),
    catalogue: (question) => catalogueOf(document, z.string().max(201).parse(question)),
    mapping: () => around.mapping(),
    saveMapping: (profile) => around.saveMapping(profileSchema.parse(profile)),
    askForRow: () => around.askForRow(),
    chooseAnnotator: async () => void (await around.annotator.ask()),
    showProblems: () => around.showProblems(),
    setMode: (chosen) => around.setMode(mode.parse(chosen)),
    setPinned: (pinned) => around.setPinned(z.boolean().parse(pinned)),
  };

  async function decide(
    doc: DatasetDocument,
    page: PageSurroundings,
    shown: z.infer<typeof shownRow>,
    made: Decision[],
  ): Promise<RowState> {
    const nobodyYet = page.annotator.known === null;
    const by = await page.annotator.orAsk();
    const raw = await rawRow(shown.number);
    const row = raw && identify(doc, raw);
    if (!row || row.hash !== shown.hash) {
      throw new Error(
        `Row ${shown.number + 1} of ${doc.name} changed on disk: look at it again, then label it.`,
      );
    }
    const suggested = suggestedOf(doc, row, by.name, shown.again).map(({ decision }) => decision);
    const signed = made.map((decision) => ({
      decision,
      text: decisionDigest(decision, row.value, doc.inForce.profile),
      seen: seenOf(decision, suggested),
      again: shown.again && isSaidAgain(decision),
    }));
    await doc.annotations.decide(by, { key: row.key, hash: row.hash, number: shown.number }, signed);
    for (const { decision } of signed) await page.recentTags.note(decision);
    doc.decided(shown.number, nobodyYet ? {} : page); // a page that learned the name meanwhile has begun anew
    return stateOf(doc, row, by.name, shown.again);
  }

  async function undo(doc: DatasetDocument, page: PageSurroundings) {
    const by = page.annotator.known;
    const taken = by ? await doc.annotations.undo(by) : [];
    const first = taken[0];
    if (!by || !first) return null;
    doc.decided(first.row.number, page);
    if (taken.some(({ row }) => row.key !== first.row.key)) doc.decidedMany();
    if (taken.some(({ what }) => what === 'link')) doc.relink();
    const raw = await rawRow(first.row.number);
    if (!raw) return null;
    const again = taken.some((decision) => decision.again);
    return { ...stateOf(doc, identify(doc, raw), by.name, again), target: first.target };
  }
}

/** What stands of each row that anybody spoke of. */
function standingRows({ annotations: { fold } }: DatasetDocument): SignedDecision[][] {
  return [...fold.rowKeys].map((key) => fold.standing(key));
}

/** The suggestions that were in sight when something was decided. */
function seenOf(decision: Decision, suggested: readonly SignedDecision[]): string[] {
  const place = suggestionPlace(decision);
  return suggested.filter((suggestion) => suggestionPlace(suggestion) === place).map(({ id }) => id);
}

/** So many are listed. */
const LAST_DECISIONS = 20;

function lastDecisions(document: DatasetDocument, { annotator }: PageSurroundings): SignedDecision[] {
  const by = annotator.known?.name;
  return by === undefined ? [] : document.annotations.fold.latest(by, LAST_DECISIONS);
}

/** A row with what is known of the images that it names: the page keeps their room free from the beginning. */
async function withImages(document: DatasetDocument, packet: RowPacket): Promise<RowPacket> {
  const parsed = parseRow(decodeRow(new Uint8Array(packet.bytes)));
  if (parsed.kind !== 'value') return packet;
  const reading = readRow(parsed.value, document.inForce.profile);
  return { ...packet, images: await rowImageFacts(document.images, reading) };
}

function stateOf(document: DatasetDocument, row: IdentifiedRow, annotator: string, again: boolean): RowState {
  const decisions = standingOf(document, row, annotator, again);
  const reading = row.value === undefined ? emptyReading() : readRow(row.value, document.inForce.profile);
  const { status, flags } = standing(reading, decisions, document.inForce.asks.scheme);
  if (!again) noteStatus(document, annotator, row.key, status);
  return {
    number: row.raw.number,
    again,
    standing: decisions,
    review: reviewOf(document, row),
    suggested: suggestedOf(document, row, annotator, again),
    status,
    flags,
    ...figuresAfter(document, row.key, annotator),
  };
}

function openingOf(document: DatasetDocument, around: PageSurroundings): Opening {
  const { profile, why, lacks } = document.inForce;
  const annotator = around.annotator.known?.name ?? null;
  const { number: row, again } = around.firstRow();
  return {
    name: document.name,
    folder: around.folderLabel(),
    profile,
    why,
    lacks,
    scheme: document.inForce.asks.scheme,
    schemes: schemesOf(document.project),
    progress: document.progress,
    queue: around.queue.state,
    view: around.view(),
    columns: document.columns.shown,
    columnsChosen: document.columns.chosen,
    otherKind: otherKind(document.kind),
    readOnly: around.readOnly,
    annotator,
    ...{ row, again },
    ...ownFigures(document, annotator),
    mode: around.mode(),
    pinned: around.pinned(),
    screenReader: around.screenReader(),
    logFaults: document.annotations.faults.map(({ file, line, message }) => `${file}:${line}: ${message}`),
  };
}
