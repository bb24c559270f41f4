// The renewal programme: its figures as of a day, and its lifts.

import { line } from '../api.js';
import { el } from '../dom.js';
import { areaAddress, look, view } from '../view.js';
import { decimal, language, percent, t, whole } from '../words.js';
import { makeLifts } from './lifts.js';

const NAMES = ['walls', 'structures', 'compounds', 'lifts', 'residents', 'facilities', 'units', 'years', 'systems', 'households', 'people', 'branches', 'places', 'date'];

export function makeLedger({ board, choropleth, legend, say, fail, offers, draft }) {
  const figures = line();
  const works = line();
  const lifts = makeLifts({ board, fail, draft });
  const parts = {};

  function load() {
    const { day } = view();
    parts.figures.replaceChildren(el('p', { class: 'waiting' }, t('computing')));
    figures.ask('/ledger', { as_of: day, lang: language() }, draw, (problem) => {
      parts.figures.replaceChildren();
      fail(problem, load);
    });
    lifts.load(parts.lifts);
    works.ask(areaAddress() + '/works', { as_of: day }, colour, (problem) => fail(problem, load));
  }

  // ---- works on the map ----

  /** Compounds by how far their works are; one with several shows the one that is furthest behind. */
  function colour({ records }) {
    const { classes } = board.palette.works;
    const behind = new Map();
    for (const { phase, compound_ids } of records) {
      const step = classes.findIndex((c) => c.phase === phase);
      compound_ids.forEach((id) => step >= 0 && behind.set(id, Math.min(step, behind.get(id) ?? step)));
    }
    const rows = [...behind].map(([compound_id, step]) => ({ compound_id, step, residents: 1 }));
    choropleth.colour(rows, 'compound', 'step', board.palette.works);
    const counts = choropleth.counts(rows, 'step', board.palette.works);
    legend.classes(t('works_title'), { ...counts, none: legend.count('compounds') - rows.length }, board.palette.works);
  }

  // ---- figures ----

  function number(value, unit) {
    if (value === null || value === undefined) {
      return t('nothing');
    }
    return unit === 'share' ? percent(value) : decimal(value, unit === 'm2' || unit === 'm' ? 1 : 0);
  }

  function unitOf(unit) {
    const units = { m: ' m', m2: ' m²', yuan: t('ledger_yuan'), share: '', years: '', date: '' };
    return units[unit] ?? (NAMES.includes(unit) ? t('ledger_unit_' + unit) : '');
  }

  function valueOf(figure) {
    if (figure.text !== null) {
      return figure.text;
    }
    const value = number(figure.value, figure.unit);
    const before = figure.before === null ? '' : number(figure.before, figure.unit) + ' → ';
    return before + value + (figure.value === null ? '' : unitOf(figure.unit));
  }

  function draw(ledger) {
    parts.figures.replaceChildren(
      el('ol', { class: 'plain ledger', id: 'figures' }, ledger.figures.map(entry)),
      el('p', { class: 'note' }, t('ledger_quoted')),
    );
    say(t('ledger_said', { n: ledger.figures.length, day: ledger.as_of }));
  }

  function entry(figure) {
    const place = figure.about === null ? undefined : board.find('compounds', figure.about);
    const about = place?.properties.name ?? figure.about;
    const quoted = figure.quotation;
    return el(
      'li',
      { 'data-id': figure.id },
      el(
        'details',
        {},
        el(
          'summary',
          {},
          el('span', {}, language() === 'zh' ? figure.title_zh : figure.title, about ? el('small', {}, about) : null),
          el('b', {}, valueOf(figure)),
          el('q', { title: quoted?.source }, quoted?.text ?? ''),
        ),
        el('p', { class: 'note' }, figure.definition),
        place
          ? el('button', { type: 'button', onclick: () => (board.goTo([place]), look({ pick: 'compounds:' + figure.about })) }, t('ledger_show', { name: about }))
          : null,
        el('p', { class: 'note' }, t('ledger_records', { n: whole(figure.records.length) })),
        el('p', { class: 'records' }, figure.records.join(' · ')),
      ),
    );
  }

  return {
    open(content) {
      parts.figures = el('div', { id: 'result' });
      parts.lifts = el('div', { id: 'lift-list' });
      if (!offers('/ledger')) {
        content.append(el('p', { class: 'hint' }, t('ledger_missing')));
        return;
      }
      content.append(
        el('p', { class: 'lead' }, t('ledger_intro')),
        el(
          'label',
          { class: 'field', for: 'day' },
          el('span', {}, t('ledger_day')),
          el('input', { id: 'day', type: 'date', value: view().day, onchange: (event) => look({ day: event.target.value }) }),
        ),
        parts.figures,
        parts.lifts,
      );
      legend.classes(null);
      load();
    },

    close() {
      figures.hangUp();
      works.hangUp();
      choropleth.plain();
      legend.classes(null);
      lifts.close();
    },

    changed(names) {
      if (names.has('day')) {
        load();
      }
    },
  };
}
