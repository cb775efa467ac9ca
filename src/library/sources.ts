import type { Sources } from './bring.ts';

/**
 * What brings texts in from the net. Only who does so waits for its code to load.
 * @param local "127.0.0.1:PORT", which may be fetched from though it is private: for tests
 */
export async function openSources(local?: string): Promise<Sources> {
  const [{ openFetcher }, { openStrangersReader }] = await Promise.all([
    import('../fetching/fetcher.ts'),
    import('../article/strangers.ts'),
  ]);
  return { fetcher: openFetcher({ local }), reader: openStrangersReader() };
}
