import type { Choice } from '../../src/core/profile/reading';
import { Icon } from '../Icon';
import { Picture } from '../pictures/Picture';
import { RichText } from '../text/RichText';

/** What may be chosen, a line each; the right ones by a sign and a word, and not by colour alone. */
export function Choices({ choices }: { choices: Choice[] }) {
  const right = choices.filter((each) => each.right === true).length;
  const several = right > 1 ? `, ${right} of ${choices.length} right` : '';
  const list = (
    <ol class="choices" aria-label={`Choices${several}`}>
      {choices.map(({ label, source, medium, proof, right: isRight }) => (
        <li class={isRight ? 'right' : ''}>
          <b>{label}</b>
          <div class="text">
            <RichText source={source} field="choice" />
            {proof && (
              <details class="proof">
                <summary>Proof</summary>
                <RichText source={proof} field="choice" />
              </details>
            )}
            {medium && <Picture medium={medium} description={medium.caption ?? label} />}
          </div>
          {isRight && (
            <span class="right-sign" title="The reference answer names this one">
              <Icon name="check" /> right
            </span>
          )}
        </li>
      ))}
    </ol>
  );
  if (several === '') return list;
  return (
    <div>
      <p class="facts num">
        {right} of {choices.length} choices are right
      </p>
      {list}
    </div>
  );
}
