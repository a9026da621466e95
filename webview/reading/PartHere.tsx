import { Icon } from '../Icon';

/** Marks where two traces, two versions or two annotators part for the first time. */
export function PartHere({ words }: { words: string }) {
  return (
    <p class="parts">
      <Icon name="git-compare" /> {words}
    </p>
  );
}
