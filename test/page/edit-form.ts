// The forms for editing, as a person uses them: by keys.
import type { DatasetPage } from './dataset-page';
import type { Workbench } from './workbench';

export class EditForm {
  private readonly workbench: Workbench;
  private readonly dataset: DatasetPage;

  constructor(workbench: Workbench, dataset: DatasetPage) {
    this.workbench = workbench;
    this.dataset = dataset;
  }

  async open(key: string): Promise<void> {
    await this.dataset.press(key);
    await this.dataset.frame.getByRole('dialog').waitFor();
  }

  async type(text: string): Promise<void> {
    await this.workbench.page.keyboard.insertText(text);
  }

  /** A field by a part of its path, as a person does who knows its name. */
  async choose(field: string): Promise<void> {
    await this.dataset.press('F6');
    await this.type(field);
    await this.dataset.press('ArrowDown', 'Enter');
    await this.dataset.reads('.edit-path', field);
  }

  async apply(): Promise<void> {
    await this.dataset.press('Control+Enter');
    await this.closed();
  }

  async closed(): Promise<void> {
    await this.dataset.frame.getByRole('dialog').waitFor({ state: 'detached' });
  }

  /** Another text for the problem of the row in hand. */
  async retype(text: string): Promise<void> {
    await this.open('F2');
    await this.dataset.press('Control+a');
    await this.type(text);
    await this.apply();
    await this.dataset.reads('.problem', text);
    await this.dataset.keysWork();
  }
}
