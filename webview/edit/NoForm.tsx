import { Button } from '../controls';
import { Dialog } from '../forms/Dialog';
import type { NoFormReason } from './why-no-form';

interface NoFormProps extends NoFormReason {
  onAct: () => void;
  onLeave: () => void;
}

/** Says why there is nothing to edit here, and where it can be edited. */
export function NoForm({ title, words, wayOut, onAct, onLeave }: NoFormProps) {
  return (
    <Dialog title={title} onClose={onLeave}>
      <p>{words}</p>
      <div class="form-acts">
        <Button look="primary" onPress={onAct}>
          {WAYS_OUT[wayOut]} <kbd>↵</kbd>
        </Button>
        <Button look="secondary" onPress={onLeave}>
          Leave <kbd>Esc</kbd>
        </Button>
      </div>
    </Dialog>
  );
}

const WAYS_OUT = {
  editField: 'Edit a field',
  editRow: 'Edit row as JSON',
  openAsText: 'Open as text',
};
