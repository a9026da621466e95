// The page with the evidence of a check as a person sees it.
import type { FrameLocator } from 'playwright-core';
import type { Workbench } from './workbench';

export class EvidencePage {
  readonly frame: FrameLocator;
  private readonly workbench: Workbench;

  constructor(workbench: Workbench) {
    this.workbench = workbench;
    this.frame = workbench.webview();
  }

  async words(selector: string): Promise<string> {
    return (await this.frame.locator(selector).first().innerText()).replaceAll(/\s+/g, ' ').trim();
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.workbench.page.keyboard.press(key);
  }

  /** The page has the focus, and its keys are bound. */
  async keysWork(): Promise<void> {
    await this.frame.locator('.evidence .top b').click();
    await this.frame.locator('html[data-keys="on"]').waitFor();
  }

  /** By how many pixels something is wider than the page. */
  sticksOut(): Promise<number> {
    return this.frame.locator('html').evaluate((html) => {
      const boxes = [...html.querySelectorAll('.ev, .left, .top, .foot')];
      return Math.max(
        0,
        html.scrollWidth - html.clientWidth,
        ...boxes.map((box) => box.scrollWidth - box.clientWidth),
      );
    });
  }
}
