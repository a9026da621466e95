import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { logFileName, logFolder } from '../../../src/core/annotation/log-name';

const NAMES = [
  'ada',
  'Zoë Müller',
  '李雷',
  '../x',
  '..',
  '.',
  '...',
  'a/b',
  'a\\b',
  '/etc/passwd',
  'C:\\x',
  'a\0b',
  'a\nb',
  'a@00000001',
  '%2E%2E',
  '😀',
  'ada.jsonl',
  '~',
  '$HOME',
  '-rf',
  'x y',
  'a:b|c?d*e"f<g>h',
];

test('no name leaves the folder, on any system', () => {
  for (const name of NAMES) {
    for (const file of [logFileName(name), logFileName(name, '00000001')]) {
      for (const { join, dirname, basename } of [path.posix, path.win32]) {
        assert.equal(dirname(join('folder', file)), 'folder', file);
        assert.equal(basename(join('folder', file)), file);
      }
      assert.match(file, /^[\p{L}\p{N}_%-][\p{L}\p{N}_%@-]*\.jsonl$/u);
    }
  }
});

test('different names give different files, and so do different machines', () => {
  const files = NAMES.flatMap((name) => [logFileName(name), logFileName(name, '1'), logFileName(name, '2')]);
  assert.equal(new Set(files).size, files.length);
});

test('the same name written in two ways is one file', () => {
  assert.equal(logFileName('Zoe\u0308'), logFileName('Zo\u00eb'));
});

test('a plain name is the name of the file', () => {
  assert.equal(logFileName('Ada_L-1'), 'Ada_L-1.jsonl');
  assert.equal(logFileName('Zoë', '0a1b2c3d'), 'Zoë@0a1b2c3d.jsonl');
});

test('the folder stands beside the dataset', () => {
  assert.equal(logFolder('/d/problems.jsonl'), '/d/problems.jsonl.scholium');
});
