import { describe, expect, test } from 'vitest';
import { type Measured, measure, pages, shares } from '../../bench/pages/measure.ts';

const measured = new Map<string, Measured>();

describe('pages as sites build them', () => {
  test.each(pages())('$page: most of its article can be quoted, and little else', async (page) => {
    const found = await measure(page);
    measured.set(page.page, found);
    const { kept, foreign } = shares([found]);
    expect(kept, found.lost.join('\n')).toBeGreaterThanOrEqual(0.85);
    expect(foreign, found.foreign.join('\n')).toBeLessThanOrEqual(0.15);
  });

  test('over all, 95 % of the articles can be quoted, and no more than 3 % of what can be quoted is something else', () => {
    expect(measured.size).toBe(pages().length);
    const { kept, foreign } = shares([...measured.values()]);
    expect(kept).toBeGreaterThanOrEqual(0.95);
    expect(foreign).toBeLessThanOrEqual(0.03);
  });
});
