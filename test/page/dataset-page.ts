// Scholium's page as a person sees it: by its words and signs.
import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { eventually } from './eventually';
import { WebviewPage } from './webview-page';

export class DatasetPage extends WebviewPage {
  get footer(): Locator {
    return this.frame.locator('footer.foot');
  }

  /** The steps of the trace that is labelled now. */
  get steps(): Locator {
    return this.frame.locator('.step:not(.cmp)');
  }

  /** The row list's item of a row (1-based). */
  item(row: number): Locator {
    const number = this.workbench.page.locator('.n', {
      hasText: new RegExp(`^${row.toLocaleString('en')}$`),
    });
    return this.frame.locator('.row-item').filter({ has: number });
  }

  /** Puts the focus into the page by a click where nothing is. */
  async focus(): Promise<void> {
    await this.frame.locator('.top .r').click();
    await eventually(async () => assert.equal(await this.frame.locator('.foot.lost').count(), 0));
    await this.keysWork();
  }

  /** VS Code needs a moment to give the keys back after a form or another pane. */
  async keysWork(): Promise<void> {
    await this.frame.locator('html[data-keys="on"]').waitFor();
  }

  async rowIs(row: number): Promise<void> {
    await this.reads('.top .r', new RegExp(`^Row ${row.toLocaleString('en')} of `));
  }

  /** Goes to a row (1-based) as the key for it does: by its number. */
  async goTo(row: number): Promise<void> {
    await this.goToPlace(String(row));
    await this.rowIs(row);
    await this.keysWork();
  }

  /** Types a row number, with a path behind it or not, or an id, where the key for it asks for one. */
  async goToPlace(place: string): Promise<void> {
    await this.workbench.quickInput.answer(() => this.press('Control+g'), place);
  }

  /** What the labels of the steps are called, null where there is none. */
  async labels(): Promise<(string | null)[]> {
    return this.steps.evaluateAll((steps) =>
      steps.map((step) => step.querySelector('.slot.on')?.getAttribute('aria-label') ?? null),
    );
  }

  async labelsAre(...labels: (string | null)[]): Promise<void> {
    await eventually(async () => assert.deepEqual(await this.labels(), labels));
  }

  async needs(words: string): Promise<void> {
    await this.reads('.foot .need', words);
  }

  /** The trace that is labelled now, such as "A Aster-7B". */
  async traceIs(name: string): Promise<void> {
    await eventually(async () => assert.ok((await this.words('.thead .who')).startsWith(name), name));
  }

  async saved(): Promise<void> {
    await this.reads('.foot .saved', /^Saved \d\d:\d\d:\d\d$/);
  }

  /** Nothing of the page sticks out to the right, once it has taken the window's width. */
  async fitsIn(width: number): Promise<void> {
    await eventually(async () => {
      const [inner, outer] = await this.frame
        .locator('html')
        .evaluate((html) => [html.clientWidth, html.scrollWidth]);
      assert.ok(inner !== undefined && inner <= width && outer === inner, `${outer} in ${inner}`);
    });
  }

  /** Whether a message of the footer sticks out of it, or is cut off. */
  async messageIsCut(): Promise<boolean> {
    return this.frame.locator('.foot .saved.failed').evaluate((node) => {
      const text = document.createRange();
      text.selectNodeContents(node);
      const [inner, outer] = [text.getBoundingClientRect(), node.closest('footer')?.getBoundingClientRect()];
      if (!outer) return true;
      const across = inner.right > outer.right || inner.left < outer.left;
      return across || inner.bottom > outer.bottom || inner.top < outer.top;
    });
  }
}
