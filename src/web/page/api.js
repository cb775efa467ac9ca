/** What the server says in words where it refuses something. */
export class Refused extends Error {}

/** The server does not answer. */
export class Away extends Error {}

/**
 * Asks the server something for the person who is played.
 * @param {string} what
 * @param {string} person their id
 * @param {object | Blob} body
 * @param {{ since?: number, name?: string }} [query] the version of the channel that is known; the name of a file
 * @returns {Promise<{ answer: any, news?: any }>} the answer, and what has changed in the channel
 * @throws Refused, Away
 */
export async function ask(what, person, body = {}, { since = 0, name = '' } = {}) {
  const response = await fetch(`do/${what}?as=${person}&since=${since}&name=${encodeURIComponent(name)}`, {
    method: 'POST',
    body: body instanceof Blob ? body : JSON.stringify(body),
  }).catch((error) => {
    throw new Away(error.message);
  });
  if (!response.ok) throw new Refused(await response.text());
  return response.json();
}
