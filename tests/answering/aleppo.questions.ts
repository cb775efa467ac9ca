/** A question as people ask it, behind the W of its command where it has one, and the place of the sentence that answers: paragraph.sentence. */
export const QUESTIONS: [asked: string, place: string | 'not in the article'][] = [
  ['/when did the clashes begin', '5.1'],
  ['/who', '1.1'],
  ['/where', '1.1'],
  ['/when', '1.1'],
  ['/who is mohamad saeed', '3.1'],
  ['which city is the largest in Syria?', '2.1'],
  ['wher did thousands of poeple flee to?', '7.1'],
  ['at what hour were the battles worst', '9.1'],
  ['why do merchants and minorities worry', '10.1'],
  ['where have the rebels been gaining strenght', '11.1'],
  ['what did soldiers do to the school', '12.1'],
  ['Who won the football match?', 'not in the article'],
  ['How much did the weapons cost?', 'not in the article'],
  ['/who is the mayor of Berlin', 'not in the article'],
];

/** Known to be refused, or answered wrong. */
export const MISSED: typeof QUESTIONS = [
  ['How did Saeed talk to the reporters?', '3.1'],
  ['why are well-off families afraid', '10.1'],
  ['what did Saeed say about the night', '3.1'],
];
