export type Data = Record<string, unknown>;
export type Variant = readonly [what: string, data: Data];

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null;

/** A payload with each of its fields left out in turn, then null: also the fields of what is in it, and of the first of each list. */
export function variants(data: Data, depth = 3): Variant[] {
  return Object.entries(data).flatMap(([key, value]) => {
    const { [key]: _, ...dropped } = data;
    const [inside] = [value].flat();
    const within = depth > 1 && isData(inside) ? variants(inside, depth - 1) : [];
    const others = Array.isArray(value) ? value.slice(1) : [];
    return [
      [`no ${key}`, dropped],
      [`${key}: null`, { ...data, [key]: null }],
      ...within.map(([what, less]): Variant => [`${key}: ${what}`, { ...data, [key]: Array.isArray(value) ? [less, ...others] : less }]),
    ];
  });
}
