// A page of ours as a person sees it: by its words and signs.
import assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import { eventually } from './eventually';
import type { Workbench } from './workbench';

export class WebviewPage {
  readonly frame: FrameLocator;
  protected readonly workbench: Workbench;

  constructor(workbench: Workbench, frame: FrameLocator = workbench.webview()) {
    this.workbench = workbench;
    this.frame = frame;
  }

  /** Presses keys one after the other, as fast as they come. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.workbench.page.keyboard.press(key);
  }

  /** The text of what a selector finds, with single spaces. */
  async words(selector: string): Promise<string> {
    return (await this.frame.locator(selector).first().innerText()).replaceAll(/\s+/g, ' ').trim();
  }

  /** What a selector finds comes to have this text, with single spaces. */
  async reads(selector: string, text: string | RegExp): Promise<void> {
    await eventually(async () => {
      const words = await this.words(selector);
      if (typeof text === 'string') assert.equal(words, text);
      else assert.match(words, text);
    });
  }
}
