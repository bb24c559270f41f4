// Before and after: who gains and who loses by a scenario, as a map, a table and a chart.

import { baseAddress, line } from '../api.js';
import { reportLinks } from './report.js';
import { choice, el, select } from '../dom.js';
import { makeSwipe } from '../map/swipe.js';
import { areaAddress, look, view } from '../view.js';
import { named, percent, t, today, told, whole } from '../words.js';

const SHOWN = ['difference', 'before', 'after', 'swipe'];

export function makeCompare({ board, standard, choropleth, legend, say, fail, draft }) {
  const tables = line();
  const places = line();
  const before = line();
  const after = line();
  const swipe = makeSwipe(board);
  const parts = {};
  const requirements = new Map(standard.requirements.map((r) => [r.id, r]));
  let rows = []; // by requirement

  const short = (id) => told(requirements.get(id), standard);
  const asked = () => ({ criterion: view().criterion, group: view().group });
  const net = (row) => row.residents_gained - row.residents_lost;

  /** The requirement that is asked for; else the one that changes for most people. */
  function requirement() {
    return requirements.has(view().req) ? view().req : [...rows].sort((a, b) => Math.abs(net(b)) - Math.abs(net(a)))[0]?.requirement;
  }

  function load() {
    parts.result.replaceChildren(el('p', { class: 'waiting' }, t('computing')));
    tables.ask(
      '/comparison',
      { by: 'requirement', ...asked() },
      (table) => {
        rows = table.rows;
        draw();
      },
      (problem) => {
        parts.result.replaceChildren();
        fail(problem, load);
      },
    );
  }

  // ---- the map ----

  function colour() {
    const id = requirement();
    const question = { by: 'building', requirement: id, ...asked() };
    const show = view().show;
    const failed = (problem) => fail(problem, colour);
    [before, after].forEach((asking) => asking.hangUp());
    swipe.away();
    legend.accepted(requirements.get(id).accepts);
    const share = (answer, side) => {
      choropleth.colour(answer.rows, 'building', 'share');
      legend.classes(`${short(id)} · ${side}`, choropleth.counts(answer.rows, 'share'));
    };
    if (show === 'difference') {
      const scale = board.palette.difference;
      after.ask('/comparison', question, (answer) => {
        choropleth.colour(answer.rows, 'building', 'share_difference', scale);
        legend.classes(`${short(id)} · ${t('difference')}`, choropleth.counts(answer.rows, 'share_difference', scale), scale);
      }, failed);
    } else if (show === 'after') {
      after.ask('/coverage', question, (answer) => share(answer, t('show_after')), failed);
    } else {
      before.ask(areaAddress() + '/coverage', question, (today) => {
        share(today, t('show_before'));
        if (show === 'swipe') {
          legend.classes(`${short(id)} · ${t('measure_share')}`, choropleth.counts(today.rows, 'share'));
          after.ask('/coverage', question, (then) => swipe.lay(then.rows, 'share', board.palette.share), failed);
        }
      }, failed);
    }
  }

  // ---- the figures ----

  function people(row) {
    return [
      row.residents_gained > 0 ? el('b', { class: 'made' }, `+${whole(row.residents_gained)}`) : null,
      row.residents_lost > 0 ? el('b', { class: 'gone' }, `−${whole(row.residents_lost)}`) : null,
      row.residents_gained > 0 || row.residents_lost > 0 ? null : el('b', {}, '0'),
    ];
  }

  /** Before as a ring, after as a disc, what lies between as a bar. */
  function bar(row) {
    const at = (share) => `${(100 * (share ?? 0)).toFixed(1)}%`;
    const [low, high] = [row.share_before ?? 0, row.share_after ?? 0].sort((a, b) => a - b);
    return el(
      'span',
      { class: 'bar', 'aria-hidden': 'true' },
      el('i', { class: net(row) >= 0 ? 'won' : 'lost', style: { left: at(low), width: at(high - low) } }),
      el('i', { class: 'dot hollow', style: { left: at(row.share_before) } }),
      el('i', { class: 'dot', style: { left: at(row.share_after) } }),
    );
  }

  function entry(row, name, chosen, more) {
    return el(
      'tr',
      { 'aria-current': chosen ? 'true' : null, ...more },
      el('th', { scope: 'row' }, name),
      el('td', {}, bar(row)),
      el('td', {}, percent(row.share_before)),
      el('td', {}, percent(row.share_after)),
      el('td', {}, people(row)),
    );
  }

  function table(id, entries) {
    const head = ['', '', t('show_before'), t('show_after'), t('people_changed')];
    return el(
      'table',
      { class: 'compared', id },
      el('thead', {}, el('tr', {}, head.map((text) => el('th', { scope: 'col' }, text)))),
      el('tbody', {}, entries),
    );
  }

  function draw() {
    const id = requirement();
    const row = rows.find((r) => r.requirement === id);
    if (!row) {
      parts.result.replaceChildren(el('p', { class: 'note' }, t('none_changed')));
      return;
    }
    parts.list = el('div', { id: 'rows' });
    parts.result.replaceChildren(
      el('h2', {}, short(id)),
      el(
        'dl',
        { class: 'figures' },
        el('div', {}, el('dt', {}, t('show_before')), el('dd', { id: 'share-before' }, percent(row.share_before))),
        el('div', {}, el('dt', {}, t('show_after')), el('dd', { id: 'share-after' }, percent(row.share_after))),
        el('div', {}, el('dt', {}, t('gained_people')), el('dd', { id: 'people-gained', class: 'made' }, t('people', { n: whole(row.residents_gained) }))),
        el('div', {}, el('dt', {}, t('lost_people')), el('dd', { id: 'people-lost', class: 'gone' }, t('people', { n: whole(row.residents_lost) }))),
      ),
      el(
        'div',
        { class: 'stack' },
        choice(t('shown'), SHOWN.map((s) => [s, t('show_' + s)]), view().show, (show) => look({ show })),
        choice(t('rows_requirement'), ['requirement', 'compound'].map((r) => [r, t('rows_' + r)]), view().rows, (r) => look({ rows: r })),
      ),
      downloads(id),
      el('p', { class: 'key', 'aria-hidden': 'true' }, el('i', { class: 'dot hollow' }), t('before_dot'), el('i', { class: 'dot' }), t('after_dot')),
      parts.list,
    );
    say(`${short(id)} ${percent(row.share_before)} → ${percent(row.share_after)}`);
    drawRows(id);
    colour();
  }

  function drawRows(id) {
    if (view().rows === 'requirement') {
      places.hangUp();
      const one = (row) =>
        entry(row, el('button', { type: 'button', onclick: () => look({ req: row.requirement }) }, short(row.requirement)), row.requirement === id, { 'data-requirement': row.requirement });
      const list = [...rows].sort((a, b) => Math.abs(net(b)) - Math.abs(net(a)));
      const [touched, others] = divided(list);
      parts.list.replaceChildren(
        touched.length > 0 ? table('by-requirement', touched.map(one)) : el('p', { class: 'note' }, t('no_effects')),
        el(
          'details',
          { open: others.some((row) => row.requirement === id) },
          el('summary', {}, t('other_requirements', { n: others.length })),
          table('unchanged-requirements', others.map(one)),
        ),
      );
      return;
    }
    parts.list.replaceChildren(el('p', { class: 'waiting' }, t('computing')));
    places.ask(
      '/comparison',
      { by: 'compound', requirement: id, ...asked() },
      (answer) => {
        const list = answer.rows.filter((row) => row.compound_id).sort((a, b) => Math.abs(net(b)) - Math.abs(net(a)));
        const [touched, others] = divided(list);
        parts.list.replaceChildren(
          touched.length > 0 ? table('by-compound', touched.map(compound)) : el('p', { class: 'note' }, t('no_effects')),
          el(
            'details',
            { open: touched.length === 0 },
            el('summary', {}, t('others_unchanged', { n: others.length })),
            table('unchanged-compounds', others.map(compound)),
          ),
        );
      },
      (problem) => fail(problem, () => drawRows(id)),
    );
  }

  /** Rows in which somebody gains or loses, and the others. */
  function divided(list) {
    const changes = (row) => row.residents_gained > 0 || row.residents_lost > 0;
    return [list.filter(changes), list.filter((row) => !changes(row))];
  }

  function compound(row) {
    const feature = board.find('compounds', row.compound_id);
    const name = feature?.properties.name ?? row.compound_id;
    const go = () => feature && (board.goTo([feature]), look({ pick: `compounds:${row.compound_id}` }));
    return entry(row, el('button', { type: 'button', onclick: go }, name), false, { 'data-compound': row.compound_id });
  }

  function downloads(id) {
    const query = new URLSearchParams({ by: view().rows === 'compound' ? 'compound' : 'requirement', ...asked() });
    if (view().rows === 'compound') {
      query.set('requirement', id);
    }
    const link = (format, text, path = '/comparison') =>
      el('a', { class: 'button', id: `get-${format}`, download: `${view().scenario}.${format}`, href: `${baseAddress()}${path}?${query}&f=${format}` }, text);
    const copied = el('span', { class: 'note', role: 'status' });
    return el(
      'div',
      { id: 'downloads', class: 'line' },
      link('csv', `${t('download')} CSV`),
      link('geojson', 'GeoJSON'),
      reportLinks(),
      el('button', { type: 'button', id: 'print', onclick: () => printPage() }, t('print')),
      el(
        'button',
        {
          type: 'button',
          id: 'copy-link',
          onclick: async () => {
            await navigator.clipboard?.writeText(location.href);
            copied.textContent = t('copied');
          },
        },
        t('copy_link'),
      ),
      copied,
    );
  }

  /** A map's picture is gone by the time a page is printed, unless it is taken while it is drawn. */
  function printPage() {
    board.picture().then((picture) => {
      const image = document.getElementById('printed');
      parts.printedOn.textContent = t('printed_on', { date: today() });
      image.src = picture;
      image.decode().then(() => print());
    });
  }

  draft.onChange(() => parts.title?.replaceChildren(draft.kept()?.name ?? ''));

  return {
    open(content) {
      legend.classes(null);
      if (!view().scenario) {
        content.append(
          el('p', { class: 'hint' }, t('compare_pick')),
          el('button', { type: 'button', class: 'call', onclick: () => look({ tab: 'change' }, true) }, t('tab_change')),
        );
        return;
      }
      parts.result = el('div', { id: 'result' });
      content.append(
        el('p', { class: 'lead' }, t('compare_intro')),
        (parts.title = el('p', { id: 'compared-scenario' }, draft.kept()?.name ?? '')),
        (parts.printedOn = el('p', { class: 'note paper' })),
        select('group', t('group'), standard.groups.map((g) => [g.id, named(g)]), view().group, (group) => look({ group })),
        parts.result,
      );
      load();
    },

    close() {
      [tables, places, before, after].forEach((asking) => asking.hangUp());
      rows = [];
      swipe.away();
      choropleth.plain();
      legend.classes(null);
      legend.accepted(null);
    },

    changed(names) {
      if (!view().scenario) {
        return;
      }
      if (names.has('group') || names.has('criterion')) {
        load();
      } else if (rows.length > 0 && ['req', 'show', 'rows'].some((name) => names.has(name))) {
        draw();
      }
    },
  };
}
