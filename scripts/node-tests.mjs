// Runs test files with node:test, on whichever Node this script is run by.
//   node node-tests.mjs SUITE TITLE CONCURRENCY [FILTER]
// A page test's file that fails is ended there and run once more, in a new VS Code and browser: these lose a key or a window now
// and then, and what follows fails with it. A file that fails twice has failed; one that passed at last is named as unsteady.
import { run } from 'node:test';
import { inspect } from 'node:util';
import { suiteFiles } from './suite-files.mjs';
import { report } from './tally.mjs';
import { failureText, fileLine, shortName } from './test-lines.mjs';

const [suite, title, concurrency, filter] = process.argv.slice(2);
const { files, pattern } = suiteFiles(suite, filter);
/** @type {Map<string, import('./test-lines.mjs').FileResult & { said: string }>} */
const results = new Map();
const names = []; // of the tests around the one that runs, outermost first

try {
  if (suite === 'page') for (const file of files) await runPageTest(file);
  else if (files.length > 0) await runFiles(files);
  report(title, sumOf([...results.values()]));
} catch (error) {
  console.error(error); // node:test would swallow it
  process.exit(1);
}

async function runPageTest(file) {
  const name = shortName(file);
  await runFiles([file], new AbortController());
  if (!results.get(name)?.failed) return;
  results.delete(name);
  await runFiles([file]);
  if (!results.get(name)?.failed) console.log(`  UNSTEADY ${name}: failed, then passed`);
}

function sumOf(all) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const result of all) for (const outcome of Object.keys(sum)) sum[outcome] += result[outcome];
  return sum;
}

/** @param {AbortController} [ending] ends the files at the first test that fails */
async function runFiles(chosen, ending) {
  const begun = Date.now();
  const options = {
    files: chosen,
    concurrency: Number(concurrency),
    ...(ending ? { signal: ending.signal } : {}),
    ...(pattern ? { testNamePatterns: [pattern] } : {}),
  };
  for await (const { type, data } of run(options)) {
    if (ending?.signal.aborted) continue; // what the end itself makes fail
    if (type === 'test:start') names[data.nesting] = data.name;
    else if (type === 'test:pass') passed(data);
    else if (type === 'test:fail') failed(data, ending);
    else if (type === 'test:stdout' || type === 'test:stderr') said(data);
  }
  for (const file of chosen) {
    const result = results.get(shortName(file));
    if (!result) continue; // the wanted tests are in other files
    if (ending?.signal.aborted) result.ms = Date.now() - begun;
    if (result.failed > 0 && result.said)
      console.log(failureText({ ...result, title: 'what it printed', text: result.said }));
    console.log(fileLine(result));
  }
}

function resultOf(file) {
  const key = shortName(file);
  const known = results.get(key) ?? { file, passed: 0, failed: 0, skipped: 0, ms: 0, said: '' };
  results.set(key, known);
  return known;
}

function passed(data) {
  const result = resultOf(data.file ?? files[0]);
  if (isFile(data)) return nothingIn(result); // node:test calls a file without tests a passed test
  if (data.nesting === 0) result.ms += data.details.duration_ms;
  if (data.details.type === 'suite') return;
  count(result, data.skip !== undefined || data.todo !== undefined ? 'skipped' : 'passed');
}

function failed(data, ending) {
  const { error } = data.details;
  const result = resultOf(data.file ?? files[0]);
  if (data.nesting === 0) result.ms += data.details.duration_ms;
  if (data.todo !== undefined) return count(result, 'skipped');
  if (error.failureType === 'subtestsFailed') return; // they have been told
  count(result, 'failed');
  if (error.failureType === 'cancelledByParent') return; // the suite's own failure, which follows, says why
  const chain = isFile(data) ? ['the file itself'] : [...names.slice(0, data.nesting), data.name];
  console.log(
    failureText({ file: result.file, title: chain.join(' › '), text: inspect(error.cause ?? error) }),
  );
  ending?.abort();
}

function isFile({ nesting, name }) {
  return nesting === 0 && files.some((file) => shortName(file) === shortName(name));
}

function nothingIn(result) {
  if (pattern) return; // the wanted tests are in other files
  count(result, 'failed');
  console.log(failureText({ file: result.file, title: 'the file itself', text: 'It holds no test.' }));
}

function said({ file, message }) {
  if (process.env.VERBOSE) process.stdout.write(message);
  if (file) resultOf(file).said += message;
}

function count(result, outcome) {
  result[outcome] += 1;
}
