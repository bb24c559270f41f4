// The renewal programme: its figures as of a day, and each lift from wish to registration.

import { ask, line } from '../api.js';
import { el } from '../dom.js';
import { areaAddress, look, view } from '../view.js';
import { decimal, language, percent, t, whole } from '../words.js';

const NAMES = ['walls', 'structures', 'compounds', 'lifts', 'residents', 'facilities', 'units', 'years', 'systems', 'households', 'people', 'branches', 'places', 'date'];

export function makeLedger({ board, legend, say, fail, offers }) {
  const figures = line();
  const lifts = line();
  const parts = {};

  function load() {
    const { day } = view();
    parts.figures.replaceChildren(el('p', { class: 'waiting' }, t('computing')));
    figures.ask('/ledger', { as_of: day, lang: language() }, draw, (problem) => {
      parts.figures.replaceChildren();
      fail(problem, load);
    });
    lifts.ask(areaAddress() + '/lifts', { as_of: day, lang: language() }, drawLifts, () => parts.lifts.replaceChildren());
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

  // ---- lifts ----

  function drawLifts(answer) {
    parts.lifts.replaceChildren(
      el('h3', {}, t('ledger_lifts'), el('small', {}, t('places', { n: answer.records.length }))),
      el('ol', { class: 'plain ledger', id: 'lifts' }, answer.records.map(lift)),
    );
  }

  function lift(record) {
    const details = el(
      'details',
      { ontoggle: (event) => event.target.open && account(record.id, event.target) },
      el(
        'summary',
        {},
        el('span', {}, record.id, el('small', {}, `${record.entrance_id} · ${t('lift_' + record.type)}`)),
        el('b', {}, t('lift_stage_' + record.stage)),
        el('q', { class: 'plainly' }, t('ledger_cost', { n: decimal(record.cost_yuan / 10000, 1) })),
      ),
      el('div', { class: 'account' }),
    );
    return el('li', { 'data-id': record.id }, details);
  }

  async function account(id, details) {
    const into = details.querySelector('.account');
    if (into.childElementCount > 0) {
      return;
    }
    into.replaceChildren(el('p', { class: 'waiting' }, t('computing')));
    try {
      const record = await ask(`${areaAddress()}/lifts/${id}`, { as_of: view().day, lang: language() });
      into.replaceChildren(...told(record));
      if (record.fit) {
        const shaft = { geometry: record.fit.footprint, properties: {} };
        board.mark('picked', [shaft]);
        board.goTo([shaft], 18.2);
      }
    } catch (problem) {
      into.replaceChildren();
      fail(problem, () => account(id, details));
    }
  }

  function told(record) {
    const yuan = (amount) => whole(amount) + t('ledger_yuan');
    const rows = record.by_floor.map((floor) =>
      el('tr', {}, el('td', {}, t('lift_floor', { n: floor.floor })), el('td', {}, whole(floor.flats)), el('td', {}, yuan(floor.pay_yuan))),
    );
    const steps = [
      ['wished', record.wished_on],
      ['approved', record.approved_on],
      ['under_way', record.started_on],
      ['registered', record.registered_on],
    ].filter(([, day]) => day !== null);
    return [
      el('p', { class: 'note' }, steps.map(([stage, day]) => `${t('lift_stage_' + stage)} ${day}`).join(' → ')),
      el(
        'p',
        { class: 'note' },
        t('lift_money', {
          cost: yuan(record.cost_yuan),
          city: yuan(record.subsidy_city_yuan),
          district: yuan(record.subsidy_district_yuan),
          net: yuan(record.net_yuan),
        }),
      ),
      el(
        'table',
        {},
        el('thead', {}, el('tr', {}, el('th', {}, t('lift_floor_head')), el('th', {}, t('lift_flats')), el('th', {}, t('lift_pays')))),
        el('tbody', {}, rows),
      ),
      record.compensation
        ? el(
            'p',
            { class: 'note' },
            t('lift_sunroom', { m2: decimal(record.compensation.area_m2), yuan: yuan(record.compensation.cost_yuan), no: record.compensation.approval_no }),
          )
        : null,
      list(t(record.lawful ? 'lift_lawful' : 'lift_missing'), record.missing),
      record.fit ? list(t(record.fit.fits ? 'lift_fits' : 'lift_fits_not'), record.fit.reasons) : null,
    ].filter(Boolean);
  }

  function list(title, reasons) {
    return el('div', {}, el('p', {}, title), el('ul', {}, reasons.map((reason) => el('li', {}, reason))));
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
      lifts.hangUp();
      board.mark('picked', []);
    },

    changed(names) {
      if (names.has('day')) {
        load();
      }
    },
  };
}
