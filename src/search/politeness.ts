/** A question without the words in front of it that ask nothing. */
export function withoutPoliteness(text: string): string {
  return text.replace(POLITE, '').replace(REQUEST, '');
}

/** A greeting or thanks in front of a question. */
const POLITE = /^\s*(?:hi|hello|hey|thanks|thank you|ok|okay)\b[\s,.!]*(?:and\b)?/i;

/** Words in front of a question that say no more than that it is one. */
const REQUEST =
  /^\s*(?:please )?(?:(?:can|could|would) you )?(?:please )?(?:tell me|explain|describe|do you know|i want to know)(?: about| something about)?\b/i;
