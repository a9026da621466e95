import { useContext, useMemo } from 'preact/hooks';
import { isEqual } from '../../src/core/answer/comparison';
import { judgeTrace } from '../../src/core/answer/judge-traces';
import type { TraceJudgement } from '../../src/core/answer/judge-traces';
import type { FlagThread } from '../../src/core/annotation/flag-thread';
import { Act } from '../Act';
import { Acting } from '../acting';
import { Icon } from '../Icon';
import { RichText } from '../text/RichText';
import { FlagThreads } from './FlagThreads';
import { OwnComment } from './OwnComment';
import { verdictSigns } from './label-signs';
import { aboutOf } from './trace-columns';
import type { Column, SuggestedVerdict } from './trace-columns';

interface FinalCellProps {
  column: Column;
  current: boolean;
  /** The row's right answers, any of which will do. */
  golds: readonly string[];
  /** Flags on the trace as a whole. */
  threads: FlagThread[];
  /** What one remarked oneself of the trace as a whole. */
  comments: string[];
  /** Verdicts of models, once one has judged it oneself. */
  suggested: SuggestedVerdict[];
  /** A verdict is asked for. */
  judged: boolean;
}

/** A trace's own final answer, set apart, and what one makes of the trace. */
export function FinalCell({ column, current, golds, threads, comments, suggested, judged }: FinalCellProps) {
  const { trace, state, active } = column;
  const act = useContext(Acting);
  const about = aboutOf(trace);
  const match = useMemo(() => (trace.finalAnswer ? judgeTrace(trace, golds) : null), [trace, golds]);
  const given = verdictSigns.find(({ value }) => value === state.verdict);
  return (
    <div class={`final ${active ? '' : 'cmp'} ${current ? 'now' : ''}`}>
      {trace.finalAnswer ? (
        <>
          <span class="mut">Final answer</span>
          <b>
            <RichText source={trace.finalAnswer} />
          </b>
        </>
      ) : (
        <span class="mut">No final answer found</span>
      )}
      {match && <span class="match mut">{matchWords(match)}</span>}
      {about !== '' && <span class="about mut num">{about}</span>}
      {!active && given && judged && (
        <span class={`verdict ${given.tone}`}>
          <Icon name={given.icon} /> <span>{given.word}</span>
        </span>
      )}
      {active && act && judged && (
        <span class="verdicts" role="group" aria-label="Judge the trace">
          {verdictSigns.map((sign) => {
            const on = sign === given;
            return (
              <Act of={sign.action} class={`verdict-button ${on ? `on ${sign.tone}` : ''}`} pressed={on}>
                <Icon name={sign.icon} /> {sign.word}
              </Act>
            );
          })}
        </span>
      )}
      {active &&
        judged &&
        suggested.map(({ by, value }) => (
          <span class="mut">
            <Icon name="sparkle" /> {by} suggests {verdictSigns.find((sign) => sign.value === value)?.word}
          </span>
        ))}
      {comments.map((text) => (
        <OwnComment text={text} />
      ))}
      <FlagThreads threads={threads} />
    </div>
  );
}

/** A longer answer stands in the reference pane in full; in UTF-16 units. */
const LONGEST_TOLD = 40;

function matchWords(match: TraceJudgement): string {
  if (isEqual(match)) return 'matches gold';
  if (match.verdict === 'cannot-tell') return 'not compared with gold';
  const [given, gold] = [match.extracted, match.gold].map((text) =>
    text.length > LONGEST_TOLD ? `${text.slice(0, LONGEST_TOLD)}…` : text,
  );
  return `differs: ${given} against ${gold}`;
}
