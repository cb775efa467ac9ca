import type { Usage } from './arguments.ts';

/** What the scripts say about how to call them. */
export const usageWording = {
  usage: (line: string) => `Usage: ${line}`,
  help: 'Show this help.',
  option: (says: string, unset: string | number | undefined) =>
    unset === undefined || unset === Number.POSITIVE_INFINITY ? says : `${says} Default: ${unset.toLocaleString('en')}.`,
  wrong: (problem: string, call: string) => {
    const [first = ''] = problem.replace(/\s+/g, ' ').split(/\.? To specify /); // Node's advice is for people who know its parser
    return `${first.replace(/(?<![.?!])$/, '.')} To see the options: ${call} -- --help`;
  },
  noNumber: (option: string, typed: string) => `--${option} is "${typed}", which is not a number.`,
  oneFile: (files: number) => `You gave ${files} files. Give one, and put a name that has spaces in it in quotes.`,
};

export const startUsage = {
  call: 'npm start',
  does: 'Starts the bot: on Discord if DISCORD_TOKEN is set, and otherwise in this terminal. Settings are environment variables, or lines in the file .env: see .env.example.',
  options: {
    web: { says: 'Try the bot in a browser, on a page that looks like Discord. Only this machine can open it. DISCORD_TOKEN is not used.' },
  },
  rest: {
    name: '[FILE]',
    says: 'Talk about this file instead of the article in content/, on Discord too: text, Markdown, a web page, a Word document (.docx) or a PDF.',
  },
} as const satisfies Usage;

export const askUsage = {
  call: 'npm run ask',
  does: "Answers one question, or each line of standard input. The exit code is 0; 1 if there is no article, or no model to read it; 2 if the options are wrong. npm run --silent ask keeps npm's own lines out.",
  options: {
    article: { takes: 'FILE-OR-LINK', says: 'Ask about this file or page instead of the article in content/.' },
    conversation: { says: 'Treat all lines as one conversation. Otherwise each stands alone.' },
    json: { says: 'Print one JSON object for each line. docs/scripts.md says what its fields mean.' },
    why: { says: 'Print which windows were read, and each quote with its margin and its phrase.' },
  },
  rest: { name: '[QUESTION]', says: 'A question, or a command: "/when did it begin", "/summary short".' },
} as const satisfies Usage;

export const commandsUsage = {
  call: 'npm run commands',
  does: 'Shows where the commands of your application are registered on Discord. It needs the DISCORD_TOKEN in .env.',
  options: { clear: { takes: 'SCOPE', says: 'First remove them there: global, or the id of a server.' } },
} as const satisfies Usage;

export const doctorUsage = {
  call: 'npm run doctor',
  does: "Checks everything that Verbatim needs, and changes nothing. It prints a line for each check: ✓ if all is well; ✗ and what to do if something is wrong; – if it doesn't apply, or if something else has to be fixed first. The exit code is 0; 1 if something is wrong; 2 if the options are wrong.",
  options: { json: { says: 'Print one JSON object instead.' } },
} as const satisfies Usage;
