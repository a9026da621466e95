// A real VS Code with Scholium in a real browser, for a test to drive as a person would.
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { type Browser, type FrameLocator, type Locator, type Page, chromium } from 'playwright-core';
import { CHROMIUM_ARGS, ensureChromium } from '../../scripts/chromium.mjs';
import { extensionHostPids } from '../../scripts/extension-host.mjs';
import { root } from '../../scripts/project-root.mjs';
import { type Server, startServer, workbenchUrl } from '../../scripts/vscode-server.mjs';
import { QuickInput, succeeds } from './quick-input';

export interface WorkbenchOptions {
  /** a folder to copy, or the files themselves by name; a file too large to hold is written by a function */
  workspace: string | Record<string, string | Uint8Array | ((file: string) => void)>;
  /** the user's settings, beside the quiet ones */
  settings?: Record<string, unknown>;
  /** a colour theme: Light 2026, Dark 2026, Light Modern, Dark Modern, Default High Contrast, Default High Contrast Light */
  theme?: string;
  viewport?: { width: number; height: number };
}

/** Steady under test; the sample's own folder would be compressed into one line of the explorer. */
const TEST_SETTINGS = {
  'explorer.compactFolders': false,
  'workbench.editor.enablePreview': false,
  'workbench.reduceMotion': 'on',
  'files.autoSave': 'off', // a browser's workbench saves by itself
  'window.commandCenter': false,
  'window.autoDetectColorScheme': false, // the theme asked for, not the browser's taste
  'files.hotExit': 'onExitAndWindowClose',
};
const OUR_FILES = /^https:\/\/vscode-remote[^/]*\.vscode-resource\.vscode-cdn\.net\//; // the webview's service worker answers
const POLICY = /content security policy|refused to (load|apply|execute|connect|frame)/i;

export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'scholium-page-'));
  const folder = path.join(scratch, 'workspace');
  fillFolder(folder, options.workspace);
  const theme = options.theme === undefined ? {} : { 'workbench.colorTheme': options.theme };
  const settings = { ...TEST_SETTINGS, ...theme, ...options.settings };
  const server = await startServer({ settings }); // Scholium installed: one under development has neither toasts nor themes
  const browser = await chromium.launch({ executablePath: await ensureChromium(), args: CHROMIUM_ARGS });
  const page = await browser.newPage({ viewport: options.viewport ?? { width: 1280, height: 800 } });
  const workbench = new Workbench(page, server, browser, scratch, 'workbench.editorAssociations' in settings);
  try {
    await workbench.load();
  } catch (error) {
    await workbench.screenshot('did-not-open');
    await workbench.close();
    throw error;
  }
  return workbench;
}

function fillFolder(folder: string, content: WorkbenchOptions['workspace']): void {
  fs.mkdirSync(folder);
  if (typeof content === 'string') return fs.cpSync(path.resolve(root, content), folder, { recursive: true });
  for (const [name, text] of Object.entries(content)) {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    if (typeof text === 'function') text(file);
    else fs.writeFileSync(file, text);
  }
}

export class Workbench {
  /** uncaught errors of any script, what the content security policy stopped, and what Scholium's page logged as an error */
  readonly errors: string[] = [];
  /** requests for anything but this server */
  readonly outsideRequests: string[] = [];
  readonly page: Page;
  readonly server: Server;
  readonly folder: string;
  readonly quickInput: QuickInput;
  private readonly browser: Browser;
  private readonly scratch: string;
  /** Whether files of rows are opened as datasets, and none was opened yet. */
  private firstDatasetToCome: boolean;

  constructor(page: Page, server: Server, browser: Browser, scratch: string, datasets: boolean) {
    this.page = page;
    this.server = server;
    this.browser = browser;
    this.scratch = scratch;
    this.firstDatasetToCome = datasets;
    this.folder = path.join(scratch, 'workspace');
    this.quickInput = new QuickInput(page);
    this.listen();
  }

  /** Opens the workbench, or opens it anew as a person does who reloads the window. Ready when it knows Scholium. */
  async load(): Promise<void> {
    await this.page.goto('about:blank');
    await this.page.goto(workbenchUrl(this.server, { folder: this.folder }));
    await this.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
    await this.scholiumKnown();
  }

  /**
   * The explorer is there some seconds before the workbench knows what extensions contribute: a click would open the text
   * editor. Our commands and our editor become known together, so the palette tells, without activating anything.
   */
  private async scholiumKnown(): Promise<void> {
    const ours = this.page.locator('.quick-input-list .monaco-list-row', {
      hasText: 'Scholium: Open Sample Datasets',
    });
    for (let attempt = 0; attempt < 60; attempt++) {
      await this.page.keyboard.press('F1');
      const typed = await succeeds(
        this.quickInput.box.fill('>Scholium: Open Sample Datasets', { timeout: 5000 }),
      );
      const known = typed && (await succeeds(ours.first().waitFor({ timeout: 1000 })));
      await this.page.keyboard.press('Escape');
      if (known) return;
    }
    throw new Error('The workbench does not know Scholium.');
  }

