import type { Found } from './answering/answer.ts';
import type { NotAQuestion } from './answering/question.ts';
import type { Above } from './article/above.ts';
import type { Quote } from './article/article.ts';
import type { Choice } from './article/choose.ts';
import type { BadVariable, Shard } from './config.ts';
import type { Limits } from './cooldown.ts';
import type { About, Field } from './document/about.ts';
import type { Foreign } from './formats/sniff.ts';
import type { NoPort } from './monitoring/server.ts';
import type { BadModel } from './reading/model.ts';
import type { BadStore } from './store/file.ts';
import type { Permission } from './surface.ts';
import { libraryWording } from './wording-library.ts';
import { listed, paged, short } from './wording-parts.ts';
import { terminalWording } from './wording-terminal.ts';
import { webWording } from './wording-web.ts';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** Every sentence that the bot itself says. */
export const wording = {
  ...libraryWording,
  ...terminalWording,
  web: webWording,

  commands: {
    who: 'Who did it, who said it, who is it? Without a question: who the story is about',
    where: 'Where did it happen? Without a question: where the story takes place',
    when: 'When did it happen? Without a question: when the story takes place',
    what: 'What happened, what is it? Without a question: what the story is about',
    ask: 'Ask anything about the article',
    summary: 'Sum the article up in its own sentences: short, medium or long',
    article: 'Read the whole article page by page, or find words in it',
    context: 'Show the sentences before and after the last quote',
    more: 'Show the next best quotes',
    without: 'Ask the last question again, without what was assumed',
    forget: 'Delete all that is kept about you',
    pinSummary: 'Moderators: put together a summary, and pin it in this channel',
    pinRemove: 'Moderators: remove the pinned summary from this channel',
    correct: 'Moderators: choose the right sentence, for this answer and for the same question later',
    corrections: 'Moderators: show corrected answers, or undo a correction',
    gaps: 'Moderators: show which questions were not answered, and answer them',
    compare: 'Ask a question, and see what each text says',
    libraryAdd: 'Add a text: a file, or a link to a page',
    addToLibrary: 'Add the text of this message, or its file',
    libraryReplace: 'Replace a text with a new version',
    libraryWatch: 'Check web pages for changes each day: on or off',
    libraryList: 'Show the texts of this server',
    libraryRemove: 'Remove a text',
    libraryChannel: 'Choose which texts this channel talks about',
    openText: 'Talk about another text: a file, a link, or the title of an open text. Alone: list the open texts',
    help: 'Show what you can do here',
    web: 'Open a page in your browser that looks like Discord',
    quit: 'Leave',
  },

  /** What commands have in common that begin with the same word. */
  groups: {
    pin: 'Moderators: the pinned summary of this channel',
    library: 'Server managers: the texts that the bot talks about',
  } as Readonly<Record<string, string>>,

  /** On buttons. */
  buttons: {
    follow: 'Ask a follow-up',
    without: 'Ask without that',
    context: 'Show context',
    hide: 'Hide context',
    more: 'Not it?',
    find: 'In the article',
    previous: 'Previous page',
    next: 'Next page',
    delete: 'Delete',
    share: 'Share',
    pinThis: 'Pin this',
    pin: 'Pin it',
    cancel: 'Cancel',
    undo: 'Undo',
    clear: 'Clear the list',
    addText: 'Add it',
    takeText: 'Use the new version',
    retitle: 'Change the title',
    removeText: 'Remove it',
    keepText: 'Keep it',
    keepOld: 'Keep the old one',
    allow: 'Allow',
    deny: 'No',
    showText: 'Show it',
    allTexts: 'Talk about all texts',
  },

  /** What menus are for. */
  menus: {
    open: 'Show the page of a sentence',
    take: 'Remove sentences',
    put: (page: number, pages: number) => `Add sentences${paged(page, pages)}`,
    correct: (page: number, pages: number) => `The sentence that answers${paged(page, pages)}`,
    drop: 'Undo a correction',
    choose: 'Answer a question',
    dismiss: 'Take a question off the list',
    which: (page: number, pages: number) => `Which text?${paged(page, pages)}`,
    talkAbout: (page: number, pages: number) => `Talk only about these${paged(page, pages)}`,
  },

  /** What the commands' options mean, on Discord. */
  options: {
    question: 'In your own words',
    page: 'Which page',
    find: 'Words to look for in the article',
    length: 'How long: 3, 5 or 8 sentences',
    about: 'Only about this topic',
    private: 'Show the answer only to you',
    watch: 'on or off. Without it: show the current setting',
    link: 'A link to a web page, a PDF or a text file',
    file: 'A text: .txt, .md, .html, .docx or .pdf, up to 5 MB',
    article: 'Which text, by its title',
    text: 'A file, a link or a title',
  },

  greeting: (about: About) =>
    `Verbatim answers questions about an article in the article's own words. Today's article: ${headline(about)}.`,
  howToGoOn:
    'Ask in your own words, or try /who, /when or /where. /help shows all commands, W opens a page that looks like Discord, /quit leaves.',
  tryThese: 'For example:',
  helloBack: (example?: string) => `Hello! Ask me something about the article${example ? `, for example: ${example}` : '.'}`,
  goodbye: 'Goodbye.',
  help: {
    terminal: (example?: string) =>
      `Type a question${example ? `, like "${example}"` : ''}, or a command. Every answer is a quote from the article, word for word, with its place.`,
    discord: (example?: string) =>
      `Ask with a command${example ? `, like /ask ${example}` : '.'} Every answer is a quote from the article, word for word, with its place. The buttons below it show the sentences around it, and other quotes. You can also mention me with your question.`,
  },
  otherArticles: (others: readonly string[]) =>
    `Also in the folder: ${others.join(', ')}. To talk about another article, set ARTICLE in .env to its file name, or start with npm start -- FILE.`,
  noFullStop: 'This text has no full stops, so each line is read as one sentence.',

  headline,
  place: (about: About, quote: Quote) => `${headline(about)} · ${placeOf(quote)}`,
  /** The lines that a quote stands under, as the article writes them: a label, such as a time, speaks for itself. */
  under: (lines: readonly Above[]) => {
    const words = lines.map(({ kind, text }) => (kind === 'label' ? text : `"${text}"`)).join(' › ');
    return lines[0]?.kind === 'label' ? words : `under ${words}`;
  },
  inHeader: (field: Field) => `from the article's header · ${field}`,
  shortPlace: placeOf,
  aroundIt: 'Before and after ',
  around: (quote: Quote) => `${wording.aroundIt}${placeOf(quote)}:`,
  about: (topic: string) => `about: ${topic}`,
  goOn: (topic?: string) => (topic ? `Ask more about ${topic}` : 'Ask a follow-up'),
  after: (quoted: string) => `After: ${quoted}`,
  corrected: (from: string, to: string) => `read "${from}" as "${to}"`,
  notInTheArticle: "As far as I can find, the article doesn't say. The nearest line, which is not an answer:",
  mayAnswer: 'may answer this',
  nextBest: 'The next best quotes:',
  nothingMore: 'There is nothing to show yet: ask a question first.',
  nothingAssumed: 'Nothing was assumed: the last question was answered as it stands.',
  forgotten:
    'Everything that was kept about you is deleted: your questions, and the answers that a follow-up would go on from. A question that was not answered, or whose answer a moderator corrected, may stay, without your name.',
  hint: 'Discord does not show me replies to that answer. To go on, press Ask a follow-up below it, or mention me with your question.',
  hintAtRole:
    'You mentioned my role, and Discord does not show me such messages. Mention me instead: when you type @, Discord offers my name twice, and the one with my picture is me. Or ask with /ask.',
  fromTheList: (command: string) => `${command} works only if you choose it from Discord's list: type / and its name.`,
  noMoreQuotes: 'There are no more quotes for this question.',
  paragraph: (paragraph: number) => `paragraph ${paragraph}`,
  asPublished: 'Quotes are exactly as published, mistakes and all.',
  page: (page: number, pages: number, headings: readonly string[] = []) =>
    [`page ${page} of ${pages}`, ...(headings.length > 0 ? [headings.join(' – ')] : [])].join(' · '),
  nextPage: (page: number, words = '') => `; /article ${page}${words && ` find ${words}`} goes on`,
  words: 'words',
  findWhat: 'Which words should I look for?',
  found: (sentences: number, all: boolean) =>
    all
      ? `${sentences === 1 ? 'One sentence' : `${sentences.toLocaleString('en')} sentences`} of the article:`
      : `No sentence has all of these words. ${sentences === 1 ? 'One has' : `${sentences.toLocaleString('en')} have`} some of them:`,
  foundNone: (words: string) => `"${short(words)}" is nowhere in the article.`,
  foundOn: (page: number, quote: Quote) => `page ${page} · ${placeOf(quote)}`,
  noSuchPage: (typed: string, pages: number) =>
    `There is no page "${short(typed)}": the article has ${pages === 1 ? 'one page' : `pages 1 to ${pages}`}.`,
  noSuchCommand: (typed: string, meant?: string) =>
    `There is no command ${short(typed)}.${meant ? ` Did you mean ${meant}?` : ''} /help shows all commands.`,
  leftOut: (quotes: number) =>
    quotes === 1
      ? 'One quote does not fit into this message. The article has it in full.'
      : `${quotes} quotes do not fit into this message. The article has them in full.`,
  noRoom: 'That does not fit into one message. Press "In the article", or use /article, to read it there.',
  notYours: 'Only the person who asked, and people who may manage messages here, can delete this.',
  noLongerApplies: 'That no longer works: the message, the article or Verbatim has changed since. Please start again.',
  notKept: 'The talk before this answer is no longer kept. Please ask the whole question again.',
  tooMuch: (limit: keyof Limits) => `${TOO_MUCH[limit]} I can take the next one`,
  waitsAlready: (questions: number) => `You are already waiting for ${questions} answers. Please ask again when you have one of them.`,
  failed: 'That did not work: something went wrong inside Verbatim. Please try again in a moment.',

  summary: (about: About, topic: string) => (topic ? `${headline(about)}: ${short(topic)}` : headline(about)),
  sentencesOf: (shown: number, all: number) =>
    shown === all
      ? `${all === 1 ? 'The only sentence' : `All ${all} sentences`} of the article.`
      : `${shown === 0 ? 'None' : shown} of the article's ${all} sentences, in its order; ${all - shown === 1 ? 'one is' : `${all - shown} are`} left out.`,
  nothingAbout: (topic: string) => `As far as I can find, the article says nothing about "${short(topic)}".`,

  pointer: (quote: Quote) => `${placeOf(quote)}: ${quote.text}`,
  onlyOnDiscord: (command: string) => `${command} works only on Discord.`,
  thisChannel: 'this channel',
  inServersOnly: 'This works only in servers.',
  youLack: (permissions: readonly Permission[], channel: string) =>
    `You need the permission ${listed(permissions)} in ${channel} for that.`,
  botLacks: (permissions: readonly Permission[], channel: string) =>
    `Nothing was done: I need the permission ${listed(permissions)} in ${channel}. Somebody who manages the server can give it to me.`,
  inMenu: (command: string) => `Apps › ${command}`,

  preview: 'Only you see this. The pinned message would say:',
  noSentences: 'Nothing yet: add at least one sentence.',
  nothingPinned: 'Cancelled: nothing was pinned.',
  pinned: (channel: string) => `The summary is pinned in ${channel}.`,
  repinned: (channel: string) => `The pinned summary in ${channel} is changed.`,
  unpinned: (channel: string) => `The pinned summary in ${channel} is removed.`,
  pinnedBy: (name: string) => `pinned by ${name || 'a moderator'} ·`,
  changedBy: (name: string) =>
    `${name || 'Another moderator'} has changed the pinned summary since. Press Pin it again to replace it with yours, or Cancel.`,
  noCard: 'I have not pinned a summary in this channel.',
  noMorePins: (channel: string) =>
    `Nothing was pinned: ${channel} has 250 pinned messages, and Discord allows no more. Unpin one there, and press again.`,
  archived: (channel: string) =>
    `${channel} is an archived or locked thread, and I am not allowed to reopen it. Reopen it, and press again.`,
  goneThere: (channel: string) => `The message in ${channel} is no longer there.`,
  noRoomForSome: (sentences: number) =>
    `${sentences === 1 ? 'The last sentence does not' : `The last ${sentences} sentences do not`} fit into one message, and ${sentences === 1 ? 'is' : 'are'} left out.`,
  noRoomForCard: 'That does not fit into one message. Remove some sentences.',
  discordFailed: 'Discord had a problem. Please press again in a moment.',
  outdated: 'The article has changed since this was pinned.',
  auditPinned: (name: string, id: string) => `Summary pinned by ${name} (${id})`,
  auditRemoved: (name: string, id: string) => `Summary removed by ${name} (${id})`,

  notAnAnswer: 'That is not one of my answers about the article as it is now. Use this from the menu of an answer.',
  doesntSay: "As far as I can find, the article doesn't say",
  chooseSentence: 'Which sentence of the article answers this? The likeliest come first. Your choice applies at once.',
  correctedThere: 'The answer is corrected. From now on, the same question gets it in this server.',
  messageStays: 'The message itself stays as it is:',
  taught: 'From now on, the question gets this answer in this server.',
  correctedByModerator: 'corrected by a moderator',
  chosen: 'chosen by a moderator',
  undone: 'Undone: everything is as it was.',
  correctedSince: (name?: string) =>
    name === undefined ? 'This has already been undone.' : `${name || 'Another moderator'} has corrected this since: see /corrections.`,
  correctionsOf: (all: number, page: number, pages: number) =>
    all === 0
      ? 'Nothing has been corrected in this server.'
      : `${all === 1 ? 'One correction' : `${all} corrections`} in this server${paged(page, pages)}:`,
  by: (name: string) => `by ${name || 'a moderator'} ·`,
  notThereAnyMore: 'Its sentence is no longer in the article, so this correction is not used.',
  questionAbout: (question: string, about?: string) => (about === undefined ? question : `${question} (about: ${about})`),

  gapsOf: (all: number, page: number, pages: number) =>
    all === 0
      ? 'In the last 30 days, no question here was left unanswered.'
      : `${all === 1 ? 'One question was' : `${all} questions were`} not answered here in the last 30 days${paged(page, pages)}:`,
  noted: 'Noted for the moderators of this server, without your name.',
  emptied: 'The list is cleared.',
  tookBack: 'Undone. A message that was corrected stays as it is.',
  gapsOff: 'Questions that are not answered are not kept: the host of this bot has switched that off (GAPS=off).',
  askedTimes: (times: number, daysAgo: number, title?: string) =>
    `${title === undefined ? '' : `"${title}" · `}asked ${times === 1 ? 'once' : `${times} times`} · last ${daysAgo <= 0 ? 'today' : daysAgo === 1 ? 'yesterday' : `${daysAgo} days ago`}`,

  notAQuestion(kind: NotAQuestion['kind'], example?: string): string {
    const such = example ? ` For example: ${example}` : '';
    switch (kind) {
      case 'empty':
        return `What would you like to know?${such}`;
      case 'too long':
        return 'That is too long for a question. Please ask in at most 1,000 characters.';
      case 'no words':
        return `I see no words in that. Please ask in words.${such}`;
      case 'nothing to look for':
        return `Please say a little more: I need at least one word to look for in the article.${such}`;
      case 'greeting':
        return wording.helloBack(example);
      case 'goodbye':
        return wording.goodbye;
      case 'remark':
        return 'Ask me more whenever you like.';
      case 'help':
        return `Ask about the article in your own words: each answer is a quote from it, with its place. /help shows all commands.${such}`;
      case 'about the bot':
        return `I am Verbatim, a bot. I answer questions about an article in the article's own words: each answer is a quote, with its place, and I never write one myself.${such}`;
      case 'thanks':
        return "You're welcome.";
    }
  },

  badArticle(choice: Exclude<Choice, { kind: 'article' }>): string {
    switch (choice.kind) {
      case 'no articles':
        return `There is no article in ${choice.folder}. Put one there: a text (.txt), Markdown (.md), a web page (.html), a Word document (.docx) or a PDF (.pdf).`;
      case 'no such article':
        return `ARTICLE is "${choice.wanted}", and ${choice.folder} has no such file. It has: ${choice.files.join(', ')}.`;
      case 'missing':
        return `There is no file ${choice.file}. Check the name.`;
      case 'folder':
        return `${choice.file} is a folder. Give a file.`;
      case 'not a file':
        return `${choice.file} is a pipe or a device. Give a file.`;
      case 'too large':
        return `${choice.file} is larger than Verbatim can read. Give a shorter one, or only its text.`;
      case 'too long':
        return `${choice.file} has more than ${choice.most.toLocaleString('en')} ${choice.of}, which is more than Verbatim can read. Split it into several files.`;
      case 'too much':
        return `${choice.file} takes too long to read, or too much memory. Give only its text, as plain text.`;
      case 'unreadable':
        return `${choice.file} can't be read. Check its permissions.`;
      case 'empty':
        return `${choice.file} has no text. Put the article's text into it.`;
      case 'no words':
        return `${choice.file} has no words in it. Put the article's text into it.`;
      case 'binary':
        return `${choice.file} is not a text file. Save the article as plain text in UTF-8.`;
      case 'unknown encoding':
        return `${choice.file} is neither UTF-8 nor Windows-1252. Save it as plain text in UTF-8.`;
      case 'broken characters':
        return `${choice.file} has broken characters in it: it is not quite ${choice.encoding}. Save it again as plain text in UTF-8.`;
      case 'foreign':
        return `${choice.file} is ${FOREIGN[choice.is]}`;
      case 'encrypted':
        return `${choice.file} is a PDF that opens only with a password. Save it without one.`;
      case 'no text layer':
        return `${choice.file} is a PDF with only pictures of its pages, such as a scan. Run text recognition (OCR) on it, or give the text.`;
      case 'broken':
        return choice.format === 'pdf'
          ? `${choice.file} is a PDF that can't be read: it is cut short or damaged. Download it again, or save it again as a PDF.`
          : `${choice.file} is a Word document that can't be read: it is cut short or damaged. Open it in a word processor, and save it again as .docx.`;
      case 'too deep':
        return `${choice.file} is a page whose elements are nested too deeply. Save its text as plain text.`;
      case 'bad front matter':
        return `${choice.file}, line ${choice.line}: the front matter doesn't parse: ${choice.reason}. Correct the line (put a value that has a colon or a bracket in it in quotes), or remove the front matter.`;
    }
  },

  assumedEncoding: (file: string, encoding: string) => `${file} is not UTF-8: it is read as ${encoding}.`,

  badVariable({ variable, value, kind, choices }: BadVariable): string {
    switch (kind) {
      case 'a path':
        return `${variable} is "${value}": give only the file's name, and set its folder as CONTENT_DIR.`;
      case 'no token':
        return `${variable} is not a bot token. Copy it again from the Bot page of your application: it has three parts with dots between them.`;
      case 'no id':
        return `${variable} is "${value}", which is not a server's id. To copy the id, switch on Developer Mode in Discord's settings and right-click the server; or leave this unset.`;
      case 'no address':
        return `${variable} is "${value}": give an address that begins with http:// or https:// and doesn't end in a version, or leave it unset.`;
      case 'no redis':
        return `${variable} is not the address of a Redis or Valkey: give one as redis://user:password@host:6379/0 (rediss:// for TLS), or leave it unset.`;
      case 'no level':
        return `${variable} is "${value}": give ${choices?.join(', ')}, or leave it unset for info.`;
      case 'no hours':
        return `${variable} is "${value}": give the number of hours after which a conversation is deleted, more than 0 and at most 8760, or leave it unset for 24.`;
      case 'no count':
        return `${variable} is "${value}": give a whole number from 1 to 64, or leave it unset.`;
      case 'no port':
        return `${variable} is "${value}": give a number from 1 to 65535, or leave it unset for none.`;
      case 'no host':
        return `${variable} is "${value}": give an address of this machine, such as 127.0.0.1 or 0.0.0.0, or leave it unset for 127.0.0.1.`;
      case 'no shelf':
        return `LIBRARY is "${value}": give three whole numbers from 1 to 1000 with slashes between them, how many texts a server may add, how many megabytes each may have, and how many all together, such as 50/5/50; or off, so that nobody can add any; or leave it unset for 50/5/50.`;
      case 'no limits':
        return `${variable} is "${value}": give three whole numbers from 1 to 10000 with slashes between them, how many questions a minute a person, a channel and a server may ask, such as 10/30/120; or off, for no limit; or leave it unset for 10/30/120.`;
      case 'no shards':
        return `${variable} is "${value}": give auto, or a whole number from 1 to 256, or leave it unset for one.`;
      case 'not local':
        return `${variable} is "${value}": it is only for tests, as 127.0.0.1:PORT. Leave it unset.`;
      case 'no switch':
        return `${variable} is "${value}": give on or off, or leave it unset for on.`;
      case 'no folder':
        return `${variable} is "${value}", and there is no such folder. Give another one, or leave it unset.`;
    }
  },

  badModel(problem: BadModel): string {
    switch (problem.kind) {
      case 'no model':
        return `${problem.folder} has no ${problem.file}: the reading model is incomplete. Clone the repository again, or copy the folder "model" from another clone.`;
      case 'model cut short':
        return `${problem.folder}/${problem.file} has ${problem.bytes} bytes, and should have ${problem.wanted}: it was cut short. Clone the repository again, or copy the file from another clone.`;
      case 'other model':
        return `${problem.folder} has the reading model of version ${problem.version}, and this Verbatim needs ${problem.wanted}. Take both from the same clone.`;
      case 'model does not load':
        return `The reading model in ${problem.folder} can't be loaded on this machine (${problem.reason}). It runs on Linux with glibc, macOS and Windows, on x64 and arm64 processors that onnxruntime-node supports.`;
    }
  },
  slowHost: (ms: number, windows: number) =>
    `This machine takes ${(ms / 1000).toFixed(1)} s to read a window of text, so in long articles it reads only the ${windows} likeliest. MODEL_THREADS sets how many processors the model may use.`,
  badStore(problem: BadStore): string {
    switch (problem.kind) {
      case 'unreadable store':
        return `Verbatim can't read the data that it keeps in ${problem.folder} (${problem.reason}). Check the folder's permissions, put back a backup of it, or set DATA_DIR to another folder. Nothing was changed there.`;
      case 'no room':
        return `The disk is full: there is no room in ${problem.folder} for the data that Verbatim keeps. Free some, or set DATA_DIR to another folder.`;
    }
  },
  noRedis: (address: string, reason: string) =>
    `The Redis at ${address} can't be used (${reason}). Start it, set REDIS_URL to the right address and password, or leave it unset to keep the data in the folder DATA_DIR.`,
  redisAway: (address: string, reason: string) => `the Redis at ${address} does not answer: ${reason}`,
  dataTaken: (folder: string) =>
    `Verbatim is already running with this token and the folder ${folder}. Stop that one first, or give this one a token and a DATA_DIR of its own.`,
  notWritten: (folder: string, reason: string) => `nothing can be written into ${folder}: ${reason}`,
  dataRemoved: (folder: string) => `${folder} was removed or replaced: put it back as it was, or start again with a new one`,
  noPort: ({ host, port, code }: NoPort) =>
    `Verbatim can't listen on ${host}:${port} (${code}${code === 'EADDRINUSE' ? ': another program already does' : ''}). Set PORT to another number, or HOST to an address of this machine.`,
  invite: (link: string) => `Add the bot to your server: ${link}`,
  ready: (name: string, guilds: number, shard?: Shard) =>
    `${name} is online, in ${guilds === 1 ? 'one server' : `${guilds} servers`}${shard ? ` (shard ${shard.id} of ${shard.count}, which count from 0)` : ''}. Ctrl-C stops it.`,
  badToken:
    'Discord does not know this DISCORD_TOKEN. Reset the token on the Bot page of your application, and copy the new one into .env.',
  noAccess: (guild: string) =>
    `The bot is not allowed to register commands in server ${guild}. Check DISCORD_GUILD_ID, and add the bot to that server with the invite link.`,
  commandsTwice: (guild: string) =>
    `The commands of this application are registered in all servers, so in server ${guild} everybody would see each of them twice. For development, use a separate application; or unset DISCORD_GUILD_ID; or run: npm run commands -- --clear global`,
  noNetwork: (api: string, code = '') =>
    `${api} can't be reached${code && ` (${code})`}. Check the network, and DISCORD_API_URL if it is set.`,
  notDiscord: (api: string, status: number) =>
    `What answers at ${api} is not Discord's API${status === 200 ? '' : ` (it answers ${status})`}. Check DISCORD_API_URL if it is set, and whether this network asks you to log in on a web page first.`,
  outOfOrder: (status: number) => `Discord is having problems (it answers ${status}).`,
  noStartsLeft:
    'Discord lets a bot connect 1,000 times a day, and this one has used them up: something keeps restarting it. Find out what, and look for a second copy.',
  triesOn: (problem: string) => `${problem} Verbatim keeps trying until it gets through. Ctrl-C stops it.`,
  noScope: (typed: string) => `"${typed}" is neither "global" nor a server's id.`,
  refused: (reason: string) => `Discord refused: ${reason}`,
  disconnected: (code = 0) =>
    `Discord has ended the connection for good${code === 0 ? '' : ` (${code})`}. ${CLOSED[code] ?? 'Start Verbatim again. If this comes back, look at https://discordstatus.com.'}`,
  needsToken: 'DISCORD_TOKEN is not set: there is no application to look at. Put its token into .env.',
  registeredIn: (where: string, names: readonly string[]) => `${where}: ${names.length > 0 ? names.join(' ') : 'none'}`,
  everywhere: 'In all servers and direct messages',
  inServer: (id: string, name?: string) => (name === undefined ? `In server ${id}` : `In ${name} (${id})`),
  cleared: (where: string) => `${where}: cleared.`,

  askHere: 'Type one question on each line. Ctrl-D ends.',

  confidence: (confidence: number) => `confidence that the article answers: ${confidence.toFixed(2)}`,
  scored: ({ quote, score, margin, phrase }: Found) =>
    `${score.toFixed(2)}  ${placeOf(quote)}: ${quote.text}\n  ${[
      margin === undefined ? 'the model was not asked' : `margin ${margin.toFixed(2)}`,
      ...(phrase ? [`phrase "${quote.text.slice(phrase.start, phrase.end)}"`] : []),
    ].join(', ')}`,
  windowsRead: (windows: readonly string[]) =>
    windows.length === 0 ? 'no window was read' : `read, window by window: ${windows.join('; ')}`,
  window: (first: Quote, last: Quote) => `${placeOf(first)} to ${placeOf(last)}`,
} as const;

