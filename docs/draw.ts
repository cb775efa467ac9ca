import { writeFileSync } from 'node:fs';
import { MODEL } from '../src/reading/model.ts';
import { openReader } from '../src/reading/model-reader.ts';
import { draw, fileOf, PICTURES } from './pictures.ts';

// Draws the README's pictures again: npm run pictures
const reader = openReader(MODEL, 1);
for (const picture of PICTURES) writeFileSync(fileOf(picture), await draw(picture, reader));
await reader.close();
