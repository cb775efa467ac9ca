import type { NotFetched } from './fetching/fetched.ts';

/** Why a page or a file could not be fetched, and what to do. */
export function notFetched(problem: NotFetched): string {
  switch (problem.kind) {
    case 'no address':
      return 'That is not a link to a page. Give one that begins with https://.';
    case 'credentials':
      return 'That link has a user name or a password in it. Give it without them.';
    case 'port':
      return 'That link names a port. I fetch pages only from the usual ports, 80 and 443.';
    case 'private address':
      return 'That link leads to a private network. Give one that everybody can open.';
    case 'not from Discord':
      return 'That file is not on Discord. Attach it to a message, or give a link to a page.';
    case 'no such site':
      return 'There is no such site. Is the link right?';
    case 'certificate':
      return "That site's certificate is not valid, so I can't tell whose page it is. Save the page, and give me the file.";
    case 'unreachable':
      return 'That site does not answer properly. Try again later, or save the page and give me the file.';
    case 'too slow':
      return 'That page took too long. Try again later, or save the page and give me the file.';
    case 'too large':
      return 'That is larger than 5 MB. Give me only the text, as a file.';
    case 'too many redirects':
      return 'That link redirects again and again. Open it in a browser, and give me the link that you see there.';
    case 'robots':
      return 'That site asks programs not to fetch this page (in its robots.txt). Save the page, and give me the file.';
    case 'status':
      return problem.status === 404 || problem.status === 410
        ? `That page answered ${problem.status}. Is the link right?`
        : `That page answered ${problem.status}. Does it open without signing in? If so, try again later, or save the page and give me the file.`;
    case 'type':
      return `That link leads to ${problem.type === undefined ? 'something that does not say what it is' : problem.type} and not to a text. I read web pages, plain text, Markdown, PDF and Word documents (.docx).`;
    case 'too often': // when, stands behind it
      return problem.of === 'guild'
        ? 'I have fetched as many pages for this server as I may in an hour. I can fetch the next one'
        : 'I was asked for many pages of that site at once. I can fetch the next one';
  }
}
