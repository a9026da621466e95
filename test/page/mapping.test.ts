import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { DatasetPage } from './dataset-page';
import { eventually } from './eventually';
import { THEMES } from './themes';
import { type Workbench, openWorkbench } from './workbench';

const ROWS = [
  { nr: 1, aufgabe: 'Wie viel ist $2+3$?', ergebnis: '5', weg: 'Zähle zusammen.\n\nEs sind $5$.' },
  { nr: 2, aufgabe: 'Wie viel ist $\\frac{6}{2}$?', ergebnis: '3', weg: 'Teile.\n\nEs sind $3$.' },
  { nr: 3, aufgabe: 'Wie viel ist $7-4$?', ergebnis: '3', weg: 'Nimm weg.\n\nEs sind $3$.' },
];
const linesOf = (rows: unknown[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

describe('mapping fields by keys alone', () => {
  let workbench: Workbench;
  let dataset: DatasetPage;
  const file = (name: string) => path.join(workbench.folder, name);
  const form = () => dataset.frame.getByRole('dialog', { name: 'Map fields' });
  const line = (name: string) => form().getByRole('option', { name: new RegExp(`^${name}: `) });
  const problem = () => form().locator('.mapping-row .problem');
  const note = () => form().locator('.sheet-note');
  const project = () => fs.readFileSync(file('scholium.json'), 'utf8');

  const open = async () => {
    await dataset.press('Shift+p');
    await form().waitFor();
    await form().locator('.field-list:focus').waitFor();
  };
  const goTo = async (name: string) => {
    await dataset.press('Home');
    for (let steps = 0; steps < 12; steps++) {
      if ((await line(name).getAttribute('aria-selected')) === 'true') return;
      await dataset.press('ArrowDown');
    }
    throw new Error(`${name} is not in the list`);
  };
  /** A role by some of its letters. */
  const give = async (field: string, letters: string, becomes: RegExp) => {
    await goTo(field);
    await workbench.page.keyboard.type(letters);
    await form().locator('.role-box .option.active').filter({ hasText: becomes }).waitFor();
    await dataset.press('Enter');
    await form().locator('.field-list:focus').waitFor();
  };
  const roleIs = (field: string, words: RegExp) =>
    eventually(async () => assert.match(await line(field).locator('.is').innerText(), words));

  before(async () => {
    workbench = await openWorkbench({
      workspace: { 'pruefung.jsonl': linesOf(ROWS) },
      theme: 'Dark Modern',
      settings: {
        'scholium.annotator': 'anna',
        'workbench.editorAssociations': { '*.jsonl': 'scholium.dataset' },
      },
      viewport: { width: 1440, height: 900 },
    });
    dataset = new DatasetPage(workbench);
    await workbench.openFile('pruefung.jsonl');
    await dataset.frame.locator('.reading').waitFor();
    await workbench.page.keyboard.press('Control+b');
    await workbench.page.locator('.part.sidebar').waitFor({ state: 'hidden' });
    await dataset.focus();
  });
  after(() => workbench?.close());

  test('a field gets a role, the row is read so at once, and that can be undone', async () => {
    await open();
    await goTo('aufgabe');
    await dataset.press('Delete');
    await roleIs('aufgabe', /^other field$/);
    await give('aufgabe', 'prob', /^problem/);
    await roleIs('aufgabe', /^problem$/);
    await problem().filter({ hasText: 'Wie viel ist' }).waitFor();
    await problem().locator('.katex').first().waitFor();
    await dataset.press('Control+z');
    await roleIs('aufgabe', /^other field$/);
    await give('aufgabe', 'prob', /^problem/);
  });

  test('other rows are read so as well, and esc asks once before it drops what was done', async () => {
    await dataset.press('ArrowRight');
    await form().getByRole('heading', { name: 'Row 2' }).waitFor();
    await problem().locator('.mfrac').first().waitFor();
    await dataset.press('F4');
    await roleIs('aufgabe', /problem · tex$/);
    await dataset.press('Escape');
    await note().filter({ hasText: 'Press Esc again' }).waitFor();
    await dataset.press('Escape');
    await form().waitFor({ state: 'detached' });
    assert.ok(!fs.existsSync(file('scholium.json')));
    await dataset.keysWork();
  });

  test('saving makes scholium.json when that is agreed to, and the dataset is read by it', async () => {
    await open();
    await give('aufgabe', 'prob', /^problem/);
    await give('ergebnis', 'answer', /^answer/);
    await give('weg', 'solution', /solution/);
    await dataset.press('F6', 'Control+a');
    await workbench.page.keyboard.insertText('Prüfung im Mai');
    await dataset.press('Control+Enter');
    const question = workbench.page.locator('.monaco-dialog-box');
    await question.getByRole('button', { name: 'Create' }).click();
    await form().waitFor({ state: 'detached' });
    await dataset.reads('.top .profile', /^Prüfung im Mai/);
    await dataset.reads('.problem', /^Wie viel ist/);
    const written = JSON.parse(project()) as {
      profiles: { id: string; title: string; roles: { role: string; paths: string[][] }[] }[];
      files: unknown;
    };
    const [profile] = written.profiles;
    assert.equal(profile?.title, 'Prüfung im Mai');
    assert.deepEqual(written.files, { 'pruefung.jsonl': { profile: profile.id } });
    for (const [role, field] of [
      ['problem', 'aufgabe'],
      ['answer', 'ergebnis'],
      ['trace', 'weg'],
    ])
      assert.ok(
        profile.roles.some((rule) => rule.role === role && rule.paths.some(([name]) => name === field)),
        `${role} ${field}`,
      );
    assert.match(
      (await dataset.frame.locator('.top .profile').getAttribute('title')) ?? '',
      /scholium\.json line \d+ names it for “pruefung\.jsonl”/,
    );
  });

  test('a renamed column is told, and the suggested one takes its place', async () => {
    fs.writeFileSync(file('scholium.json'), project().replace('{', '{ // of ours'));
    fs.writeFileSync(
      file('pruefung.jsonl'),
      linesOf(ROWS.map(({ aufgabe, ...rest }) => ({ ...rest, aufgaben_text: aufgabe }))),
    );
    await dataset.frame.locator('.lacks').filter({ hasText: '1 field missing' }).waitFor();
    await dataset.focus();
    await open();
    await line('aufgabe').filter({ hasText: 'now aufgaben_text?' }).waitFor();
    await workbench.screenshot('mapping-lacking');
    await goTo('aufgabe');
    await dataset.press('Enter');
    await roleIs('aufgaben_text', /^problem$/);
    await problem().filter({ hasText: 'Wie viel ist' }).waitFor();
    await dataset.press('Control+Enter');
    await form().waitFor({ state: 'detached' });
    await dataset.frame.locator('.lacks').waitFor({ state: 'detached' });
    await dataset.reads('.problem', /^Wie viel ist/);
    assert.match(project(), /\{ \/\/ of ours/);
    assert.match(project(), /"aufgaben_text"/);
  });

  test('a change of scholium.json by hand is read without reload', async () => {
    fs.writeFileSync(file('scholium.json'), project().replace('Prüfung im Mai', 'Prüfung im Juni'));
    await dataset.reads('.top .profile', /^Prüfung im Juni/);
  });

  for (const { theme, body } of THEMES) {
    test(`in ${theme} nothing of the form overflows`, async () => {
      workbench.setSettings({ 'workbench.colorTheme': theme });
      await dataset.frame.locator(`body.${body}`).waitFor();
      for (const width of [1440, 760]) {
        await workbench.page.setViewportSize({ width, height: 900 });
        await dataset.focus();
        await open();
        await goTo('ergebnis');
        await dataset.press('Enter');
        await form().locator('.role-box .option.active').waitFor();
        await problem().locator('.katex').first().waitFor();
        await workbench.screenshot(`mapping-${theme.toLowerCase().replaceAll(' ', '-')}-${width}`);
        const wide = await form().evaluate((sheet) =>
          [...sheet.querySelectorAll('.sheet-head, .sheet-foot, .mapping, .mapping-fields, .mapping-row')]
            .filter((each) => each.scrollWidth > each.clientWidth + 1)
            .map((each) => each.className),
        );
        assert.deepEqual(wide, [], `${width}`);
        await dataset.press('Escape', 'Escape');
        await form().waitFor({ state: 'detached' });
      }
    });
  }

  test('no script failed', () => assert.deepEqual(workbench.errors, []));
});
