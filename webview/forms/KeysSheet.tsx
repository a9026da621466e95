import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { Button } from '../controls';
import { Dialog } from './Dialog';

interface KeysSheetProps {
  keys: readonly { title: string; cap: string; group: string }[];
  /** What to keep in mind while labelling: stands above the keys. */
  guideline?: ComponentChildren;
  onClose: () => void;
}

/** Held this long (ms), the key shows the sheet only while it is down; a tap leaves it open. */
const HELD_MS = 400;

/** Every key that a page has, in groups, below the guideline in full. */
export function KeysSheet({ keys, guideline, onClose }: KeysSheetProps) {
  const opened = useRef(performance.now());
  const onKeyUp = ({ key }: KeyboardEvent) => {
    if ((key === '?' || key === '/') && performance.now() - opened.current > HELD_MS) onClose();
  };
  const groups = [...new Set(keys.map(({ group }) => group))];
  return (
    <Dialog title="All keys" onClose={onClose} closeKey="?" onKeyUp={onKeyUp}>
      {guideline && <section class="sheet-guideline">{guideline}</section>}
      <div class="keys-sheet">
        {groups.map((group) => (
          <section>
            <h3>{group}</h3>
            <dl>
              {keys
                .filter((key) => key.group === group)
                .map(({ title, cap }) => (
                  <>
                    <dt>{title}</dt>
                    <dd>
                      <kbd>{cap}</kbd>
                    </dd>
                  </>
                ))}
            </dl>
          </section>
        ))}
      </div>
      <p class="mut">
        Each is a command of VS Code, so it can be bound anew: Keyboard Shortcuts, “Scholium”.
      </p>
      <div class="form-acts">
        <Button look="secondary" onPress={onClose}>
          Close <kbd>Esc</kbd>
        </Button>
      </div>
    </Dialog>
  );
}
