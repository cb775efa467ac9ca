import { byId, element } from './elements.js';

/** Asks for a line of text. @param submit is given it */
export function showForm({ title, label, hint }, { labels, longest }, submit) {
  const dialog = /** @type {HTMLDialogElement} */ (byId('form'));
  const field = element('input', { id: 'field', maxlength: longest.question, required: true, 'aria-describedby': 'hint' });
  dialog.setAttribute('aria-labelledby', 'form-title');
  dialog.replaceChildren(
    element(
      'form',
      {
        method: 'dialog',
        submit: (event) => {
          if (event.submitter?.value !== 'cancel') submit(field.value);
        },
      },
      element('h2', { id: 'form-title' }, title),
      element('label', { for: 'field' }, label),
      field,
      element('small', { id: 'hint' }, hint),
      element(
        'p',
        { class: 'choices' },
        element('button', { class: 'primary' }, labels.submit),
        element('button', { value: 'cancel', formnovalidate: true }, labels.cancel),
      ),
    ),
  );
  dialog.showModal();
  field.focus();
}

/** Shows what is pinned. @param {HTMLElement[]} pinned */
export function showPins(pinned, labels) {
  const dialog = /** @type {HTMLDialogElement} */ (byId('pins'));
  dialog.setAttribute('aria-labelledby', 'pins-title');
  dialog.replaceChildren(
    element('h2', { id: 'pins-title' }, labels.pinned),
    ...(pinned.length > 0 ? pinned : [element('p', {}, labels.noPins)]),
    element('form', { method: 'dialog', class: 'choices' }, element('button', {}, labels.close)),
  );
  dialog.showModal();
}
