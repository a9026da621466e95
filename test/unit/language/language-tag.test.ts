import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  directionOf,
  languageName,
  languageTag,
  tagOfLanguage,
} from '../../../src/core/language/language-tag';

test('a tag is one in either spelling, and a word that is none has no name', () => {
  assert.equal(languageTag('pt_BR'), 'pt-BR');
  assert.equal(languageTag('2steps'), undefined);
  assert.equal(languageName('ar'), 'Arabic (ar)');
  assert.equal(languageName('zz-notalanguage'), null);
});

test('languages are known by their tags and by their English names', () => {
  assert.equal(tagOfLanguage('Arabic'), 'ar');
  assert.equal(tagOfLanguage('chinese'), 'zh');
  assert.equal(tagOfLanguage('zh-CN'), 'zh-CN');
  assert.equal(tagOfLanguage('Swahili (Kenya)'), 'sw');
  assert.equal(tagOfLanguage('Klingonese'), undefined);
  assert.equal(tagOfLanguage('qqq'), undefined);
});

test('what is written from right to left runs so, and the rest by its first letters', () => {
  assert.deepEqual(['ar', 'he-IL', 'ur', 'fa', 'en', 'arn', undefined].map(directionOf), [
    'rtl',
    'rtl',
    'rtl',
    'rtl',
    'auto',
    'auto',
    'auto',
  ]);
});
