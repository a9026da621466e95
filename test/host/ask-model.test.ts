import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as vscode from 'vscode';
import { closeAll, found, openInScholium, sampleFile } from './sample';

interface Line {
  annotator: string;
  what: string;
  scheme?: string;
  question?: string;
  value: unknown;
  target: { kind: string; trace: string; step?: number };
}

describe('asking a language model of VS Code', () => {
  const uri = () => sampleFile('champ/problems.jsonl');
  const folder = () => `${uri().fsPath}.scholium`;
  const settings = () => vscode.workspace.getConfiguration('scholium');
  const { selectChatModels } = vscode.lm;
  const { showWarningMessage } = vscode.window;
  const prompts: string[] = [];
  let asked = 0;
  let answer: 'Send' | undefined;
  let reply = ['{"steps": ["b', 'ad"], "verdict": "wrong"}'];

  /** A model that says what it is to; there is no other in the test's VS Code. */
  const fake = {
    ...{ name: 'Kim', id: 'kim-1', vendor: 'test', family: 'kim', version: '1', maxInputTokens: 9999 },
    sendRequest: async ([message]: vscode.LanguageModelChatMessage[]) => {
      prompts.push(
        (message?.content ?? [])
          .map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : ''))
          .join(''),
      );
      const text = (async function* () {
        yield* reply;
      })();
      return { text, stream: text };
    },
    countTokens: async () => 1,
  } as unknown as vscode.LanguageModelChat;

  const lines = (): Line[] => {
    const logs = fs.existsSync(folder()) ? fs.readdirSync(folder()) : [];
    return logs.flatMap((log) =>
      fs
        .readFileSync(`${folder()}/${log}`, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Line),
    );
  };
  /** Presses the key until the page is there to hear it, and something came of it. */
  const pressUntil = async (came: () => boolean) => {
    const end = Date.now() + 20_000;
    while (!came()) {
      if (Date.now() > end) throw new Error(`nothing came: ${came.toString()}`);
      await vscode.commands.executeCommand('scholium.askModel');
      await new Promise((resolve) => setTimeout(resolve, 400));
    }
  };

  /** The page hears the command, and has the list shown. */
  const chooseScheme = async (title: string) => {
    const { showQuickPick } = vscode.window;
    let shown: true | undefined;
    Object.assign(vscode.window, {
      showQuickPick: async (items: readonly vscode.QuickPickItem[]) => {
        shown = true;
        return items.find(({ label }) => label === title);
      },
    });
    try {
      await vscode.commands.executeCommand('scholium.chooseScheme');
      await found(() => shown);
    } finally {
      Object.assign(vscode.window, { showQuickPick });
    }
  };

  before(async () => {
    await settings().update('annotator', 'rita', vscode.ConfigurationTarget.Global);
    Object.assign(vscode.lm, { selectChatModels: async () => [fake] });
    Object.assign(vscode.window, {
      showWarningMessage: async () => {
        asked++;
        return answer;
      },
    });
    await openInScholium(uri());
    await found(() =>
      vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputCustom
        ? true
        : undefined,
    );
  });
  after(async () => {
    await chooseScheme('Steps and verdict');
    Object.assign(vscode.lm, { selectChatModels });
    Object.assign(vscode.window, { showWarningMessage });
    await settings().update('askModel', undefined, vscode.ConfigurationTarget.Global);
    await settings().update('annotator', undefined, vscode.ConfigurationTarget.Global);
    await closeAll();
    fs.rmSync(folder(), { recursive: true, force: true });
  });

  it('is off until the setting turns it on', async () => {
    assert.equal(settings().inspect('askModel')?.defaultValue, false);
    for (let times = 0; times < 5; times++) {
      await vscode.commands.executeCommand('scholium.askModel');
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    assert.deepEqual([asked, prompts.length, lines().length], [0, 0, 0]);
  });

  it('sends nothing without consent', async () => {
    await settings().update('askModel', true, vscode.ConfigurationTarget.Global);
    await pressUntil(() => asked > 0);
    assert.deepEqual([prompts.length, lines().length], [0, 0]);
  });

  it('keeps what the model says in its own log, never as a person’s', async () => {
    answer = 'Send';
    await pressUntil(() => lines().length > 0);
    const said = lines().slice(0, 2);
    assert.deepEqual([...new Set(lines().map(({ annotator }) => annotator))], ['model:kim']);
    assert.deepEqual(
      said.map(({ what, value }) => [what, value]),
      [
        ['label', 'bad'],
        ['verdict', 'wrong'],
      ],
    );
    assert.equal(said[0]?.target.step, 0);
    assert.ok(fs.existsSync(`${folder()}/model%3Akim.jsonl`));
    assert.match(prompts[0] ?? '', /Problem:\n.+\n\nStep 1: /s);
  });

  it('asks for consent only once in a workspace', async () => {
    const [before, sent] = [asked, prompts.length];
    await pressUntil(() => prompts.length > sent);
    assert.equal(asked, before);
  });

  it('asks the questions of a scheme, after consent to that, and keeps the answers that fit', async () => {
    const before = asked;
    const log = lines().length;
    reply = [
      '{"parts": [{"part": 1, "answers": {"well-posed": false, "fault": ["missing"], "difficulty": 3}}]}',
    ];
    await chooseScheme('Quality of the problem');
    await pressUntil(() => lines().length > log);
    assert.equal(asked, before + 1);
    assert.match(
      prompts.at(-1) ?? '',
      /"well-posed": Is it well posed\?.+Part 1 is the problem\.\n\nProblem:\n./s,
    );
    assert.deepEqual(
      lines()
        .slice(log, log + 2)
        .map(({ annotator, scheme, question, target, value }) => [
          annotator,
          scheme,
          question,
          target.kind,
          value,
        ]),
      [
        ['model:kim', 'problem-quality', 'well-posed', 'problem', false],
        ['model:kim', 'problem-quality', 'fault', 'problem', ['missing']],
      ],
    );
    assert.ok(
      lines().every(({ question }) => question !== 'difficulty'),
      'what is not asked was kept',
    );
  });

  it('keeps nothing of a reply in which nothing fits', async () => {
    const [log, sent] = [lines().length, prompts.length];
    reply = ['{"parts": [{"part": 1, "answers": {"well-posed": "perhaps"}}]}'];
    await pressUntil(() => prompts.length > sent);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    assert.equal(lines().length, log);
  });
});
