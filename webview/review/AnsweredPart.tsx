import type { AnswerTarget } from '../../src/core/annotation/event';
import type { Reading, Trace } from '../../src/core/profile/reading';
import type { LibraryEntry } from '../../src/core/profile/library-entry';
import type { StandingDecision } from '../../src/protocol/page';
import { OtherRow } from '../asking/PairPane';
import type { LoadedRow } from '../loaded-row';
import { FlagThreads } from '../reading/FlagThreads';
import { ReferenceText } from '../reading/ReferencePane';
import { StepBody } from '../reading/StepBody';
import { notesOf, traceThreads } from '../reading/trace-columns';
import { Comments } from './Comments';
import { commentsIn } from './review-comments';

/** A row as far as answers are about parts of it. */
export interface AnsweredRow {
  reading: Reading;
  /** As the dataset cuts them. */
  traces: readonly Trace[];
  /** Its traces stand above, with the labels of their steps. */
  stepsAbove: boolean;
  /** Rows that it is linked with, as far as they are known. */
  others: readonly LoadedRow[];
  library: ReadonlyMap<string, LibraryEntry>;
  standing: StandingDecision[];
  /** What everybody says of it. */
  said: readonly StandingDecision[];
}

/** What an answer is about, where that does not stand above it, with what people remark and flag there. */
export function AnsweredPart({ row, target }: { row: AnsweredRow; target: AnswerTarget }) {
  switch (target.kind) {
    case 'step':
      return <AnsweredSteps row={row} id={target.trace} step={target.step} />;
    case 'trace':
      return <AnsweredSteps row={row} id={target.trace} step={null} />;
    case 'hint':
    case 'concept': {
      const reference = row.reading[target.kind === 'hint' ? 'hints' : 'concepts'][target.at];
      return reference ? (
        <div class="text">
          <ReferenceText reference={reference} library={row.library} field={target.kind} />
        </div>
      ) : null;
    }
    case 'row':
      return row.stepsAbove ? null : row.reading.traces.map((trace) => <WholeTrace trace={trace} />);
    case 'pair': {
      const other = row.others.find(({ packet }) => packet.key === target.with);
      return other ? <OtherRow reading={other.reading} /> : <p class="mut">with {target.with}</p>;
    }
    default:
      return null;
  }
}

function WholeTrace({ trace }: { trace: Trace }) {
  return (
    <>
      <p class="mut">{trace.author}</p>
      {trace.steps.map((step) => (
        <StepBody step={step} />
      ))}
    </>
  );
}

/** A step (0-based), or with null all of a trace. */
function AnsweredSteps({ row, id, step }: { row: AnsweredRow; id: string; step: number | null }) {
  const trace = row.traces.find((each) => each.id === id);
  if (!trace) return null;
  const steps = step === null ? trace.steps : trace.steps.slice(step, step + 1);
  const flags = step === null ? traceThreads(row.standing, id) : notesOf(row.standing)(trace, step).flags;
  return (
    <>
      {steps.map((each) => (
        <StepBody step={each} />
      ))}
      <Comments of={commentsIn(row.said)(id, step)} />
      <FlagThreads threads={flags} />
    </>
  );
}
