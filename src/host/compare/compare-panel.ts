import * as vscode from 'vscode';
import * as z from 'zod';
import { differenceKinds } from '../../core/compare/difference';
import { nodeFileStore } from '../../core/dataset/node-file-store';
import { ImageFiles } from '../../core/image/image-files';
import type {
  CompareAction,
  CompareHostApi,
  CompareOpening,
  ComparePageApi,
} from '../../protocol/compare-page';
import { connect } from '../../protocol/rpc';
import type { CompareRun } from './compare-run';
import { pageHtml } from '../page/page-html';
import { activated } from '../page/activated';

const COMPARE_VIEW = 'scholium.compare';

/** A row longer than this many bytes is cut when it is sent for the list. */
const LIST_ROW = 64 * 1024;

const kinds = z.array(z.literal(differenceKinds)).max(differenceKinds.length);
const position = z.int().nonnegative();
const count = z.int().min(1).max(100);
const rowOrNull = z.int().nonnegative().nullable();
const direction = z.literal([1, -1]);

/** One webview on a comparison, and the conversation with it. */
export class ComparePanel {
  readonly panel: vscode.WebviewPanel;
  /** Whether keys reach the page: it has the focus. */
  wantsKeys = false;
  private readonly run: CompareRun;
  private readonly page: ReturnType<typeof connect<ComparePageApi, CompareHostApi>>;
  private readonly onKeys: () => Promise<void>;

  constructor(run: CompareRun, pageFolder: vscode.Uri, onKeys: () => Promise<void>) {
    this.run = run;
    this.onKeys = onKeys;
    this.panel = vscode.window.createWebviewPanel(COMPARE_VIEW, titleOf(run), vscode.ViewColumn.Active, {
      enableScripts: true,
      enableFindWidget: true,
      retainContextWhenHidden: true,
      localResourceRoots: [pageFolder],
    });
    const { webview } = this.panel;
    this.page = connect<ComparePageApi, CompareHostApi>(this.answers(), {
      post: (message) => void webview.postMessage(message),
      listen: (receive) => void webview.onDidReceiveMessage(receive),
    });
    const changes = run.onDidChange(() => {
      this.panel.title = titleOf(run);
      void this.page.changed.asEvent(this.opening());
    });
    this.panel.onDidChangeViewState(() => void run.lookAgain());
    this.panel.onDidDispose(() => {
      changes.dispose();
      this.page.$close();
    });
    webview.html = pageHtml(webview, pageFolder, 'compare-page');
  }

  act(action: CompareAction): void {
    void this.page.act.asEvent(action);
  }

  /** Answers the page. Everything that comes from it is checked before use. */
  private answers(): CompareHostApi {
    const { run } = this;
    return {
      open: async () => this.opening(),
      differences: (chosen, from, many) =>
        run.packets(kinds.parse(chosen), position.parse(from), count.parse(many), LIST_ROW),
      difference: async (chosen, at) =>
        (await run.packets(kinds.parse(chosen), position.parse(at), 1, Infinity))[0] ?? null,
      nextAlike: async (chosen, from, step) =>
        run.nextAlike(kinds.parse(chosen), position.parse(from), direction.parse(step)),
      openRow: (oldRow, newRow) => openRow(run, rowOrNull.parse(oldRow), rowOrNull.parse(newRow)),
      image: (file) => imageOf(run, z.string().max(4096).parse(file)),
      keysOn: async (on) => {
        this.wantsKeys = z.boolean().parse(on);
        if (this.wantsKeys) await activated(this.panel);
        await this.onKeys();
      },
      swap: () => run.swap(),
      again: () => run.start(),
    };
  }

  private opening(): CompareOpening {
    const { older, newer, state } = this.run;
    const accessibility = vscode.workspace.getConfiguration('editor').get<string>('accessibilitySupport');
    return {
      older: { name: older.name, version: older.version },
      newer: { name: newer.name, version: newer.version },
      screenReader: accessibility === 'on',
      state,
    };
  }
}

function titleOf({ older, newer }: CompareRun): string {
  return older.name === newer.name
    ? `${newer.name}: ${older.version.split(' ')[0]} ↔ ${newer.version}`
    : `${older.name} ↔ ${newer.name}`;
}

async function openRow(run: CompareRun, oldRow: number | null, newRow: number | null): Promise<void> {
  const place = run.placeOf({ oldRow, newRow });
  if (place) {
    await vscode.commands.executeCommand('scholium.open', vscode.Uri.file(place.file), place.row);
    return;
  }
  const { name, version } = run.older.isOpenable ? run.newer : run.older;
  void vscode.window.showInformationMessage(
    vscode.l10n.t(
      'Only {0} of {1} has this row, and that version is no file that can be opened.',
      version,
      name,
    ),
  );
}

/** Images are looked for beside a file of the user's: a version from git has nothing beside it. */
async function imageOf({ older, newer }: CompareRun, name: string) {
  const beside = newer.isOpenable ? newer : older;
  const { bytes, type } = await new ImageFiles(nodeFileStore, beside.file).read(name);
  return { bytes: new Uint8Array(bytes).buffer, type };
}
