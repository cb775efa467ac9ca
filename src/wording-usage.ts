import type { Usage } from './arguments.ts';

/** What the scripts say of how they are called. */
export const usageWording = {
  usage: (line: string) => `Usage: ${line}`,
  help: 'Show this.',
  option: (says: string, unset: string | number | undefined) =>
    unset === undefined || unset === Number.POSITIVE_INFINITY ? says : `${says} Unless given: ${unset.toLocaleString('en')}.`,
  wrong: (problem: string, call: string) => {
    const [first = ''] = problem.replace(/\s+/g, ' ').split(/\.? To specify /); // Node's advice is for people who know its parser
    return `${first.replace(/(?<![.?!])$/, '.')} To see what can be given: ${call} -- --help`;
  },
  noNumber: (option: string, typed: string) => `--${option} is "${typed}", which is no number.`,
  oneFile: (files: number) => `Those are ${files} files. Give one; a name with blanks in it goes in quotes.`,
};

export const startUsage = {
  call: 'npm start',
  does: 'Starts the bot: on Discord where .env has a DISCORD_TOKEN, and otherwise in this terminal. Settings are environment variables, or lines in the file .env: see .env.example.',
  options: {
    web: { says: 'Try the bot in a browser, on a page of this machine that looks like Discord. .env may have a token; it is not used.' },
  },
  rest: {
    name: '[FILE]',
    says: 'Talk about this file instead of the article in content/, on Discord too: text, Markdown, a web page, a Word document (.docx) or a PDF.',
  },
} as const satisfies Usage;

export const askUsage = {
  call: 'npm run ask',
  does: "Answers one question, or one a line from standard input. The exit code is 0; 1 where there is no article or no model to read it; 2 where the options are wrong. npm run --silent ask keeps npm's own lines out.",
  options: {
    article: { takes: 'FILE-OR-LINK', says: 'Ask this file, or this page, instead of the article in content/.' },
    conversation: { says: 'All lines are one conversation; otherwise each stands alone.' },
    json: { says: 'Print an object a line. docs/scripts.md says what its fields mean.' },
    why: { says: 'Print which windows were read, and each quote with its margin and its phrase.' },
  },
  rest: { name: '[QUESTION]', says: 'A question, or a command: "/when did it begin", "/summary short".' },
} as const satisfies Usage;

export const commandsUsage = {
  call: 'npm run commands',
  does: 'Shows where the commands of your application are registered on Discord. It needs the DISCORD_TOKEN in .env.',
  options: { clear: { takes: 'SCOPE', says: 'First take them out of there: global, or the id of a server.' } },
} as const satisfies Usage;

export const doctorUsage = {
  call: 'npm run doctor',
  does: "Looks at all that Verbatim needs, and changes nothing: a line each, with ✓ where it is well, ✗ and what to do where it is not, and – where it doesn't apply, or something else has to be mended first. The exit code is 0, 1 where something is wrong, 2 where the options are.",
  options: { json: { says: 'Print one object instead.' } },
} as const satisfies Usage;
