import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as oniguruma from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry, type IGrammar, type IRawGrammar } from 'vscode-textmate';
import { baseGrammar } from './base-grammar';

export interface Token {
  text: string;
  /** From the outermost to the innermost, joined by spaces. */
  scopes: string;
}

const BASE = 'source.json.lines';
const INJECTED: Record<string, string> = {
  'scholium.jsonl.maths': 'jsonl-maths.tmLanguage.json',
  'scholium.jsonl.row': 'jsonl-row.tmLanguage.json',
};
const IN_A_BUILD = [
  'node_modules/code-server/lib/vscode/extensions',
  'lib/vscode/extensions',
  'resources/app/extensions',
  'Contents/Resources/app/extensions',
];

const scanner = startScanner();

async function startScanner(): Promise<void> {
  const wasm = createRequire(path.resolve('package.json')).resolve('vscode-oniguruma/release/onig.wasm');
  await oniguruma.loadWASM(readFileSync(wasm));
}

/** The text of VS Code's own JSON Lines grammar, where an earlier step has put a VS Code into this folder. */
export function ownGrammarOfVSCode(): string | undefined {
  for (const build of readNames('.vscode-test')) {
    for (const extensions of IN_A_BUILD) {
      const folder = path.join('.vscode-test', build, extensions, 'json/syntaxes');
      if (readNames(folder).includes('JSONL.tmLanguage.json'))
        return readFileSync(path.join(folder, 'JSONL.tmLanguage.json'), 'utf8');
    }
  }
  return undefined;
}

function readNames(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** The JSON Lines grammar given (ours for tests, if none is) with Scholium's two grammars injected, as VS Code joins them. */
export async function loadGrammar(base = JSON.stringify(baseGrammar)): Promise<IGrammar> {
  await scanner;
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns: string[]) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text: string) => new oniguruma.OnigString(text),
    }),
    loadGrammar: (scopeName) => Promise.resolve(readGrammar(scopeName, base)),
    getInjections: (scopeName) => (scopeName === BASE ? Object.keys(INJECTED) : undefined),
  });
  const grammar = await registry.loadGrammar(BASE);
  if (!grammar) throw new Error('no grammar');
  return grammar;
}

function readGrammar(scopeName: string, base: string): IRawGrammar | null {
  if (scopeName === BASE) return parseRawGrammar(base, 'base.json');
  const file = INJECTED[scopeName];
  return file === undefined ? null : parseRawGrammar(readFileSync(path.join('syntaxes', file), 'utf8'), file);
}

export function tokenise(grammar: IGrammar, lines: readonly string[]): Token[][] {
  let stack = INITIAL;
  return lines.map((line) => {
    const { tokens, ruleStack, stoppedEarly } = grammar.tokenizeLine(line, stack);
    if (stoppedEarly) throw new Error('out of time');
    stack = ruleStack;
    return tokens.map(({ startIndex, endIndex, scopes }) => ({
      text: line.slice(startIndex, endIndex),
      scopes: scopes.join(' '),
    }));
  });
}

/** The pieces of a line that lie in formulas, delimiters included; pieces that touch count as one. */
export function formulas(tokens: readonly Token[]): string[] {
  return pieces(tokens, 'markup.math');
}

/** The pieces of a line with a scope whose name begins so; pieces that touch count as one. */
export function pieces(tokens: readonly Token[], scope: string): string[] {
  const found: string[] = [];
  let open = false;
  for (const { text, scopes } of tokens) {
    const inside = ` ${scopes}`.includes(` ${scope}`);
    if (inside) found.push(open ? `${found.pop() ?? ''}${text}` : text);
    open = inside;
  }
  return found;
}
