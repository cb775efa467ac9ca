/** What is asked, and where the sentence stands that answers: paragraph.sentence, or several that do. */
export type Turn = readonly [asked: string, places: string, kind: 'alone' | 'follow-up'];

/** A file, and what somebody asks about it in one go. */
export type Conversation = readonly [article: string, turns: readonly Turn[]];

const ALEPPO = 'content/aleppo-2012.txt';
const OSPREY = 'tests/conversation/osprey.txt';
const FONTAINE = 'tests/conversation/fontaine.txt';
const PARDON = 'tests/conversation/pardon.txt';

export const CONVERSATIONS: readonly Conversation[] = [
  [
    ALEPPO,
    [
      ['Who is Mohammad Saeed?', '3.1', 'alone'],
      ['What did he say about the uprising?', '6.1', 'follow-up'],
      ['and about the Free Syrian Army?', '4.1', 'follow-up'],
      ['when did the clashes begin?', '5.1', 'alone'],
      ['where?', '5.1 2.2', 'follow-up'],
    ],
  ],
  [
    ALEPPO,
    [
      ['/when did the clashes begin', '5.1', 'alone'],
      ['how long did they go on?', '5.1', 'follow-up'],
      ['what happened in Damascus?', '8.1', 'alone'],
      ['who said that?', '8.1', 'follow-up'],
      ['what about Iraq?', '7.1', 'follow-up'],
    ],
  ],
  [
    ALEPPO,
    [
      ['what happened at the university in May?', '12.1', 'alone'],
      ['how many were killed?', '12.1', 'follow-up'],
      ['who did it?', '12.1', 'follow-up'],
      ['and then?', '13.1', 'follow-up'],
      ['when did the uprising reach Aleppo?', '6.1', 'alone'],
      ['who entered the city from the countryside?', '4.1', 'follow-up'],
    ],
  ],
  [
    OSPREY,
    [
      ['What crashed in Florida?', '1.1', 'alone'],
      ['when?', '1.1 2.1', 'follow-up'],
      ['how many people were hurt?', '1.1 4.1', 'follow-up'],
      ['where were they taken?', '4.1', 'follow-up'],
      ['who said that?', '4.1', 'follow-up'],
      ['what was the cause of the accident?', '6.1', 'alone'],
    ],
  ],
  [
    OSPREY,
    [
      ['When was the Osprey fleet grounded?', '11.1', 'alone'],
      ['why?', '11.1', 'follow-up'],
      ['when did it fly again?', '12.1', 'follow-up'],
      ['what about 1992?', '10.1', 'follow-up'],
    ],
  ],
  [
    OSPREY,
    [
      ['When did the Army begin developing the aircraft?', '9.1', 'alone'],
      ['who wanted to cancel it?', '9.1', 'follow-up'],
      ['why?', '9.1', 'follow-up'],
      ['when did the Marines deploy it first?', '14.1', 'follow-up'],
      ['where?', '14.1', 'follow-up'],
    ],
  ],
  [
    FONTAINE,
    [
      ['When did Joan Fontaine die?', '1.1', 'alone'],
      ['how old was she?', '2.1', 'follow-up'],
      ['how did she die?', '3.1', 'follow-up'],
      ['where was she born?', '6.1', 'follow-up'],
      ['when?', '6.1', 'follow-up'],
    ],
  ],
  [
    FONTAINE,
    [
      ['Who is Olivia de Havilland?', '5.1', 'alone'],
      ['when did she win her first Oscar?', '13.1', 'follow-up'],
      ['what for?', '13.1', 'follow-up'],
      ['what did she say about her sister?', '16.1', 'follow-up'],
    ],
  ],
  [
    FONTAINE,
    [
      ['When were both sisters nominated for an Oscar?', '11.1', 'alone'],
      ['who won?', '12.1', 'follow-up'],
      ['what happened next?', '13.1', 'follow-up'],
      ['how did Fontaine get her stage name?', '9.1', 'alone'],
    ],
  ],
  [
    PARDON,
    [
      ['How many prisoners will Cuba pardon?', '1.1', 'alone'],
      ['why?', '2.1 11.1', 'follow-up'],
      ['who said that?', '2.1', 'follow-up'],
      ['from how many countries are they?', '10.1', 'follow-up'],
    ],
  ],
  [
    PARDON,
    [
      ['When was Gross jailed?', '7.1', 'alone'],
      ['how long is his sentence?', '8.1', 'follow-up'],
      ['what was he accused of?', '8.1', 'follow-up'],
      ['what did he say?', '9.1', 'follow-up'],
      ['tell me more', '10.1 7.1 6.1', 'follow-up'],
    ],
  ],
  [
    PARDON,
    [
      ['When will the pope visit Mexico?', '12.1', 'alone'],
      ['what else?', '11.1', 'follow-up'],
      ['which prisoners will not be released?', '4.1', 'alone'],
      ['and which of them might be freed?', '3.1', 'follow-up'],
    ],
  ],
];
