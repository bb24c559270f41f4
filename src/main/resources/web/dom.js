// Elements made by hand. Text is set as text and never parsed, so a name that holds markup stays a name.

/**
 * An element. `on…` attributes are listeners, `true` and `false` are attributes with and without
 * presence, null is left out; children are nodes or text.
 */
export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) {
      element.addEventListener(key.slice(2), value);
    } else if (key === 'style') {
      for (const [property, of] of Object.entries(value)) {
        element.style.setProperty(property, of); // by script, as the security policy asks
      }
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(key, value === true ? '' : String(value));
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

/** A row of buttons of which one is pressed. */
export function choice(label, options, chosen, choose) {
  return el(
    'div',
    { class: 'choice', role: 'group', 'aria-label': label },
    options.map(([value, text]) =>
      el(
        'button',
        {
          type: 'button',
          'data-value': value,
          'aria-pressed': String(value === chosen),
          onclick: () => choose(value),
        },
        text,
      ),
    ),
  );
}

/** A labelled select. */
export function select(id, label, options, chosen, choose) {
  return el(
    'label',
    { class: 'field', for: id },
    el('span', {}, label),
    el(
      'select',
      { id, onchange: (event) => choose(event.target.value) },
      options.map(([value, text]) => el('option', { value, selected: value === chosen }, text)),
    ),
  );
}

/** Runs something once things have been quiet for a while. */
export function quietly(milliseconds, run) {
  let timer = 0;
  return (...given) => {
    clearTimeout(timer);
    timer = setTimeout(() => run(...given), milliseconds);
  };
}
