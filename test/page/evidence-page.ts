// The page with the evidence of a check as a person sees it.
import { WebviewPage } from './webview-page';

export class EvidencePage extends WebviewPage {
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
