import { actions } from '../../src/protocol/actions';
import type { ActionSpec } from '../../src/protocol/actions';
import { Button } from '../controls';
import { Dialog } from './Dialog';

const specs: ActionSpec[] = Object.values(actions);
const groups = [...new Set(specs.map(({ group }) => group))];

/** Every key there is. */
export function KeysSheet({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="All keys" onClose={onClose} closeKey="?">
      <div class="keys-sheet">
        {groups.map((group) => (
          <section>
            <h3>{group}</h3>
            <dl>
              {specs
                .filter((spec) => spec.group === group)
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
