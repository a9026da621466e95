import type { Reading } from '../../src/core/profile/reading';
import type { LoadedRow } from '../loaded-row';
import { RichText } from '../text/RichText';

/** The other row of a pair: its problem, its answers, its solutions. */
export function PairPane({ other, at, of }: { other: LoadedRow | null; at: number; of: number }) {
  if (!other)
    return (
      <section class="work pair" aria-label="The other problem">
        <p class="mut">{of === 0 ? 'No row is linked with this one: link rows by ⇧L in the table.' : ''}</p>
      </section>
    );
  return (
    <section class="work pair" aria-label="The other problem">
      <p class="mut num">
        Linked row {at + 1} of {of}, {other.packet.key}
      </p>
      <OtherRow reading={other.reading} />
    </section>
  );
}

export function OtherRow({ reading: { problem, answers, traces } }: { reading: Reading }) {
  return (
    <>
      <div class="problem text">
        {problem.map((source) => (
          <RichText source={source} field="problem" />
        ))}
      </div>
      {answers.map((answer) => (
        <p class="answer">
          <span class="mut">Answer</span> <b>{<RichText source={answer} field="answer" />}</b>
        </p>
      ))}
      {traces.slice(0, 1).map(({ steps }) => (
        <ol class="ladder">
          {steps.map(({ source }, step) => (
            <li>
              <b>{step + 1}</b>
              <div class="text">
                <RichText source={source} field="step" />
              </div>
            </li>
          ))}
        </ol>
      ))}
    </>
  );
}
