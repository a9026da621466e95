import * as fs from 'node:fs';
import * as path from 'node:path';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Frame, FrameLocator } from 'playwright-core';
import { root } from '../../scripts/project-root.mjs';

/** As the page has it once axe-core's source ran in it. */
declare const axe: { run(what: Document, options: RunOptions): Promise<AxeResults> };

/** What axe finds wrong with a page of ours as it is now (WCAG 2.1 A and AA). */
export async function axeFaults({ frame }: { frame: FrameLocator }): Promise<string[]> {
  const page = await pageIn(frame);
  await page.evaluate(fs.readFileSync(path.join(root, 'node_modules/axe-core/axe.min.js'), 'utf8'));
  const { violations } = await page.evaluate(() =>
    axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa'],
    }),
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 120)}: ${failureSummary}`),
  );
}

async function pageIn(frame: FrameLocator): Promise<Frame> {
  const body = await frame.locator('body').elementHandle();
  const page = await body?.ownerFrame();
  if (!page) throw new Error('The page has no frame.');
  return page;
}
