import { setTimeout as pause } from 'node:timers/promises';

/** How long a person would wait before calling it broken; the machine may be busy. */
const PATIENCE = 15_000;

/** Looks again and again until what is looked at is as it should be; fails as the last look failed. */
export async function eventually(look: () => Promise<void> | void): Promise<void> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    try {
      return await look();
    } catch (error) {
      if (Date.now() > end) throw error;
      await pause(50);
    }
  }
}
