import { expect, test } from 'vitest';
import { loadConfig } from '../src/config.ts';

test('without variables the articles are in content', () => {
  expect(loadConfig({})).toEqual({ kind: 'config', config: { contentDir: 'content' } });
});

test('an empty variable counts as unset', () => {
  expect(loadConfig({ ARTICLE: ' ', CONTENT_DIR: '' })).toEqual({ kind: 'config', config: { contentDir: 'content' } });
});

test('variables are read', () => {
  expect(loadConfig({ ARTICLE: 'aleppo-2012', CONTENT_DIR: 'tests' })).toEqual({
    kind: 'config',
    config: { contentDir: 'tests', article: 'aleppo-2012' },
  });
});

test('all that is wrong is said at once', () => {
  expect(loadConfig({ ARTICLE: '../secret', CONTENT_DIR: 'nowhere' })).toEqual({
    kind: 'bad variables',
    variables: [
      { variable: 'CONTENT_DIR', value: 'nowhere', kind: 'no folder' },
      { variable: 'ARTICLE', value: '../secret', kind: 'a path' },
    ],
  });
});
