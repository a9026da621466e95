import { build } from 'esbuild';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';
import { CHROMIUM_ARGS, ensureChromium } from '../../../scripts/chromium.mjs';
import { measure } from '../measure';
import type { Goal, Measure } from '../measure';
import { longestSlice } from './longest-slice';

const ROUNDS = 9;
const TYPES: Record<string, string> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

interface BenchWindow {
  bench: {
    next(number: number): Promise<number>;
    allAtOnce(number: number): Promise<number>;
  };
}

/** A row of four traces with forty steps each, from the key to the paint, in the page as it is built. */
export async function measureRowSwitch(): Promise<Measure[]> {
  const server = await serve();
  const browser = await chromium.launch({ executablePath: await ensureChromium(), args: CHROMIUM_ARGS });
  try {
    const ours = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const plain = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const whole = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    for (const page of [ours, plain, whole]) page.on('pageerror', (error) => console.error(error));
    await browser.startTracing(ours, { categories: ['toplevel', 'devtools.timeline'] });
    await ours.goto(`${server.address}/`);
    await plain.goto(`${server.address}/?plain`);
    await whole.goto(`${server.address}/`);
    const times = { ours: [] as number[], plain: [] as number[], allAtOnce: [] as number[] };
    for (let row = 1; row <= ROUNDS; row++) {
      times.plain.push(await next(plain, row));
      times.ours.push(await next(ours, row));
      times.allAtOnce.push(await atOnce(whole, 200 + row));
    }
    const slice = longestSlice(await browser.stopTracing());
    const paint = median(times.ours);
    const line = (limitIs: string, limit: number, goal: Goal): Measure =>
      measure({ what: '4 x 40 steps, key to paint', limitIs, limit, ours: paint, unit: 'ms', goal });
    return [
      line('its plain text', median(times.plain), { atMost: 2.2 }),
      line('KaTeX all at once', median(times.allAtOnce), { atMost: 0.2 }),
      measure({
        what: 'longest typesetting slice',
        limitIs: '10 ms',
        limit: 10,
        ours: slice,
        unit: 'ms',
        goal: { atMost: 1 },
      }),
    ];
  } finally {
    await browser.close();
    server.close();
  }
}

async function next(page: Page, row: number): Promise<number> {
  await page.bringToFront();
  return page.evaluate((number) => (window as unknown as BenchWindow).bench.next(number), row);
}

async function atOnce(page: Page, row: number): Promise<number> {
  return page.evaluate((number) => (window as unknown as BenchWindow).bench.allAtOnce(number), row);
}

/** The built page with its stand-in for the host. */
async function serve(): Promise<{ address: string; close: () => void }> {
  const { outputFiles } = await build({
    entryPoints: ['test/bench/page/bench-host.ts'],
    bundle: true,
    format: 'iife',
    write: false,
    logLevel: 'warning',
  });
  const host = outputFiles[0]?.text ?? '';
  const html = `<!doctype html><link rel="stylesheet" href="page.css"><body class="vscode-dark"><div id="page"></div>
<script>${host.replaceAll('</script', '<\\/script')}</script><script type="module" src="page.js"></script>`;
  const server = http.createServer(({ url = '/' }, response) => {
    const name = path.basename(url.split('?')[0] ?? '');
    const file = path.join('dist/page', name);
    const known = name !== '' && fs.existsSync(file);
    response.setHeader('content-type', known ? (TYPES[path.extname(name)] ?? 'text/plain') : 'text/html');
    response.end(known ? fs.readFileSync(file) : html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const at = server.address();
  const port = typeof at === 'object' && at ? at.port : 0;
  return { address: `http://127.0.0.1:${port}`, close: () => server.close() };
}

function median(times: number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;
}
