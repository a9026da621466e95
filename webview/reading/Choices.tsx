import type { Choice } from '../../src/core/profile/reading';
import { Icon } from '../Icon';
import { Picture } from '../pictures/Picture';
import { RichText } from '../text/RichText';

/** What may be chosen, a line each; the right ones by a sign and a word, and not by colour alone. */
export function Choices({ choices }: { choices: Choice[] }) {
  return (
    <ol class="choices" aria-label="Choices">
      {choices.map(({ label, source, medium, right }) => (
        <li class={right ? 'right' : ''}>
          <b>{label}</b>
          <div class="text">
            <RichText source={source} field="choice" />
            {medium && <Picture medium={medium} description={medium.caption ?? label} />}
          </div>
          {right && (
            <span class="right-sign" title="The reference answer names this one">
              <Icon name="check" /> right
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
