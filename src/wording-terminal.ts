/** What the bot says in the terminal only. */
export const terminalWording = {
  /** What is being done. */
  works: { file: 'Reading the file', page: 'Fetching the page', model: 'Loading the model', answer: 'Looking for the answer' },
  readAgain: (file: string) => `${file} has changed, and was read again.`,
  staysAsItWas: (problem: string) => `${problem} The text stays as it was.`,
};
