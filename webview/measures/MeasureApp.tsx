import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { counted } from '../../src/core/counted';
import type { Figure } from '../../src/core/measure/figure';
import { measureActions } from '../../src/protocol/measure-page';
import type { MeasureAction } from '../../src/protocol/measure-page';
import { Busy } from '../controls';
import { KeysSheet } from '../forms/KeysSheet';
import { Icon } from '../Icon';
import { BarChart } from './BarChart';
import { CurveChart } from './CurveChart';
import { FigureTable } from './FigureTable';
import { MeasureAct, MeasureActing } from './MeasureAct';
import { MatrixChart } from './MatrixChart';
import { RadarChart } from './RadarChart';
import type { MeasureSession, MeasureState } from './measure-session';

interface MeasureAppProps {
  session: MeasureSession;
  act: (action: MeasureAction) => void;
}

/** The whole page: the list of figures, and the one in hand as a chart and as a table. */
export function MeasureApp({ session, act }: MeasureAppProps) {
  const [state, setState] = useState(session.state);
  useEffect(() => {
    setState(session.state);
    return session.onChange(() => setState(session.state));
  }, [session]);
  const hideKeys = useCallback(() => session.hideKeys(), [session]);
  const { figures, figure, point, keys } = state;
  const shown = figures[figure];
  return (
    <MeasureActing.Provider value={act}>
      <main class="sch measures">
        <MeasureBar state={state} />
        {shown ? (
          <div class="body">
            <FigureList figures={figures} chosen={figure} onChoose={(place) => session.choose(place)} />
            <FigureView
              figure={shown}
              notices={state.opening.report?.notices ?? []}
              chosen={point}
              onFind={(place) => void session.find(place)}
            />
          </div>
        ) : (
          <Nothing state={state} />
        )}
        <MeasureFooter state={state} />
        {keys && <KeysSheet keys={Object.values(measureActions)} onClose={hideKeys} />}
      </main>
    </MeasureActing.Provider>
  );
}

function MeasureBar({ state: { opening } }: { state: MeasureState }) {
  const { name, other, report, underWay } = opening;
  return (
    <header class="top">
      <b>{other === null ? name : `${name} against ${other}`}</b>
      {report && (
        <span class="mut num">
          {counted(report.rows, 'row')}
          {report.unread > 0 && `, ${report.unread.toLocaleString('en')} more cannot be read`}
        </span>
      )}
      {underWay !== null && (
        <span class="r">
          <Busy>Measuring: {Math.floor(100 * underWay)} %</Busy>
        </span>
      )}
    </header>
  );
}

interface FigureListProps {
  figures: Figure[];
  chosen: number;
  onChoose: (place: number) => void;
}

function FigureList({ figures, chosen, onChoose }: FigureListProps) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.querySelector('.cur')?.scrollIntoView({ block: 'nearest' }), [chosen]);
  return (
    <nav class="figure-list" aria-label="Measures" tabIndex={0} ref={box}>
      <ol>
        {figures.map(({ title }, place) => (
          <li
            key={title}
            class={place === chosen ? 'cur' : ''}
            aria-current={place === chosen ? 'true' : undefined}
            title={title}
            onClick={() => onChoose(place)}
          >
            {title}
          </li>
        ))}
      </ol>
    </nav>
  );
}

const CHARTS = { bars: BarChart, curve: CurveChart, radar: RadarChart, matrix: MatrixChart };

interface FigureViewProps {
  figure: Figure;
  /** What is to be known of the files whatever figure is in hand. */
  notices: string[];
  chosen: number;
  onFind: (place: number) => void;
}

function FigureView({ figure, notices, chosen, onFind }: FigureViewProps) {
  const Chart = CHARTS[figure.shape];
  return (
    <section class="figure" aria-label={figure.title} tabIndex={0}>
      {notices.map((notice) => (
        <p class="notice" key={notice}>
          <Icon name="warning" /> {notice}
        </p>
      ))}
      <h2>{figure.title}</h2>
      <p class="mut">{figure.about}</p>
      <Chart figure={figure} chosen={chosen} onFind={onFind} />
      <FigureTable figure={figure} chosen={chosen} onFind={onFind} />
    </section>
  );
}

function MeasureFooter({ state: { focused, keys, opening, fault } }: { state: MeasureState }) {
  if (!focused && !keys)
    return (
      <footer class="foot lost">
        <Icon name="warning" />{' '}
        <span role="status">Keys are off: another pane has the focus. Click here to have them back.</span>
      </footer>
    );
  const said = fault ?? opening.failure;
  return (
    <footer class="foot">
      <MeasureAct of="findRows">Rows</MeasureAct>
      <MeasureAct of="next">Next</MeasureAct>
      <MeasureAct of="previous">Previous</MeasureAct>
      <MeasureAct of="chooseFile">Against a file</MeasureAct>
      <MeasureAct of="chooseScores" class="hide-narrow">
        Two columns
      </MeasureAct>
      {opening.underWay === null ? (
        <MeasureAct of="again" class="hide-narrow">
          Measure again
        </MeasureAct>
      ) : (
        <MeasureAct of="stop">Stop</MeasureAct>
      )}
      <MeasureAct of="showKeys">All keys</MeasureAct>
      {said !== null && (
        <span class="r fault" role="alert">
          <Icon name="error" /> {said}
        </span>
      )}
      {said === null && opening.stale && (
        <span class="r mut" role="status">
          <Icon name="warning" /> Of the saved file: the dataset was edited since.
        </span>
      )}
    </footer>
  );
}

/** Why there is nothing to see, and what to do. */
function Nothing({ state: { opening } }: { state: MeasureState }) {
  if (opening.failure !== null)
    return (
      <div class="blank">
        <p role="alert">The rows could not be measured: {opening.failure}</p>
      </div>
    );
  if (opening.underWay !== null)
    return (
      <div class="blank">
        <Busy>Measuring</Busy>
      </div>
    );
  return (
    <div class="blank">
      <p>No row of {opening.name} has something that can be measured.</p>
      <p class="mut">
        Verdicts, n and c, pass@k columns, answers of several teachers or scores would; o measures against
        another file.
      </p>
    </div>
  );
}
