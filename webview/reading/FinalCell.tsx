import { useContext } from 'preact/hooks';
import type { FlagThread } from '../../src/core/annotation/flag-thread';
import { Act } from '../Act';
import { Acting } from '../acting';
import { Icon } from '../Icon';
import { RichText } from '../text/RichText';
import { FlagThreads } from './FlagThreads';
import { verdictSigns } from './label-signs';
import { aboutOf } from './trace-columns';
import type { Column } from './trace-columns';

/** A trace's own final answer, set apart, and what one makes of the trace. */
export function FinalCell(props: { column: Column; current: boolean; threads: FlagThread[] }) {
  const { column, current, threads } = props;
  const { trace, state, active } = column;
  const act = useContext(Acting);
  const about = aboutOf(trace);
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
      {about !== '' && <span class="about mut num">{about}</span>}
      {!active && given && (
        <span class={`verdict ${given.tone}`}>
          <Icon name={given.icon} /> <span>{given.word}</span>
        </span>
      )}
      {active && act && (
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
      <FlagThreads threads={threads} />
    </div>
  );
}
