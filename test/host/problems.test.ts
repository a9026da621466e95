import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, found, openInScholium, problemsOf, sampleFile } from './sample';

const EXPECTED = [
  {
    file: 'gsm8k.jsonl',
    said: [
      [7, 133, 'json/syntax', /^Row 8: Not JSON/],
      [11, 124, 'schema/invalid-type', /^Row 12: answer must be text, not number/],
      [12, 181, 'calculator/wrong', /^Row 13: 7\*16 is 112, not 102/],
      [15, 0, 'schema/missing', /^Row 16: question is missing/],
    ],
  },
  {
    file: 'math.jsonl',
    said: [
      [6, 215, 'json/syntax', /^Row 7: Not JSON/],
      [8, 222, 'formula/picture', /^Row 9: A picture in Asymptote/],
      [12, 306, 'schema/invalid-format', /^Row 13: level /],
      [17, 0, 'schema/missing', /^Row 18: solution is missing/],
    ],
  },
] as const;

const SEVERITIES: Partial<Record<string, vscode.DiagnosticSeverity>> = {
  'calculator/wrong': vscode.DiagnosticSeverity.Warning,
  'formula/picture': vscode.DiagnosticSeverity.Information,
};

describe('problems', () => {
  afterEach(closeAll);

  for (const { file, said } of EXPECTED) {
    it(`of ${file} stand at their row and field`, async () => {
      const uri = sampleFile(file);
      await openInScholium(uri);
      const problems = await problemsOf(uri, said.length);
      said.forEach(([line, character, rule, message], at) => {
        const problem = problems[at];
        assert.ok(problem);
        assert.equal(problem.range.start.line, line);
        assert.equal(problem.range.start.character, character);
        assert.match(problem.message, message);
        assert.equal(problem.source, 'Scholium');
        assert.equal(problem.severity, SEVERITIES[rule] ?? vscode.DiagnosticSeverity.Error);
        assert.ok(typeof problem.code === 'object');
        assert.equal(problem.code.value, rule);
        assert.equal(new URLSearchParams(problem.code.target.query).get('row'), String(line + 1));
      });
    });
  }

  it('each dataset has its own: of CHAMP, two sums that are wrong and two formulas that do not typeset', async () => {
    const whole = sampleFile('champ/problems.jsonl');
    const broken = sampleFile('gsm8k.jsonl');
    await openInScholium(whole);
    await openInScholium(broken);
    await problemsOf(broken, 4);
    const rules = (await problemsOf(whole, 4)).map(({ code }) =>
      typeof code === 'object' ? code.value : code,
    );
    assert.deepEqual(rules, ['equality/wrong', 'equality/wrong', 'formula/typeset', 'formula/unclosed']);
  });

  it('go when the dataset is closed', async () => {
    const uri = sampleFile('gsm8k.jsonl');
    await openInScholium(uri);
    await problemsOf(uri, 4);
    await closeAll();
    assert.deepEqual(await problemsOf(uri, 0), []);
  });

  it('have a light bulb in the text that opens their row', async () => {
    const uri = sampleFile('math.jsonl');
    await openInScholium(uri);
    const [problem] = await problemsOf(uri, 4);
    assert.ok(problem);
    await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.Beside });
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      problem.range,
    );
    const show = actions.find(({ title }) => title === 'Show row 7 in Scholium');
    assert.equal(show?.command?.command, 'scholium.open');
    await vscode.commands.executeCommand(show.command.command, ...(show.command.arguments ?? []));
    const input = await found(() => {
      const active = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      return active instanceof vscode.TabInputCustom ? active : undefined;
    });
    assert.equal(input.uri.toString(), uri.toString());
  });
});