/** Why Discord ends a connection for good, by its code, and what to do. */
const CLOSED: { readonly [code: number]: string } = {
  4004: 'It no longer knows the token. Reset it on the Bot page of your application, and copy the new one into .env.',
  4010: 'There is no such shard. Set SHARDS to auto, or leave it unset, and start again.',
  4011: 'The bot is in more servers than one connection may serve. Set SHARDS to auto, and start again.',
  4012: 'It no longer takes this version of its API. Get the latest Verbatim: git pull && npm ci',
  4013: "It doesn't know the events that the bot asks for (its intents). Get the latest Verbatim: git pull && npm ci",
  4014: 'It does not let this bot have the events that it asks for (its intents). Verbatim asks for no privileged ones: if nobody has changed that, look for messages from Discord on the page of your application.',
};

/** Who has asked too much. */
const TOO_MUCH: { readonly [whose in keyof Limits]: string } = {
  person: 'You have asked many questions in a minute.',
  channel: 'Many questions were asked in this channel in a minute.',
  guild: 'Many questions were asked in this server in a minute.',
};

/** What a file is that is not a text, and what to do. */
const FOREIGN: { readonly [what in Foreign]: string } = {
  picture: 'a picture. Give a file that holds the text as text.',
  recording: 'a recording. Give a file that holds the text as text.',
  archive: 'an archive. Unpack it, and give the file in it that holds the text.',
  program: 'a program. Give a file that holds a text.',
  spreadsheet: 'a spreadsheet. Save it as a web page (.html).',
  presentation: 'a presentation. Save it as a PDF, or its text as plain text.',
  'other document': 'a kind of document that Verbatim does not read. Open it in a word processor, and save it as .docx or as plain text.',
  'something else': 'not a text file. Save the article as plain text in UTF-8.',
};

/** "Fighting in Aleppo, July 2012" */
function headline({ title, published }: About): string {
  return published ? `${title}, ${dateOf(published)}` : title;
}

function dateOf(published: string): string {
  const [year, month, day] = published.split('-');
  return [day && Number(day), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(' ');
}

/** A heading or a caption is in no paragraph. */
function placeOf({ paragraph, sentence, answers }: Quote): string {
  return answers ? `paragraph ${paragraph}, sentence ${sentence}` : `near paragraph ${paragraph}`;
}
