// An annotator who works by a script: one trace a row, by the keys of a scheme that asks for the first error.
import type { Locator } from 'playwright-core';

/** A row in the shape of ProcessBench: `label` is the first step with an error from 0, or -1. */
export interface LabelledTrace {
  id: string;
  steps: string[];
  label: number;
}

/** What each key takes, in milliseconds of the page's clock; null where the page shows nothing new, or saves nothing. */
interface KeyTimes {
  paint: number | null;
  saved: number | null;
}

/** The keys that say of a trace what its label says: the walk, and one that decides. */
export function keysFor({ label }: LabelledTrace): string[] {
  return label === -1 ? ['Enter'] : [...Array<string>(label).fill('j'), 'b'];
}

/** The lines of the log that these keys make: row, step, answer. */
export function linesFor({ id, steps, label }: LabelledTrace): string[] {
  const right = label === -1 ? steps.length : label;
  const implied = Array.from({ length: right }, (_, step) => `${id} ${step} correct implied`);
  return label === -1 ? implied : [...implied, `${id} ${label} error`];
}

/** Traces for a machine without the real ones. */
export function madeTraces(count: number): LabelledTrace[] {
  return Array.from({ length: count }, (_, at) => ({
    id: `made-${at}`,
    generator: 'Model',
    problem: `What is $\\frac{${at + 2}}{2} + 1$?`,
    steps: [`Halve ${at + 2}.`, `That is $${(at + 2) / 2}$.`, 'Add one to it.', `So it is $${at / 2 + 2}$.`],
    final_answer_correct: true,
    label: (at % 5) - 1,
  }));
}

type TimedWindow = Window & typeof globalThis & { timed?: Promise<KeyTimes> };

/** Presses a key and waits until the page shows what it did and, for a key that decides, until that is on disk. */
export async function timeKey(
  html: Locator,
  press: () => Promise<void>,
  decides: boolean,
): Promise<KeyTimes> {
  await html.evaluate(watchNextKey, decides);
  await press();
  return html.evaluate((root) => {
    const window: TimedWindow | null = root.ownerDocument.defaultView;
    return window?.timed ?? { paint: null, saved: null };
  });
}

/** In the page: from the next key to the frame behind the first change, and to the sign that it is saved. */
function watchNextKey(root: Element, waitForSave: boolean): void {
  const window: TimedWindow | null = root.ownerDocument.defaultView;
  if (!window) return;
  window.timed = new Promise((resolve) => {
    const found: KeyTimes = { paint: null, saved: null };
    let [from, saving] = [0, false];
    const look = () => {
      const words = root.querySelector('.foot .saved')?.textContent ?? '';
      if (words.includes('Saving')) saving = true;
      else if (saving) found.saved ??= window.performance.now() - from;
      if (found.paint === null || (waitForSave && found.saved === null)) return;
      observer.disconnect();
      resolve(found);
    };
    const painted = () => {
      found.paint ??= window.performance.now() - from;
      look();
    };
    const observer = new window.MutationObserver(() => {
      look();
      window.requestAnimationFrame(() => window.setTimeout(painted));
    });
    const begin = () => {
      from = window.performance.now();
      observer.observe(root, { childList: true, subtree: true, characterData: true, attributes: true });
      window.setTimeout(() => resolve(found), 5000); // it may show nothing new
    };
    window.addEventListener('keydown', begin, { capture: true, once: true });
  });
}

/** The value that 95 of 100 are not above. */
export function p95(values: readonly (number | null)[]): number {
  const known = values.filter((value) => value !== null).toSorted((a, b) => a - b);
  return known[Math.min(known.length - 1, Math.floor(0.95 * known.length))] ?? NaN;
}
