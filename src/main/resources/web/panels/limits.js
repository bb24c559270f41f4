// What a plan has to heed beside its budget: consent, wishes, lifts, limits, and what must or must not be done.

import { el, select } from '../dom.js';
import { look, view } from '../view.js';
import { t } from '../words.js';

const TEN_THOUSAND = 10000;

function listed(name) {
  return view()[name] ? view()[name].split(',').map(decodeURIComponent) : [];
}

/** Whether a plan has to do this thing (`must`), or must leave it alone (`never`). */
export function isNamed(name, layer, id) {
  return listed(name).includes(`${layer}:${id}`);
}

/** Names a thing, or no longer; it cannot be named both. */
export function toggleNamed(name, layer, id) {
  const thing = `${layer}:${id}`;
  const other = name === 'must' ? 'never' : 'must';
  const without = (list) => list.filter((one) => one !== thing);
  const kept = (list) => list.map(encodeURIComponent).join(',');
  const named = listed(name);
  look({
    [name]: kept(named.includes(thing) ? without(named) : [...named, thing]),
    [other]: kept(without(listed(other))),
  });
}

/** These limits as the API takes them. */
export function limits() {
  const { agreed, wishes, lifts, lift, most, each, apart } = view();
  return {
    ...(agreed === 'true' && { agreed_only: true }),
    ...(wishes === 'true' && { opinions: true }),
    ...(lifts && { lifts: { budget_yuan: Number(lifts), type: lift } }),
    ...(most && { max_facilities_per_compound: Number(most) }),
    ...(each && { max_yuan_per_compound: Number(each) }),
    ...(apart && { min_distance_m: Number(apart) }),
    ...(listed('must').length > 0 && { fixed: listed('must') }),
    ...(listed('never').length > 0 && { forbidden: listed('never') }),
  };
}

export function makeLimits(board, fail) {
  const element = el('details', { id: 'limits' });
  const parts = {};

  function tick(name, id) {
    const input = el('input', {
      id,
      type: 'checkbox',
      checked: view()[name] === 'true',
      onchange: (event) => look({ [name]: String(event.target.checked) }),
    });
    return el('label', { class: 'tick', for: id }, input, el('span', {}, t('plan_' + name)));
  }

  /** A number that may be left out; money is written in ten thousands. */
  function number(name, unit, least, step) {
    const given = view()[name];
    const input = el('input', {
      id: 'plan-' + name, type: 'number', min: least, step, inputmode: 'decimal', placeholder: t('plan_no_limit'),
      value: given === '' ? '' : Number(given) / unit,
      onchange: ({ target }) => target.checkValidity() && look({ [name]: target.value === '' ? '' : String(Math.round(target.valueAsNumber * unit)) }),
    });
    return el('label', { class: 'field', for: 'plan-' + name }, el('span', {}, t('plan_' + name)), input);
  }

  function things(name, facts) {
    return el(
      'ul',
      { class: 'plain chips', id: name, 'aria-label': t('plan_' + name) },
      listed(name).map((thing) => {
        const [layer, id] = [thing.slice(0, thing.indexOf(':')), thing.slice(thing.indexOf(':') + 1)];
        const feature = board.find(layer, id);
        const text = feature ? facts.name(layer, feature) : id;
        return el(
          'li',
          {},
          el('small', {}, t('plan_' + name)),
          el('span', {}, text),
          el('button', { type: 'button', class: 'close', 'aria-label': `${t('take_back')} ${text}`, onclick: () => toggleNamed(name, layer, id) }, '×'),
        );
      }),
    );
  }

  function count() {
    const asked = Object.keys(limits()).length;
    parts.count.textContent = asked > 0 ? ` ${t('plan_limits_n', { n: asked })}` : '';
  }

  function draw(facts) {
    parts.count = el('small', {});
    parts.things = el('div', {});
    element.replaceChildren(
      el('summary', {}, t('plan_limits'), parts.count),
      tick('agreed', 'agreed-only'),
      tick('wishes', 'heed-wishes'),
      number('lifts', TEN_THOUSAND, 0, 'any'),
      select('lift-type', t('plan_lift_type'), ['level', 'half_landing'].map((type) => [type, t('lift_' + type)]), view().lift, (lift) => look({ lift })),
      number('most', 1, 0, 1),
      number('each', TEN_THOUSAND, 0, 'any'),
      number('apart', 1, 0, 'any'),
      el('p', { class: 'note' }, t('plan_name_hint')),
      parts.things,
    );
    drawThings(facts);
  }

  function drawThings(facts) {
    parts.things.replaceChildren(things('must', facts), things('never', facts));
    count();
  }

  return {
    element,

    open(facts) {
      element.open = Object.keys(limits()).length > 0;
      draw(facts);
      const ids = (layer) => [...listed('must'), ...listed('never')].filter((thing) => thing.startsWith(layer + ':')).map((thing) => thing.slice(layer.length + 1));
      Promise.all(['walls', 'gates', 'illegal_structures'].map((layer) => board.learn(layer, ids(layer))))
        .then((learned) => learned.includes(true) && drawThings(facts), fail);
    },

    changed(names, facts) {
      if (names.has('must') || names.has('never')) {
        element.open = true;
        drawThings(facts);
      } else {
        count(); // a field that is drawn anew loses the key or the click that left it
      }
    },
  };
}
