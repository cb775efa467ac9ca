/** A form, as the bot has sent it. */
export interface Modal {
  readonly custom_id: string;
  readonly title: string;
  readonly components: readonly Label[];
}

export interface Label {
  readonly type: number;
  readonly label?: string;
  readonly description?: string;
  readonly component?: TextInput;
}

export interface TextInput {
  readonly type: number;
  readonly custom_id: string;
  readonly value?: string;
  readonly placeholder?: string;
  readonly required?: boolean;
  readonly min_length?: number;
  readonly max_length?: number;
}

const LABEL = 18;
const TEXT_INPUT = 4;
const TEXT_DISPLAY = 10;

/** Rules for a form that the schema leaves out. Forms with other fields than text are not known here yet. */
export function modalBreaks({ components = [] }: Partial<Modal>): string[] {
  const inputs = inputsOf(components);
  const ids = inputs.map(({ custom_id }) => custom_id);
  return [
    ...(components.length < 1 || components.length > 5 ? [`a form with ${components.length} components`] : []),
    ...components
      .filter(({ type }) => type !== LABEL && type !== TEXT_DISPLAY)
      .map(({ type }) => `a form's component that is no label: ${type}`),
    ...components.filter(({ component }) => component && component.type !== TEXT_INPUT).map(() => 'a form with a field that is no text'),
    ...(new Set(ids).size < ids.length ? [`a form with a custom_id twice: ${ids}`] : []),
    ...inputs.flatMap(({ custom_id, value = '', min_length: least = 0, max_length: most = 4000 }) => [
      ...(least > most ? [`${custom_id}: no text is long enough and short enough`] : []),
      ...(value !== '' && (value.length < least || value.length > most) ? [`${custom_id}: a value that may not be sent`] : []),
    ]),
  ];
}

/**
 * What the client sends when a form is filled in. What isn't filled in keeps the value that the form came with.
 * @throws where the client would not send it
 */
export function submission({ custom_id, components }: Modal, texts: Readonly<Record<string, string>>): object {
  const known = inputsOf(components).map((input) => input.custom_id);
  const unknown = Object.keys(texts).filter((id) => !known.includes(id));
  if (unknown.length > 0) throw new Error(`there is no field ${unknown}, only ${known}`);
  let id = 0;
  const filled = ({ type, component }: Label) => ({
    ...{ type, id: ++id },
    ...(component && {
      component: { ...{ type: TEXT_INPUT, id: ++id }, custom_id: component.custom_id, value: textFor(component, texts) },
    }),
  });
  return { custom_id, components: components.map(filled) };
}

function textFor(input: TextInput, texts: Readonly<Record<string, string>>): string {
  const { custom_id, value = '', required = true, min_length: least = 0, max_length: most = 4000 } = input;
  const text = texts[custom_id] ?? value;
  if (required && text === '') throw new Error(`${custom_id} must be filled in`);
  if (text !== '' && text.length < least) throw new Error(`${custom_id} is too short`);
  if (text.length > most) throw new Error(`${custom_id} is too long`);
  return text;
}

function inputsOf(components: readonly Label[]): TextInput[] {
  return components.flatMap(({ component }) => component ?? []);
}
