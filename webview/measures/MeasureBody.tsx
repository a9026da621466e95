import type { MeasureReport } from '../../src/core/measure/measure-report';
import type { Share } from '../../src/core/measure/share';
import type { MeasureSession, MeasureState } from './measure-session';
import { MeasureAct } from './MeasureAct';
import { Mastery } from './Mastery';
import { NothingMeasured } from './NothingMeasured';
import { PassCurves } from './PassCurves';
import { rubricsIn } from './rubric';
import { RubricRadar } from './RubricRadar';
import { Scores } from './Scores';
import { ShareBars } from './ShareBars';
import type { Bar } from './ShareBars';

interface MeasureBodyProps {
  report: MeasureReport;
  state: MeasureState;
  session: MeasureSession;
}

/** A section for each thing that the rows speak of. */
export function MeasureBody({ report, state, session }: MeasureBodyProps) {
  const { curves, variants, teachers, composed, scores, logProbabilities } = report;
  const find = (query: string) => void session.find(query);
  const solved = solvedBars(report);
  const tried = curves.some(({ points }) => points.length > 1);
  if (report.judged === 0 && scores.length === 0 && !teachers && !logProbabilities)
    return <NothingMeasured name={state.opening.name} />;
  return (
    <div class="measure-body" tabIndex={0} role="region" aria-label="Measures">
      {tried && <PassCurves curves={curves} />}
      {solved.length > 1 && (
        <ShareBars
          title="Rows solved"
          about="in one try at least, by who tried"
          bars={solved}
          onFind={find}
        />
      )}
      {variants && (
        <ShareBars
          title={
            variants.kind === 'tries' ? 'Average and worst case' : 'Average and worst case over variants'
          }
          about={`${variants.seeds.toLocaleString('en')} ${variants.kind === 'tries' ? 'rows with several tries' : 'seeds'}`}
          bars={[
            { label: 'average', value: variants.average, interval: null, of: variants.seeds, query: '' },
            barOf('every one right', variants.worst),
          ]}
          onFind={find}
        />
      )}
      <Rates report={report} state={state} session={session} />
      {composed && <Mastery mastery={composed} />}
      {teachers && (
        <ShareBars
          title="Several teachers"
          about={`rows with several answers; entropy ${teachers.entropy.toFixed(2)} bits on average`}
          bars={[
            barOf('unanimous', teachers.unanimous),
            {
              label: "majority's share",
              value: teachers.majorityShare,
              interval: null,
              of: teachers.rows,
              query: '',
            },
          ]}
          onFind={find}
        />
      )}
      {rubricsIn(scores).map((rubric) => (
        <RubricRadar key={rubric.name} rubric={rubric} />
      ))}
      {scores.length > 0 && <Scores scores={scores} onFind={find} />}
      {logProbabilities && (
        <section>
          <h2>Log-probabilities</h2>
          <p>
            {logProbabilities.rows.toLocaleString('en')} rows carry{' '}
            {logProbabilities.tokens.toLocaleString('en')} of them. They tell much of the model that made
            them: think before you publish this file.
          </p>
        </section>
      )}
    </div>
  );
}

/** Accuracy by the values of one of the fields. */
function Rates({ report: { rates }, state, session }: MeasureBodyProps) {
  const rate = rates[state.field];
  if (!rate) return null;
  const bars = rate.values.map(({ value, share, query }) => ({ ...barOf(value, share), query }));
  return (
    <ShareBars
      title={`Accuracy by ${rate.field}`}
      about="of tries"
      bars={bars}
      onFind={(query) => void session.find(query)}
    >
      {rates.length > 1 && (
        <span class="r">
          <span class="mut num">
            {state.field + 1} of {rates.length} fields
          </span>
          <MeasureAct of="previousField">Previous</MeasureAct>
          <MeasureAct of="nextField">Next</MeasureAct>
        </span>
      )}
    </ShareBars>
  );
}

function solvedBars({ solved, byNone, byAll }: MeasureReport): Bar[] {
  const bars = solved.map(({ by, share }) => barOf(by === '' ? 'all tries' : by, share));
  return [...bars, ...(byAll ? [barOf('by all', byAll)] : []), ...(byNone ? [barOf('by none', byNone)] : [])];
}

function barOf(label: string, { value, low, high, of }: Share): Bar {
  return { label, value, interval: { low, high }, of, query: '' };
}
