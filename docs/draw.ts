import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { argumentsOf, type Usage } from '../src/arguments.ts';
import { MODEL } from '../src/reading/model.ts';
import { openReader } from '../src/reading/model-reader.ts';
import { CHROMIUM, openBrowser } from './browser.ts';
import { draw, PICTURES, pictureFile, wordsFile } from './pictures.ts';

const USAGE = {
  call: 'npm run pictures',
  does: 'Draws the pictures of the README and of docs/ again: the page that looks like Discord, in the Chromium of this machine. Each picture has a file beside it with the words on it.',
  options: { check: { says: 'Write nothing, and fail if the words on a picture differ from the file beside it.' } },
} as const satisfies Usage;

const { options } = await argumentsOf(USAGE, process);
if (!CHROMIUM) console.log('There is no Chromium on this machine: no picture is drawn.');
else {
  const reader = openReader(MODEL, 1);
  const browser = await openBrowser(CHROMIUM);
  for (const picture of PICTURES) {
    const { png, words } = await draw(picture, browser, reader);
    const before = wordsFile(picture);
    const isSame = existsSync(before) && words === readFileSync(before, 'utf8');
    if (!options.check) {
      writeFileSync(pictureFile(picture), png);
      writeFileSync(wordsFile(picture), words);
    } else if (!isSame) {
      console.error(`${picture.name} shows something else now:\n\n${words}\nnpm run pictures draws it again.`);
      process.exitCode = 1;
    }
    console.log(`${isSame ? '=' : '≠'} ${picture.name}`);
  }
  await browser.close();
  await reader.close();
}
