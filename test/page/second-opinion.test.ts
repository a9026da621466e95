import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { axeFaults } from './axe-faults';
import { DatasetPage } from './dataset-page';
import { eventually } from './eventually';
import { EvidencePage } from './evidence-page';
import { THEMES } from './themes';
import { type Workbench, openWorkbench } from './workbench';

const WIDTHS = [1440, 1040, 760];

describe('a second opinion beside the evidence', () => {
  let workbench: Workbench;
  let evidence: EvidencePage;
  let asked = 0;

  /** A service of embeddings on this machine: the two texts of a pair are at a right angle but for a fifth. */
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      asked++;
      const { input } = JSON.parse(Buffer.concat(pieces).toString()) as { input: string[] };
      const data = input.map((_text, index) => ({ index, embedding: index % 2 === 0 ? [1, 0] : [0.6, 0.8] }));
      response.end(JSON.stringify({ data }));
    });
  });
  const opinion = () =>
    evidence.frame.locator('dt', { hasText: 'Second opinion' }).locator('xpath=following-sibling::dd[1]');

  before(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    workbench = await openWorkbench({
      workspace: 'media/sample',
      settings: {
        'scholium.annotator': 'anna',
        'workbench.editorAssociations': { '*.jsonl': 'scholium.dataset' },
        'scholium.secondOpinion.endpoint': `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        'scholium.secondOpinion.model': 'maths-embedding-small',
      },
      theme: 'Dark Modern',
      viewport: { width: 1440, height: 1000 },
    });
    await workbench.openFile('contamination/practice.jsonl');
    await new DatasetPage(workbench).frame.locator('.problem').first().waitFor();
    await workbench.runCommand('Scholium: Check Against Benchmarks');
    await workbench.tab('Evidence in practice.jsonl').waitFor();
    evidence = new EvidencePage(workbench);
    await workbench.page.keyboard.press('Control+b');
    await evidence.frame
      .locator('.hits .row-item', { hasText: /review/ })
      .first()
      .click();
    await opinion().waitFor();
  });
  after(async () => {
    await workbench?.close();
    server.close();
  });

  for (const when of ['before anybody asks', 'when the service has said']) {
    test(`${when}, it is readable in every theme and width, and axe finds nothing`, async () => {
      if (when !== 'before anybody asks') await ask();
      for (const { theme, body } of THEMES) {
        workbench.setSettings({ 'workbench.colorTheme': theme });
        await evidence.frame.locator(`body.${body}`).waitFor();
        for (const width of WIDTHS) {
          await workbench.page.setViewportSize({ width, height: 1000 });
          await opinion().scrollIntoViewIfNeeded();
          await workbench.screenshot(`second-opinion-${asked}-${body}-${width}`);
          assert.deepEqual(await axeFaults(evidence), [], `${theme} at ${width}`);
          await eventually(async () => assert.equal(await evidence.sticksOut(), 0, `${theme} at ${width}`));
        }
      }
    });
  }

  test('nothing went wrong, and the page itself asked nothing of the network', () => {
    assert.deepEqual(workbench.errors, []);
    assert.deepEqual(workbench.outsideRequests, []);
  });

  /** The key, the question how much goes where, and what the service says. */
  async function ask(): Promise<void> {
    await evidence.keysWork();
    await evidence.press('y');
    const dialog = workbench.page.locator('.monaco-dialog-box');
    await dialog
      .getByText(/^Send (?:1 pair|\d+ pairs) of texts to http:\/\/127\.0\.0\.1:\d+\/v1\/embeddings\?$/)
      .waitFor();
    assert.equal(asked, 0);
    await dialog.getByRole('button', { name: 'Send' }).click();
    await eventually(async () =>
      assert.match(await opinion().innerText(), /^alike 0\.60, maths-embedding-small, 127\.0\.0\.1:\d+$/),
    );
    assert.equal(asked, 1);
  }
});
