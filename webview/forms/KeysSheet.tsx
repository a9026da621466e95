import { Button } from '../controls';
import { Dialog } from './Dialog';

interface KeysSheetProps {
  keys: readonly { title: string; cap: string; group: string }[];
  onClose: () => void;
}

/** Every key that a page has, in groups. */
export function KeysSheet({ keys, onClose }: KeysSheetProps) {
  const groups = [...new Set(keys.map(({ group }) => group))];
  return (
    <Dialog title="All keys" onClose={onClose} closeKey="?">
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
