// VS Code's list and text box at the top of the window.
import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { eventually } from './eventually';

/** Times that a person would try before calling it broken. */
const TRIES = 10;
/** How long an opened list may take to show what is looked for (ms); the machine may be busy. */
const SHOWN_MS = 5000;

/**
 * It closes by itself when an editor takes the focus, and a key that is pressed just then is lost. So it is opened again until
 * what is looked for was taken.
 */
export class QuickInput {
  readonly box: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.box = page.locator('.quick-input-widget input >> visible=true').first();
  }

  /** The entries that have this text, or whose label is exactly this. */
  rows(text: string | RegExp): Locator {
    return this.page.locator('.quick-input-list .monaco-list-row >> visible=true').filter({ hasText: text });
  }

  /** Opens the list, types `query` so that no other entry comes under the pointer meanwhile, and takes an entry. */
  async choose(open: () => Promise<void>, entry: Locator, query?: string): Promise<void> {
    for (let attempt = 0; attempt < TRIES; attempt++) {
      if (await this.took(open, entry, query)) return;
      if (await this.box.isVisible()) await this.page.keyboard.press('Escape');
    }
    throw new Error(`The list does not show what is looked for: ${String(entry)}`);
  }

  /** Opens the box and gives a text as the answer. */
  async answer(open: () => Promise<void>, text: string): Promise<void> {
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const typed = await this.opened(open, () => this.box.fill(text, { timeout: SHOWN_MS }));
      if (typed && (await succeeds(this.box.press('Enter', { timeout: SHOWN_MS })))) return;
    }
    throw new Error(`No box opened to type ${text} in.`);
  }

  /**
   * Opens VS Code's question for a file and gives a path. While the folder it begins in is still being read its path takes the
   * place of what is typed, so the path is given again until the question is gone.
   */
  async chooseFile(open: () => Promise<void>, file: string): Promise<void> {
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const given = await this.opened(open, async () => {
        await this.box.fill(file, { timeout: SHOWN_MS });
        await this.box.press('Enter', { timeout: SHOWN_MS });
        await this.box.waitFor({ state: 'hidden', timeout: SHOWN_MS });
      });
      if (given) return;
    }
    throw new Error(`The question for a file does not take ${file}.`);
  }

  /** What a command asks comes in the same box as the palette: an answer given too early goes to the palette. */
  async paletteGone(): Promise<void> {
    await eventually(async () => {
      const text = (await this.box.isVisible()) ? await this.box.inputValue({ timeout: 1000 }) : '';
      assert.doesNotMatch(text, /^>/);
    });
  }

  private took(open: () => Promise<void>, entry: Locator, query?: string): Promise<boolean> {
    return this.opened(open, async () => {
      if (query !== undefined) await this.box.fill(query, { timeout: SHOWN_MS });
      await entry.first().click({ timeout: SHOWN_MS });
    });
  }

  private async opened(open: () => Promise<void>, act: () => Promise<void>): Promise<boolean> {
    if (!(await this.box.isVisible())) await open();
    return (await succeeds(this.box.waitFor({ timeout: SHOWN_MS }))) && succeeds(act());
  }
}

/** Whether what was begun came about in time. */
export function succeeds(begun: Promise<unknown>): Promise<boolean> {
  return begun.then(
    () => true,
    () => false,
  );
}
