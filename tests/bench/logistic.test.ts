import { expect, test } from 'vitest';
import { learnYesOrNo, probabilityOf } from '../../bench/logistic.ts';
import { randomFrom } from '../../bench/statistics.ts';

test('logistic regression finds the weights that made what it sees', () => {
  const made = { near: 2, far: -1, constant: -0.5 };
  const random = randomFrom(1);
  const observed = Array.from({ length: 4000 }, () => {
    const signs = { near: 4 * random() - 2, far: 4 * random() - 2 };
    return { signs, so: random() < probabilityOf(made, signs) };
  });
  const found = learnYesOrNo(['near', 'far'], observed);
  for (const name of ['near', 'far', 'constant'] as const) expect(Math.abs(found[name] - made[name])).toBeLessThan(0.15);
});
