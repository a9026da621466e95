import type { Said } from '../../src/core/review/trace-review';
import { Act } from '../Act';
import { TAKEN } from './ReviewHead';
import { rulingWord } from './RulingSign';

/** One key takes an annotator's word. */
export function TakeActs({ annotators, said }: { annotators: string[]; said: ReadonlyMap<string, Said> }) {
  return (
    <div class="take">
      {annotators.map((name, at) => {
        const [key, word] = [TAKEN[at], said.get(name)];
        if (!key || !word) return null;
        return (
          <Act of={key}>
            Take {name}: {rulingWord(word.value)}
          </Act>
        );
      })}
    </div>
  );
}
