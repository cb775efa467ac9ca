/** What the bot says to who sits at the terminal. */
export const terminalWording = {
  /** What is being done. */
  works: { file: 'Reading the file', page: 'Fetching the page', model: 'Loading the model', answer: 'Looking for the answer' },
  readAgain: (file: string) => `The file ${file} has changed: read again.`,
  staysAsItWas: (problem: string) => `${problem} The text stays as it was.`,
};
