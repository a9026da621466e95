import * as fs from 'node:fs';
import * as path from 'node:path';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Frame } from 'playwright-core';
import { root } from '../../scripts/project-root.mjs';
import type { DatasetPage } from './dataset-page';

/** As the page has it once axe-core's source ran in it. */
declare const axe: { run(what: Document, options: RunOptions): Promise<AxeResults> };

/** What axe finds wrong with the page as it is now (WCAG 2.1 A and AA). */
export async function axeFaults(dataset: DatasetPage): Promise<string[]> {
  const frame = await frameOf(dataset);
  await frame.evaluate(fs.readFileSync(path.join(root, 'node_modules/axe-core/axe.min.js'), 'utf8'));
  const { violations } = await frame.evaluate(() =>
    axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa'],
    }),
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 120)}: ${failureSummary}`),
  );
}

async function frameOf(dataset: DatasetPage): Promise<Frame> {
  const body = await dataset.frame.locator('body').elementHandle();
  const frame = await body?.ownerFrame();
  if (!frame) throw new Error('The page has no frame.');
  return frame;
}
