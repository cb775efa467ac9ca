import { expect, test } from 'vitest';
import type { NotFetched } from '../src/fetching/fetched.ts';
import { notFetched } from '../src/wording-fetching.ts';

const PROBLEMS: [NotFetched, sentence: RegExp][] = [
  [{ kind: 'no address' }, /begins with https:/],
  [{ kind: 'credentials' }, /user name or a password/],
  [{ kind: 'port' }, /80 and 443/],
  [{ kind: 'private address' }, /private network/],
  [{ kind: 'not from Discord' }, /Attach it/],
  [{ kind: 'no such site' }, /Is the link right/],
  [{ kind: 'certificate' }, /not valid/],
  [{ kind: 'unreachable' }, /Try again later/],
  [{ kind: 'too slow' }, /Try again later/],
  [{ kind: 'too large' }, /5 MB/],
  [{ kind: 'too many redirects' }, /in a browser/],
  [{ kind: 'robots' }, /robots\.txt/],
  [{ kind: 'status', status: 404 }, /^That page answered 404\. Is the link right\?$/],
  [{ kind: 'status', status: 403 }, /answered 403\. Does it open without signing in\?/],
  [{ kind: 'type', type: 'image/png' }, /leads to image\/png and not to a text/],
  [{ kind: 'type' }, /does not say what it is/],
  [{ kind: 'too often', of: 'guild', until: 0 }, /this server .* I can fetch the next one$/],
  [{ kind: 'too often', of: 'site', until: 0 }, /that site .* I can fetch the next one$/],
];

test.each(PROBLEMS)('%o has its sentence', (problem, sentence) => {
  expect(notFetched(problem)).toMatch(sentence);
});
