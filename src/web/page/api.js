/** What the server is asked, for the person who is played; what has changed in the channel comes with each answer. */

let version = 0;

/**
 * @param {string} what
 * @param {string} person their id
 * @param {object | Blob} body
 * @param {string} [query]
 * @returns {Promise<{ answer: any, news?: any }>}
 * @throws where the server doesn't answer
 */
export async function ask(what, person, body = {}, query = '') {
  const response = await fetch(`do/${what}?as=${person}&since=${version}${query}`, {
    method: 'POST',
    body: body instanceof Blob ? body : JSON.stringify(body),
  });
  if (!response.ok) throw new Error(await response.text());
  const { answer, news } = await response.json();
  if (news) version = Math.max(version, news.version);
  return { answer, news };
}

/** From now on all is news: somebody else is played. */
export function beginAgain() {
  version = 0;
}
