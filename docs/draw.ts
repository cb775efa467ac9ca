import { writeFileSync } from 'node:fs';
import { argumentsOf, type Usage } from '../src/arguments.ts';
import { MODEL } from '../src/reading/model.ts';
import { openReader } from '../src/reading/model-reader.ts';
import { draw, fileOf, PICTURES } from './pictures.ts';

const USAGE = { call: 'npm run pictures', does: "Draws the README's pictures again." } as const satisfies Usage;

await argumentsOf(USAGE, process);
const reader = openReader(MODEL, 1);
for (const picture of PICTURES) writeFileSync(fileOf(picture), await draw(picture, reader));
await reader.close();
