import { drawnRegions } from '../../src/core/annotation/drawn-regions';
import type { TraceState } from '../../src/core/annotation/labelling';
import { tracesToLabel } from '../../src/core/annotation/labelling';
import type { LibraryEntry } from '../../src/core/profile/library-entry';
import type { Trace } from '../../src/core/profile/reading';
import { useContext, useMemo } from 'preact/hooks';
import { goldAnswers } from '../../src/core/answer/judge-traces';
import { Acting } from '../acting';
import type { ChosenSpan, RowAsking } from '../asking/row-asking';
import type { Dividing } from '../cut-session';
import type { Opening } from '../../src/protocol/page';
import type { LoadedRow } from '../loaded-row';
import type { Cursor } from '../cursor';
import type { Part } from '../page-state';
import { BrokenRow, FindingLines } from './BrokenRow';
import { driftedLabels } from '../drifted-labels';
import { DriftNotice } from './DriftNotice';
import { EarlierText } from './EarlierText';
import type { ReadEarlier } from './EarlierText';
import { EditedSign } from './EditedSign';
import { FlagThreads } from './FlagThreads';
import type { ReadPart } from './long-row';
import { ReferencePane } from './ReferencePane';
import { findingMarks, FindingMarksContext, withSpans } from '../text/finding-marks';
import { PicturesContext, useRowPictures } from '../pictures/row-pictures';
import { RowSource } from './RowSource';
import { TraceBoard } from './TraceBoard';
import { ownComments, rowTags, rowThreads } from './trace-columns';

export interface RowViewProps {
  row: LoadedRow;
  library: ReadonlyMap<string, LibraryEntry>;
  traces: { trace: Trace; state: TraceState }[];
  cursor: Cursor;
  shown: Record<Part, boolean>;
  onPick?: ((cursor: Cursor) => void) | undefined;
  /** Says whether rows can be edited; without it they cannot. */
  opening?: Pick<Opening, 'readOnly' | 'annotator' | 'profile' | 'scheme'>;
  readPart?: ReadPart;
  /** The step in hand is being divided. */
  dividing?: Dividing | null;
  /** Gets the bytes that the row had when its hash was another; null when nothing has them any more. */
  readEarlier?: ReadEarlier;
  /** What is asked of the row, where a scheme asks. */
  asking?: RowAsking | null;
}

/** One row, to be read and labelled. */
export function RowView({ row, library, traces, cursor, shown, onPick, ...rest }: RowViewProps) {
  const { reading, packet, parsed } = row;
  const act = useContext(Acting);
  const editable = rest.opening?.readOnly === null;
  const { readPart, readEarlier, opening, asking = null } = rest;
  const parts =
    readPart && onPick
      ? { read: readPart, at: cursor.step, onGo: (step: number) => onPick({ trace: 0, step }) }
      : null;
  const broken = parsed.kind !== 'value' || row.cut;
  const labelled = tracesToLabel(reading.traces);
  const solution = reading.traces.find((trace) => !labelled.includes(trace)) ?? null;
  const drifted = driftedLabels(packet.standing, rest.opening?.annotator ?? null);
  const rowFlags = rowThreads(packet.standing);
  const golds = useMemo(() => goldAnswers(reading), [reading]);
  const nameOf = (id: string) => nameIn(id, library, reading.hints);
  const regions = useMemo(
    () => drawnRegions(packet.standing.map(({ decision }) => decision)),
    [packet.standing],
  );
  const regionInHand = asking?.inHand?.kind === 'region' ? asking.inHand.region : null;
  const pictures = useRowPictures(reading, packet.images, regions, regionInHand);
  const found = useMemo(() => findingMarks(packet.findings, parsed.text), [packet.findings, parsed]);
  const spans = JSON.stringify(asking?.spans ?? []); // a list is a new one each time, though it says the same
  const marks = useMemo(() => withSpans(found, JSON.parse(spans) as ChosenSpan[]), [found, spans]);
  return (
    <FindingMarksContext.Provider value={marks}>
      <PicturesContext.Provider value={pictures}>
        <div class={`reading ${traces.length || asking?.beside ? '' : 'alone'}`}>
          {((parsed.kind !== 'broken' && packet.findings.length > 0) ||
            rowFlags.length + drifted.length > 0) && (
            <div class="notes">
              <FindingLines findings={packet.findings.filter(({ rule }) => rule !== 'json/syntax')} />
              <FlagThreads threads={rowFlags} />
              <DriftNotice labels={drifted.length} />
              {drifted.length > 0 && readEarlier && opening && (
                <EarlierText
                  row={row}
                  labels={drifted}
                  profile={opening.profile}
                  blind={opening.scheme?.scheme.blind ?? false}
                  read={readEarlier}
                />
              )}
            </div>
          )}
          {broken ? (
            <BrokenRow row={row} editable={editable} parts={parts} />
          ) : (
            <div class="focus">
              <ReferencePane
                reading={reading}
                library={library}
                shown={shown}
                solution={solution}
                tags={rowTags(packet.standing)}
                comments={ownComments(packet.standing, null)}
                labelling={traces.length > 0 && act !== null}
                asking={asking}
              />
              {asking?.beside}
              {!asking?.beside && traces.length > 0 && (
                <TraceBoard
                  traces={traces}
                  golds={golds}
                  cursor={cursor}
                  standing={packet.standing}
                  review={packet.review}
                  annotator={rest.opening?.annotator ?? null}
                  suggested={packet.suggested}
                  nameOf={nameOf}
                  asking={asking}
                  changes={shown.changes}
                  dividing={rest.dividing ?? null}
                  onPick={onPick}
                />
              )}
            </div>
          )}
          {asking?.panel}
          {packet.edited && <EditedSign />}
          {shown.source && <RowSource row={row} editable={editable} />}
        </div>
      </PicturesContext.Provider>
    </FindingMarksContext.Provider>
  );
}

/** A concept by its name, a hint by its number. */
function nameIn(
  id: string,
  library: ReadonlyMap<string, LibraryEntry>,
  hints: LoadedRow['reading']['hints'],
): string {
  const hint = hints.findIndex((reference) => reference.kind === 'id' && reference.id === id);
  if (hint !== -1) return `hint ${hint + 1}`;
  return library.get(id)?.name ?? id;
}
