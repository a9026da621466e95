import { compareActions } from '../../src/protocol/compare-page';
import type { CompareActionSpec } from '../../src/protocol/compare-page';
import { Button } from '../controls';
import { Dialog } from '../forms/Dialog';

const specs: CompareActionSpec[] = Object.values(compareActions);
const groups = [...new Set(specs.map(({ group }) => group))];

/** Every key of a comparison. */
export function CompareKeys({ onClose }: { onClose: () => void }) {
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
      <div class="form-acts">
        <Button look="secondary" onPress={onClose}>
          Close <kbd>Esc</kbd>
        </Button>
      </div>
    </Dialog>
  );
}
