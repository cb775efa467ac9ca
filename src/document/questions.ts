import type { Kind } from './block.ts';
import type { View } from './view.ts';

/** "Q:", "Q (Radio):", "Frage 3:" */
const ASKED =
  /^[*_]{0,3}(?:Q|Question|Frage|Pregunta|Domanda|Pergunta|Vraag|Fråga)(?: ?\d{1,3}| ?\([^)]{1,40}\))?[*_]{0,3}\s?[:.]\s?[*_]{0,3}\s?\S/;

/** "Q: Dogs? A: no": the answer stands on the same line. */
const ANSWERED = /[?？.!]["”’)]*\s+[*_]{0,3}(?:A|Answer|Antwort|Respuesta|Risposta|Resposta)[*_]{0,3}\s?[:.]\s?[*_]{0,3}\s?\S/;

/** "RUTA:", "Dr Renn (Observatory):" */
const SPEAKER = /^([*_]{0,3}\p{Lu}[\p{L}.'’ -]{0,30}(?: ?\([^)]{1,40}\))?):[*_]{0,3}\s/u;

/** Whether a document is built of questions and answers, or of speakers' turns. */
export interface Questions {
  readonly expected: boolean;
  readonly turns: boolean;
}

/** @param headed whether the document's headings are known */
export function questionsOf(views: readonly View[], headed: boolean): Questions {
  const asked = views.filter(({ asks }) => asks).length;
  return {
    expected: asked > 1 || headed || views.some(({ headline }, at) => headline && at > 0),
    turns: views.filter(({ line }) => line.includes(':') && SPEAKER.test(line)).length > 4,
  };
}

/**
 * Whether a line is the question of an FAQ or an interview, which what is below it answers. One question in a story is its author's way of telling it.
 * @param above what the block above it is
 */
export function isQuestion(views: readonly View[], at: number, above: Kind | undefined, { expected, turns }: Questions): boolean {
  const [{ asks, line, first }, below] = [views[at] as View, views[at + 1]];
  if (!below) return false;
  if (ASKED.test(line)) return !ANSWERED.test(line);
  if (asks && expected && !(above === 'label' && !first)) return true;
  return turns && isTurn(line) && !below.look.asks && !below.line.startsWith(`${SPEAKER.exec(line)?.[1]}:`);
}

/** Whether somebody with a name says the line and does nothing in it but ask: the next to speak answers. */
export function isTurn(line: string): boolean {
  const label = /[?？]/.test(line.slice(-3)) ? SPEAKER.exec(line)?.[0] : undefined;
  return label !== undefined && !ASKED.test(line) && /^[^.!:]{3,150}[?？][”"’)]*$/.test(line.slice(label.length));
}
