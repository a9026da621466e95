import { Icon } from '../Icon';

/** The row has an edit that is not in the file yet. */
export function EditedSign() {
  return (
    <p class="edited-sign">
      <Icon name="edit" /> Edited, not saved
    </p>
  );
}
