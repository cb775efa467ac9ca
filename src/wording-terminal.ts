/** What the bot says to who sits at the terminal. */
export const terminalWording = {
  readAgain: (file: string) => `The file ${file} has changed: read again.`,
  staysAsItWas: (problem: string) => `${problem} The text stays as it was.`,
};
