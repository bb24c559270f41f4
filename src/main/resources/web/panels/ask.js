// How far one gets from a place, and which way from one place to another.

import { line } from '../api.js';
import { choice, el, quietly, select } from '../dom.js';
import { look, view } from '../view.js';
import { duration, metres, named, squareMetres, t } from '../words.js';

const BARRIERS = ['walls', 'gates', 'illegal_structures'];

export function makeAsk({ board, standard, legend, say, fail }) {
  const answers = line();
  const pins = {
    at: board.pin('', (place, done) => moved('at', place, done)),
    from: board.pin('A', (place, done) => moved('from', place, done)),
    to: board.pin('B', (place, done) => moved('to', place, done)),
  };
  const parts = {};
  const soon = quietly(250, (changes) => look(changes));

  /** While a pin is dragged the answer follows, but one question at a time. */
  function moved(name, place, done) {
    if (done) {
      look({ [name]: place });
    } else {
      soon({ [name]: place });
    }
  }

  function forget() {
    board.clear('isochrones');
    board.clear('walk');
    board.mark('forced', []);
    board.mark('opening', []);
  }

  function place() {
    const { tool, at, from, to } = view();
    pins.at.at(tool === 'reach' ? at : '');
    pins.from.at(tool === 'walk' ? from : '');
    pins.to.at(tool === 'walk' ? to : '');
  }

  function run() {
    place();
    drawControls();
    const now = view();
    if (now.tool === 'reach') {
      reach(now);
    } else {
      walk(now);
    }
  }

  function waiting() {
    parts.result.replaceChildren(el('p', { class: 'waiting' }, t('computing')));
  }

  function failed(problem, again) {
    forget();
    parts.result.replaceChildren(
      el('div', { class: 'problem' }, el('strong', {}, problem.title), el('p', {}, problem.detail)),
    );
    say(problem.title);
    if (problem.status === 0) {
      fail(problem, again);
    }
  }

  // ---- how far ----

  function reach({ at, group, dir }) {
    board.clear('walk');
    board.mark('forced', []);
    board.mark('opening', []);
    if (!at) {
      answers.hangUp();
      board.clear('isochrones');
      parts.result.replaceChildren(hint('reach_hint'));
      return;
    }
    waiting();
    answers.ask('/isochrone', { at, group, direction: dir, minutes: '5,10,15' }, drawReach, (problem) =>
      failed(problem, run),
    );
  }

  function drawReach(answer) {
    const largestFirst = [...answer.features].sort((a, b) => b.properties.minutes - a.properties.minutes);
    const colours = board.palette.isochrones;
    const rank = (feature) => largestFirst.length - 1 - largestFirst.indexOf(feature);
    const byMinutes = [
      'match',
      ['get', 'minutes'],
      ...largestFirst.flatMap((f) => [f.properties.minutes, colours[Math.min(rank(f), colours.length - 1)]]),
      colours[colours.length - 1],
    ];
    board.map.setPaintProperty('isochrones', 'fill-color', byMinutes);
    board.map.setPaintProperty('isochrones-outline', 'line-color', byMinutes);
    board.put('isochrones', largestFirst);
    parts.result.replaceChildren(
      el('h3', {}, t('reached')),
      el(
        'ul',
        { class: 'plain results', id: 'reached' },
        [...largestFirst].reverse().map((feature) =>
          el(
            'li',
            { 'data-minutes': feature.properties.minutes },
            el('i', { class: 'swatch', style: { '--colour': colours[rank(feature)] } }),
            el('span', {}, t('minutes_n', { n: feature.properties.minutes })),
            el('b', {}, squareMetres(feature.properties.area_m2)),
          ),
        ),
      ),
      el('p', { class: 'note' }, t('reach_more'), ' · ', t('picture')),
    );
    say(
      [...largestFirst]
        .reverse()
        .map((f) => `${t('minutes_n', { n: f.properties.minutes })} ${squareMetres(f.properties.area_m2)}`)
        .join(', '),
    );
  }

  // ---- which way ----

  function walk({ from, to, group }) {
    board.clear('isochrones');
    if (!from || !to) {
      answers.hangUp();
      forget();
      parts.result.replaceChildren(hint(from ? 'walk_hint_to' : 'walk_hint_from'));
      return;
    }
    waiting();
    answers.ask('/walk', { from, to, group }, drawWalk, (problem) => failed(problem, run));
  }

  function drawWalk(feature) {
    const p = feature.properties;
    const straight = {
      type: 'Feature',
      id: 'straight',
      geometry: {
        type: 'LineString',
        coordinates: [view().from, view().to].map((place) => place.split(',').map(Number)),
      },
      properties: { role: 'straight' },
    };
    board.put('walk', [{ ...feature, properties: { ...p, role: 'walk' } }, straight]);
    const located = (ids) => ids.map((id) => board.findAnywhere(id, BARRIERS)?.feature).filter(Boolean);
    board.mark('forced', located(p.forced_by));
    board.mark('opening', []);
    parts.result.replaceChildren(
      el(
        'dl',
        { class: 'figures' },
        figure('walked', 'walked', metres(p.distance_m)),
        figure('straight', 'straight', metres(p.straight_m)),
        figure('takes', 'takes', duration(p.seconds)),
      ),
      el('h3', {}, t('forced_by')),
      p.forced_by.length > 0
        ? list('forced', p.forced_by)
        : el('p', { class: 'note' }, t('not_forced')),
      p.forced_by.length > 0 ? el('p', { class: 'note' }, t('forced_note')) : null,
      el('h3', {}, t('gates_used')),
      p.openings.length > 0 ? list('used', p.openings) : el('p', { class: 'note' }, t('no_gates')),
    );
    say(`${t('walked')} ${metres(p.distance_m)}, ${t('straight')} ${metres(p.straight_m)}`);
  }

  function figure(id, key, text) {
    return el('div', {}, el('dt', {}, t(key)), el('dd', { id }, text));
  }

  function list(id, ids) {
    return el(
      'ol',
      { class: 'plain barriers', id },
      ids.map((thing) => {
        const found = board.findAnywhere(thing, BARRIERS);
        return el(
          'li',
          {},
          el(
            'button',
            {
              type: 'button',
              'data-id': thing,
              onmouseenter: () => board.mark('hover', found ? [found.feature] : []),
              onmouseleave: () => board.mark('hover', []),
              onclick: () => {
                if (found) {
                  board.goTo([found.feature]);
                  look({ pick: `${found.layer}:${thing}` });
                }
              },
            },
            el('span', {}, found ? parts.facts.name(found.layer, found.feature) : thing),
            el('small', {}, found ? parts.facts.about(found.layer, found.feature) || thing : ''),
          ),
        );
      }),
    );
  }

  // ---- controls ----

  function hint(key) {
    return el('p', { class: 'hint' }, t(key));
  }

  function drawControls() {
    const now = view();
    const button = (key, act) => el('button', { type: 'button', 'data-do': key, onclick: act }, t(key));
    const group = select('group', t('group'), standard.groups.map((g) => [g.id, named(g)]), now.group, (g) =>
      look({ group: g }),
    );
    const tools = choice(t('tools'), ['reach', 'walk'].map((tool) => [tool, t('tool_' + tool)]), now.tool, (tool) =>
      look({ tool }),
    );
    const controls =
      now.tool === 'reach'
        ? [
            el('div', { class: 'line' }, choice(t('direction'), ['out', 'in'].map((d) => [d, t('dir_' + d)]), now.dir, (dir) => look({ dir }))),
            group,
            el('div', { class: 'line' }, button('use_centre', () => look({ at: board.centre() })), now.at ? button('clear', () => look({ at: '' })) : null),
          ]
        : [
            group,
            el(
              'div',
              { class: 'line' },
              button('use_centre_from', () => look({ from: board.centre() })),
              button('use_centre_to', () => look({ to: board.centre() })),
            ),
            el(
              'div',
              { class: 'line' },
              now.from && now.to ? button('swap', () => look({ from: view().to, to: view().from })) : null,
              now.from || now.to ? button('clear', () => look({ from: '', to: '' })) : null,
            ),
          ];
    const focused = document.activeElement?.dataset?.do ?? document.activeElement?.dataset?.value;
    parts.controls.replaceChildren(tools, ...controls);
    if (focused) {
      parts.controls.querySelector(`[data-do="${focused}"],[data-value="${focused}"]`)?.focus();
    }
  }

  return {
    open(content, facts) {
      parts.facts = facts;
      parts.controls = el('div', { id: 'choices' });
      parts.result = el('div', { id: 'result' });
      content.append(parts.controls, parts.result);
      legend.classes(null);
      run();
    },

    close() {
      answers.hangUp();
      forget();
      Object.values(pins).forEach((pin) => pin.at(''));
    },

    changed(names) {
      if (['tool', 'at', 'from', 'to', 'dir', 'group'].some((name) => names.has(name))) {
        run();
      }
    },

    /** A click on the map asks; true says that it was taken. */
    clicked(place) {
      const { tool, from, to } = view();
      if (tool === 'reach') {
        look({ at: place });
      } else if (!from || to) {
        look({ from: place, to: '' });
      } else {
        look({ to: place });
      }
      return true;
    },
  };
}
