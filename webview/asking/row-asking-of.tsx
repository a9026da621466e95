import { stepTarget } from '../../src/core/cut/step-target';
import type { Trace } from '../../src/core/profile/reading';
import { placeOf } from '../../src/core/annotation/target-place';
import type { AnswerSession } from '../answer-session';
import type { PageState } from '../page-state';
import type { Session } from '../session';
import { AskPanel } from './AskPanel';
import { answerInWords, stepAnswer, targetInWords } from './answer-words';
import { PairPane } from './PairPane';
import { spansIn } from '../../src/core/scheme/asked-questions';
import type { ChosenSpan, RowAsking } from './row-asking';
import { SchemeGuideline } from './SchemeGuideline';
import { suggestedAnswers } from './suggested-answers';

/** What the row in sight shows of the questions that are asked of it; null when none are. */
export function rowAskingOf(state: PageState, session: Session, answers: AnswerSession): RowAsking | null {
  const { scheme, questions, targets, question } = answers;
  if (!scheme || !answers.asks) return null;
  const current = targets[state.asking.target] ?? null;
  const byPlace = new Map(targets.map((each) => [placeOf(each.target), each]));
  const suggested = suggestedAnswers(state.row?.packet.suggested ?? [], scheme.name);
  const traces = session.traces.map(({ trace }) => trace);
  const ofStep = (trace: Trace, step: number) => {
    const target = stepTarget(trace, step);
    const place = target ? placeOf(target) : '';
    const found = byPlace.get(place) ?? { ...NOTHING, target: { kind: 'row' as const } };
    return stepAnswer(questions, found, found === current ? question : null, suggested.get(place) ?? []);
  };
  return {
    inHand: current?.target ?? null,
    ofStep: scheme.scheme.target === 'step' ? ofStep : null,
    spans: spansOf(answers),
    onKey: (key) => void answers.key(key),
    guideline: <SchemeGuideline scheme={scheme} questions={questions} />,
    panel: (
      <AskPanel
        answers={answers}
        about={current ? targetInWords(current.target, traces) : 'Nothing'}
        suggested={(current && suggested.get(placeOf(current.target))) ?? []}
        writing={state.asking.writing}
      />
    ),
    beside: scheme.scheme.target === 'pair' && <Beside state={state} />,
  };
}

/** What was chosen of all parts of the row, and what is in hand. */
function spansOf({ questions, targets, spans, question }: AnswerSession): ChosenSpan[] {
  const asked = questions.filter(({ way }) => way === 'span');
  if (asked.length === 0) return [];
  const chosen = targets.flatMap(({ answers }) =>
    asked.flatMap((each) =>
      spansIn(answers.get(each.id)).map((span): ChosenSpan => ({
        ...{ path: span.path, start: span.start, end: span.end, kind: 'chosen' },
        says: `${each.title}: ${answerInWords(each, [span])}`,
      })),
    ),
  );
  const { inHand } = spans;
  if (!inHand || !question) return chosen;
  const { path, start, end } = inHand;
  return [...chosen, { path, start, end, kind: 'picked', says: question.title }];
}

const NOTHING = {
  answers: new Map<string, string>(),
  rationales: new Map<string, string>(),
  ...{ implied: false, after: true },
};

function Beside({ state: { asking } }: { state: PageState }) {
  const { others, target } = asking;
  return <PairPane other={others?.[target] ?? null} at={target} of={others ? others.length : -1} />;
}