  /** The document inside the webview that can be seen. */
  webview(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready >> visible=true').frameLocator('iframe#active-frame');
  }

  /** A file of the workspace, by a click in the explorer; one in a folder by its path in Quick Open. */
  async openFile(name: string): Promise<void> {
    if (name.includes('/')) return this.quickOpen(name);
    const label = this.page.locator('.explorer-folders-view .monaco-list-row .label-name');
    await label.filter({ hasText: exactly(name) }).click();
    await this.tab(name).waitFor();
    if (!this.firstDatasetToCome || !name.endsWith('.jsonl')) return;
    this.firstDatasetToCome = !(await this.isDatasetInFront());
    if (!this.firstDatasetToCome) return;
    await this.runCommand('View: Close Editor');
    await this.tab(name).waitFor({ state: 'detached' });
    await this.openFile(name);
  }

  /** A workbench that is slow to begin knows our editor later than our commands: a file is opened as text then. */
  private async isDatasetInFront(): Promise<boolean> {
    const dataset = this.page.locator('iframe.webview >> visible=true');
    const text = this.page.locator('.editor-group-container .monaco-editor');
    await dataset.or(text).first().waitFor();
    return !(await text.isVisible());
  }

  /** The tab of an open file. */
  tab(name: string): Locator {
    return this.page
      .locator('.tabs-container .tab')
      .filter({ has: this.page.getByText(path.basename(name), { exact: true }) })
      .first(); // a text and a dataset may be open of one file
  }

  /** An entry of the explorer's menu on a file of the top folder. The menu takes no click while it opens. */
  async explorerMenu(name: string, entry: string): Promise<void> {
    const label = this.page.locator('.explorer-folders-view .monaco-list-row .label-name');
    const item = this.page.getByRole('menuitem', { name: entry });
    await label.filter({ hasText: exactly(name) }).click({ button: 'right' });
    await item.waitFor();
    for (let attempt = 0; attempt < 20 && (await item.isVisible()); attempt++)
      await item.click({ timeout: 1000 }).catch(() => undefined);
    await item.waitFor({ state: 'hidden' });
  }

  /** The workspace's settings; VS Code takes them over at once. */
  setSettings(settings: Record<string, unknown>): void {
    const folder = path.join(this.folder, '.vscode');
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(path.join(folder, 'settings.json'), JSON.stringify(settings));
  }

  /** A command by its title in the command palette, such as "Scholium: Check Dataset". Ready when the palette is gone. */
  async runCommand(title: string): Promise<void> {
    await this.pick('F1', `>${title}`, title);
    await this.quickInput.paletteGone();
  }

  /** A picture of the whole window, out/shots/NAME.png. */
  async screenshot(name: string): Promise<string> {
    const file = path.join(root, 'out/shots', `${name}.png`);
    await this.page.screenshot({ path: file });
    return file;
  }

  /** The process that runs the extensions of this window: for a test that kills it and opens the window anew (load). */
  extensionHostPid(): number {
    const pid = extensionHostPids(this.server).at(-1);
    if (pid === undefined) throw new Error('No extension host runs.');
    return pid;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.stop();
    fs.rmSync(this.scratch, { recursive: true, force: true, maxRetries: 3 });
  }

  private async quickOpen(name: string): Promise<void> {
    await this.pick('ControlOrMeta+KeyP', name, path.basename(name));
    await this.tab(name).waitFor();
  }

  private pick(key: string, query: string, label: string): Promise<void> {
    const entry = this.page
      .locator('.quick-input-list .monaco-list-row')
      .filter({ has: this.page.locator('.label-name', { hasText: exactly(label) }) });
    return this.quickInput.choose(() => this.page.keyboard.press(key), entry, query);
  }

  private listen(): void {
    this.page.on('pageerror', (error) => this.errors.push(error.stack ?? error.message));
    this.page.on('console', (message) => {
      const ours = message.type() === 'error' && OUR_FILES.test(message.location().url);
      if (ours || POLICY.test(message.text())) this.errors.push(message.text());
    });
    this.page.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      const elsewhere = /^(http|ws)/.test(protocol) && origin.replace(/^ws/, 'http') !== this.server.url;
      if (elsewhere && !OUR_FILES.test(request.url())) this.outsideRequests.push(request.url());
    });
  }
}

const exactly = (text: string) => new RegExp(`^${text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
