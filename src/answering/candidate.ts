/** What questions are about. */
export const SUBJECTS = ['asked there', 'who', 'where', 'when', 'what', 'titles'] as const;
export type Subject = (typeof SUBJECTS)[number];

/** A question that could be asked. */
export interface Made {
  readonly about: Subject;
  readonly question: string;
}

/** The same, and the sentences that would answer it, by their numbers. */
export interface Candidate {
  readonly question: string;
  readonly answers: readonly number[];
}
