import { element } from './elements.js';

/**
 * What is offered below a field while somebody types there: arrows choose, Enter or Tab takes, Escape closes.
 * @param {HTMLInputElement} field
 * @param {string} label
 * @param {(item: any) => void} take
 */
export function listboxFor(field, label, take) {
  const list = element('ul', { role: 'listbox', 'aria-label': label, id: `${field.id}-list`, class: 'listbox', hidden: true });
  let [items, at] = [[], -1];
  field.setAttribute('role', 'combobox');
  field.setAttribute('aria-autocomplete', 'list');
  field.setAttribute('aria-controls', list.id);
  field.setAttribute('autocomplete', 'off');

  function mark(next) {
    at = next;
    for (const [i, option] of [...list.children].entries()) option.setAttribute('aria-selected', String(i === at));
    const marked = list.children[at];
    if (marked) {
      field.setAttribute('aria-activedescendant', marked.id);
      marked.scrollIntoView({ block: 'nearest' });
    } else field.removeAttribute('aria-activedescendant');
  }

  /** @param {{ text: string, hint?: string, value: any }[]} offered @param {boolean} [isMarked] whether Enter takes the first */
  function offer(offered, isMarked = false) {
    items = offered;
    list.replaceChildren(
      ...offered.map(({ text, hint }, i) =>
        element(
          'li',
          { role: 'option', id: `${list.id}-${i}`, mousedown: (event) => event.preventDefault(), click: () => choose(i) },
          element('span', {}, text),
          ...(hint ? [element('small', {}, hint)] : []),
        ),
      ),
    );
    list.hidden = offered.length === 0;
    field.setAttribute('aria-expanded', String(!list.hidden));
    mark(isMarked && offered.length > 0 ? 0 : -1);
  }

  function choose(i) {
    const { value } = items[i];
    offer([]);
    take(value);
  }

  offer([]);
  field.addEventListener('blur', () => offer([]));
  field.addEventListener('keydown', (event) => {
    if (list.hidden || event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      mark((at + step + items.length + (at < 0 && step < 0 ? 1 : 0)) % items.length);
    } else if ((event.key === 'Enter' || event.key === 'Tab') && at >= 0) choose(at);
    else if (event.key === 'Escape') offer([]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  return { list, offer };
}
