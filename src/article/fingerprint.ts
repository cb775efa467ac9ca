import { createHash } from 'node:crypto';
import type { Article } from './article.ts';

/** Eight digits and letters that another text would hardly have: 41 bits of its SHA-256. */
export function fingerprint({ text }: Article): string {
  return createHash('sha256').update(text).digest().readBigUInt64BE().toString(36).padStart(13, '0').slice(-8);
}
