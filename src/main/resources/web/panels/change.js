// Trying out changes: take down, open, draw, and see at once what follows.

import { line } from '../api.js';
import { choice, el, select } from '../dom.js';
import { changeOf, keyOf } from '../draft.js';
import { addNumbered, drawEdits, layerOf, learnChanged, onLine } from '../map/edits.js';
import { look, view } from '../view.js';
import { named, percent, t, told, whole } from '../words.js';
import { reach } from './reach.js';

const EDITS = ['take', 'facility', 'gate', 'path', 'reach'];
const LISTED = 12;

export function makeChange({ board, standard, choropleth, legend, say, fail, draft }) {
  const effects = line();
  const colours = line();
  const reaches = line();
  const parts = {};
  const requirements = new Map(standard.requirements.map((r) => [r.id, r]));
  const pin = board.pin('', (at, done) => done && look({ at }));
  let sketch = [];

  // ---- what a click does ----

  function lonLat(place) {
    return place.split(',').map(Number);
  }

  function add(type, layer, prefix, geometry, properties) {
    addNumbered(board, draft, layer, prefix, (id) => [{ type, feature: { type: 'Feature', id, geometry, properties } }]).catch(fail);
  }

  const clicks = {
    take(_, layer, feature) {
      const change = feature && changeOf(layer, feature);
      if (change) {
        draft.toggle(change);
      } else {
        hint(t(layer === 'walls' ? 'wall_stays' : 'edit_hint_take'));
      }
    },
    facility(place) {
      const kind = standard.kinds.find((k) => k.id === view().kind) ?? standard.kinds[0];
      add('add_facility', 'facilities', 'new-facility', { type: 'Point', coordinates: lonLat(place) }, { kind: kind.id, name: named(kind) });
    },
    gate(place, layer, feature) {
      if (layer === 'walls') {
        const coordinates = onLine(feature.geometry.coordinates, lonLat(place));
        add('add_gate', 'gates', 'new-gate', { type: 'Point', coordinates }, { access: 'public', width_m: 3 });
      } else {
        hint(t('edit_hint_gate'));
      }
    },
    path(place) {
      sketch.push(lonLat(place));
      drawControls();
      drawEdits(board, draft.changes(), sketch);
    },
    reach: (place) => look({ at: place }),
  };

  function finish() {
    const coordinates = sketch;
    sketch = [];
    if (coordinates.length > 1) {
      add('add_path', 'paths', 'new-path', { type: 'LineString', coordinates }, { kind: 'footway', width_m: 2 });
    } else {
      refresh();
    }
  }

  function keys(event) {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (sketch.length > 0 && event.key === 'Enter') {
      finish();
    } else if (sketch.length > 0 && event.key === 'Escape') {
      sketch = [];
      refresh();
    } else if (!typing && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') {
      event.preventDefault();
      (event.shiftKey ? draft.redo : draft.undo)();
    }
  }

  // ---- the panel ----

  function hint(text) {
    parts.hint.textContent = text;
  }

  function button(id, text, act, off = false) {
    return el('button', { type: 'button', id, disabled: off, onclick: act }, text);
  }

  function drawControls() {
    const { edit, kind } = view();
    parts.controls.replaceChildren(
      choice(t('tab_change'), EDITS.map((e) => [e, t('edit_' + e)]), edit, (e) => look({ edit: e })),
      ...(edit === 'facility'
        ? [select('kind', t('kind'), standard.kinds.filter((k) => k.walked_to !== false).map((k) => [k.id, named(k)]), kind, (k) => look({ kind: k }))]
        : []),
      el(
        'div',
        { class: 'line' },
        button('undo', '↶ ' + t('undo'), draft.undo, !draft.canUndo()),
        button('redo', '↷ ' + t('redo'), draft.redo, !draft.canRedo()),
        ...(sketch.length > 1 ? [button('finish', t('finish'), finish)] : []),
        ...(edit === 'reach' && view().at ? [button('clear', t('clear'), () => look({ at: '' }))] : []),
      ),
    );
    hint(t('edit_hint_' + edit));
  }

  function describe(change) {
    const layer = layerOf(change);
    const feature = layer && board.find(layer, change.id);
    const name = feature ? parts.facts.name(layer, feature) : (change.feature?.properties.name ?? '');
    const about = feature ? parts.facts.about(layer, feature) : (change.id ?? change.feature?.id ?? change.entrance_id);
    return [t('do_' + change.type), name, about];
  }

  function drawChanges() {
    const changes = draft.changes();
    const stale = new Map((draft.kept()?.no_longer_apply ?? []).map((f) => [Number(f.pointer.split('/')[2]), f.reason]));
    parts.changes.replaceChildren(
      el('h3', {}, t('changes'), el('small', {}, t('changes_n', { n: changes.length }))),
      changes.length === 0
        ? el('p', { class: 'note' }, t('no_changes'))
        : el(
            'ol',
            { class: 'plain changes', id: 'changes' },
            changes.map((change, i) => {
              const [deed, name, about] = describe(change);
              return el(
                'li',
                { 'data-key': keyOf(change) },
                el('b', { class: change.type.startsWith('remove') || change.type === 'close_gate' ? 'gone' : 'made' }, deed),
                el('span', {}, name, el('small', {}, stale.get(i) ?? about)),
                el('button', { type: 'button', class: 'close', 'aria-label': `${t('take_back')} ${name}`, onclick: () => draft.toggle(change) }, '×'),
              );
            }),
          ),
    );
  }

  function drawConflict() {
    const theirs = draft.conflict();
    parts.conflict.hidden = !theirs;
    if (!theirs) {
      return;
    }
    const deeds = (changes) =>
      el('ul', {}, changes.slice(0, LISTED).map((change) => el('li', {}, describe(change).slice(0, 2).join(' '))));
    parts.conflict.replaceChildren(
      el('strong', {}, t(theirs.gone ? 'conflict_gone' : 'conflict')),
      ...(theirs.gone ? [] : [el('p', {}, t('conflict_theirs', { n: theirs.changes.length })), deeds(theirs.changes)]),
      el('p', {}, t('conflict_ours', { n: draft.changes().length })),
      deeds(draft.changes()),
      el(
        'div',
        { class: 'line' },
        ...(theirs.gone ? [] : [button('settle-both', t('settle_both'), () => draft.settle('both'))]),
        button('settle-copy', t('settle_copy'), () => draft.settle('copy')),
        button('settle-theirs', t(theirs.gone ? 'settle_gone' : 'settle_theirs'), () => draft.settle('theirs')),
      ),
    );
    say(t('conflict'));
  }

  function drawSaving() {
    const kept = draft.kept();
    const before = parts.saving.querySelector('#name');
    const input = el('input', { id: 'name', type: 'text', value: kept?.name ?? '', placeholder: t('new_scenario'), maxlength: 120, 'aria-label': t('scenario_name') });
    const name = () => input.value.trim() || t('new_scenario');
    const focused = before !== null && document.activeElement === before;
    if (before && before.value !== before.defaultValue && (!parts.namedFor || parts.namedFor === kept?.id)) {
      input.value = before.value; // somebody is typing it
    }
    parts.namedFor = kept?.id;
    parts.saving.replaceChildren(
      el('h3', {}, t('save')),
      el('div', { class: 'line' }, input, button('save', t('save_name'), () => draft.rename(name()))),
      el(
        'div',
        { class: 'line' },
        button('save-as', t('save_as'), () => draft.saveAs(name() === kept?.name ? `${name()} ${t('copy')}` : name()), !kept),
        button('compare', t('tab_compare') + ' →', () => look({ tab: 'compare' }, true), !kept),
        button('delete', t('delete'), () => draft.remove(), !kept),
      ),
      el('p', { class: 'note' }, t(kept ? 'kept_note' : 'not_kept_note')),
    );
    if (focused) {
      input.focus();
    }
  }

  // ---- what follows ----

  function follow() {
    drawReach();
    if (!draft.kept()) {
      effects.hangUp();
      parts.effects.replaceChildren();
      colourBy(requirements.has(view().req) ? view().req : null);
      return;
    }
    const { criterion, group } = view();
    effects.ask('/comparison', { by: 'requirement', criterion, group }, drawEffects, (problem) => fail(problem, follow));
  }

  function drawEffects(table) {
    const rows = table.rows
      .filter((row) => row.residents_gained > 0 || row.residents_lost > 0)
      .sort((a, b) => b.residents_gained - b.residents_lost - (a.residents_gained - a.residents_lost));
    const asked = requirements.has(view().req) ? view().req : rows[0]?.requirement;
    parts.effects.replaceChildren(
      el('h3', {}, t('effects'), el('small', {}, t('effects_n', { n: rows.length }))),
      rows.length === 0
        ? el('p', { class: 'note', id: 'no-effects' }, t('no_effects'))
        : el(
            'ol',
            { class: 'plain', id: 'effects' },
            rows.map((row) =>
              el(
                'li',
                {},
                el(
                  'button',
                  {
                    type: 'button',
                    class: 'effect',
                    'data-requirement': row.requirement,
                    'aria-pressed': String(row.requirement === asked),
                    onclick: () => look({ req: row.requirement }),
                  },
                  el('span', { class: 'name' }, told(requirements.get(row.requirement), standard)),
                  el('span', { class: 'shares' }, `${percent(row.share_before)} → ${percent(row.share_after)}`),
                  el('b', { class: row.residents_gained >= row.residents_lost ? 'made' : 'gone' }, people(row)),
                ),
              ),
            ),
          ),
    );
    say(rows.length > 0 ? `${named(requirements.get(rows[0].requirement))} ${people(rows[0])}` : t('no_effects'));
    colourBy(asked ?? null);
  }

  function people(row) {
    const gained = row.residents_gained > 0 ? `+${whole(row.residents_gained)}` : '';
    const lost = row.residents_lost > 0 ? `−${whole(row.residents_lost)}` : '';
    return t('people', { n: [gained, lost].filter(Boolean).join(' ') });
  }

  function colourBy(requirement) {
    if (!requirement) {
      colours.hangUp();
      choropleth.plain();
      legend.classes(null);
      legend.accepted(null);
      return;
    }
    const { criterion, group } = view();
    colours.ask(
      '/coverage',
      { by: 'building', requirement, criterion, group },
      (answer) => {
        choropleth.colour(answer.rows, 'building', 'share');
        legend.classes(`${told(requirements.get(requirement), standard)} · ${t('measure_share')}`, choropleth.counts(answer.rows, 'share'));
        legend.accepted(requirements.get(requirement).accepts);
      },
      (problem) => fail(problem, follow),
    );
  }

  function drawReach() {
    const { at, group } = view();
    pin.at(at);
    if (!at) {
      reaches.hangUp();
      board.clear('isochrones');
      parts.reach.replaceChildren();
      return;
    }
    const [path, parameters] = reach.question({ at, group, dir: 'out' });
    reaches.ask(
      path,
      parameters,
      (answer) => parts.reach.replaceChildren(...reach.draw(answer, { board }).shown.filter(Boolean)),
      (problem) => {
        board.clear('isochrones');
        parts.reach.replaceChildren(el('div', { class: 'problem' }, el('strong', {}, problem.title), el('p', {}, problem.detail)));
      },
    );
  }

  function refresh() {
    drawEdits(board, draft.changes(), sketch);
    drawControls();
    drawChanges();
    drawConflict();
  }

  /** Draws the changes now, and again when what they are about has come. */
  function show() {
    const draw = () => (parts.open ? refresh() : drawEdits(board, draft.changes()));
    draw();
    learnChanged(board, draft.changes()).then((learned) => learned && draw(), fail);
  }

  draft.onChange((what) => {
    show();
    if (!parts.open) {
      return;
    }
    if (what === 'kept') {
      drawSaving();
      follow();
    }
  });

  return {
    open(content, facts) {
      parts.open = true;
      parts.facts = facts;
      sketch = [];
      const part = (name, tag = 'div', more = {}) => (parts[name] = el(tag, { id: 'change-' + name, ...more }));
      content.append(
        el('p', { class: 'lead' }, t('change_intro')),
        part('conflict', 'div', { class: 'problem', role: 'alert', hidden: true }),
        part('controls', 'div', { class: 'stack' }),
        part('hint', 'p', { class: 'hint' }),
        part('effects'),
        part('reach'),
        part('changes'),
        part('saving'),
      );
      addEventListener('keydown', keys);
      refresh();
      drawSaving();
      follow();
    },

    close() {
      parts.open = false;
      removeEventListener('keydown', keys);
      [effects, colours, reaches].forEach((asked) => asked.hangUp());
      sketch = [];
      drawEdits(board, draft.changes());
      pin.at('');
      board.clear('isochrones');
      choropleth.plain();
      legend.classes(null);
      legend.accepted(null);
    },

    changed(names) {
      if (names.has('edit') || names.has('kind')) {
        sketch = [];
        refresh();
      }
      if (['at', 'req', 'group', 'criterion'].some((name) => names.has(name))) {
        drawControls();
        follow();
      }
    },

    /** A click on the map changes something. */
    clicked(place, layer, id) {
      const { edit } = view();
      if (edit === 'take' || edit === 'gate') {
        const known = layer ? board.learn(layer, [id]) : Promise.resolve();
        known.then(() => clicks[edit](place, layer, layer && board.find(layer, id))).catch(fail);
      } else {
        clicks[edit](place); // at once: the points of a path have an order
      }
    },
  };
}
