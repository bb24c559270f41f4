// Each lift of the programme: from wish to vote, shares and approval, and to whom it helps.

import { ask, line } from '../api.js';
import { el } from '../dom.js';
import { areaAddress, view } from '../view.js';
import { decimal, duration, language, percent, t, whole } from '../words.js';

const CLOSE = 18.2; // zoom
const PACE = 'elder70'; // whose way down the stairs is told
const WHEELS = 'wheelchair'; // who cannot go down without

export function makeLifts({ board, fail, draft }) {
  const all = line();
  const yuan = (amount) => whole(amount) + t('ledger_yuan');

  function load(into) {
    const { day } = view();
    const none = () => into.replaceChildren();
    all.ask(areaAddress() + '/lifts', { as_of: day, lang: language() }, (answer) => draw(into, answer.records), none);
  }

  function draw(into, records) {
    into.replaceChildren(
      el('h3', {}, t('ledger_lifts'), el('small', {}, t('places', { n: records.length }))),
      el('ol', { class: 'plain ledger', id: 'lifts' }, records.map(entry)),
    );
  }

  function entry(record) {
    const compound = record.compound_id && board.find('compounds', record.compound_id);
    const where = compound?.properties.name ?? record.compound_id ?? record.id;
    const details = el(
      'details',
      { ontoggle: (event) => event.target.open && open(record, event.target) },
      el(
        'summary',
        {},
        el('span', {}, where, el('small', {}, `${record.id} · ${record.entrance_id} · ${t('lift_' + record.type)}`)),
        el('b', {}, t('lift_stage_' + record.stage)),
        el('q', { class: 'plainly' }, t('ledger_cost', { n: decimal(record.cost_yuan / 10000, 1) })),
      ),
      el('div', { class: 'account' }),
    );
    return el('li', { 'data-id': record.id }, details);
  }

  async function open({ id, entrance_id: entrance, type }, details) {
    const into = details.querySelector('.account');
    if (into.childElementCount > 0) {
      return;
    }
    into.replaceChildren(el('p', { class: 'waiting' }, t('computing')));
    const asked = { as_of: view().day, lang: language() };
    const gain = (group) => ask(areaAddress() + '/lift-gains', { entrance, group, lift: type, f: 'json' });
    try {
      const [record, votes, paced, wheels] = await Promise.all([
        ask(`${areaAddress()}/lifts/${id}`, asked),
        ask(areaAddress() + '/votes', asked),
        gain(PACE),
        gain(WHEELS),
      ]);
      const vote = votes.records.find(({ subject }) => subject === 'lifts/' + id);
      into.replaceChildren(...told(record, vote, paced.features[0]?.properties, wheels.features[0]?.properties));
      show(record);
      details.scrollIntoView({ block: 'nearest' });
    } catch (problem) {
      into.replaceChildren();
      fail(problem, () => open({ id, entrance_id: entrance, type }, details));
    }
  }

  function show({ fit }) {
    if (fit) {
      const shaft = { geometry: fit.footprint, properties: {} };
      board.mark('picked', [shaft]);
      board.goTo([shaft], CLOSE);
    }
  }

  const note = (text, of = '') => el('p', { class: 'note ' + of }, text);

  function told(record, vote, paced, wheels) {
    return [
      note(steps(record)),
      vote ? note(voted(vote), 'voted') : null,
      note(
        t('lift_money', {
          cost: yuan(record.cost_yuan),
          city: yuan(record.subsidy_city_yuan),
          district: yuan(record.subsidy_district_yuan),
          net: yuan(record.net_yuan),
        }),
      ),
      shares(record, paced),
      record.compensation
        ? note(
            t('lift_sunroom', {
              m2: decimal(record.compensation.area_m2),
              yuan: yuan(record.compensation.cost_yuan),
              no: record.compensation.approval_no,
            }),
          )
        : null,
      list(t(record.lawful ? 'lift_lawful' : 'lift_missing'), record.missing),
      record.fit ? list(t(record.fit.fits ? 'lift_fits' : 'lift_fits_not'), record.fit.reasons) : null,
      paced ? note(t('lift_gains', { n: whole(paced.residents_gained), out: whole(wheels?.residents_released ?? 0) }), 'gains') : null,
      paced ? attempt(record) : null,
    ].filter(Boolean);
  }

  function steps(record) {
    return [
      ['wished', record.wished_on],
      ['approved', record.approved_on],
      ['under_way', record.started_on],
      ['registered', record.registered_on],
    ]
      .filter(([, day]) => day !== null && day <= record.as_of)
      .map(([stage, day]) => `${t('lift_stage_' + stage)} ${day}`)
      .join(' → ');
  }

  /** A vote is told by its sums, and only where the server tells them. */
  function voted(vote) {
    if (vote.open) {
      return t('vote_open', { day: vote.opened_on });
    }
    const sums = vote.suppressed
      ? t('vote_few')
      : t('vote_sums', {
          took: whole(vote.participated_heads),
          all: whole(vote.owners),
          yes: whole(vote.approved_heads),
          area: percent(vote.approved_area_share),
        });
    return t(vote.lawful ? 'vote_lawful' : 'vote_fails', { day: vote.closed_on ?? '' }) + sums;
  }

  function shares(record, paced) {
    const way = (n) => {
      const floor = paced?.floors.find((f) => f.floor === n);
      return floor ? `${duration(floor.seconds_before)} → ${duration(floor.seconds_after)}` : '';
    };
    const heads = ['lift_floor_head', 'lift_flats', 'lift_pays', ...(paced ? ['lift_way_down'] : [])];
    return el(
      'table',
      {},
      el('thead', {}, el('tr', {}, heads.map((head) => el('th', {}, t(head))))),
      el(
        'tbody',
        {},
        record.by_floor.map(({ floor, flats, pay_yuan: pay }) =>
          el(
            'tr',
            {},
            el('td', {}, t('lift_floor', { n: floor })),
            el('td', {}, whole(flats)),
            el('td', {}, yuan(pay)),
            paced ? el('td', {}, way(floor)) : null,
          ),
        ),
      ),
    );
  }

  function attempt({ entrance_id: entrance, type }) {
    const change = { type: 'retrofit_lift', entrance_id: entrance, lift: type };
    const act = () => draft.toggle(change);
    return el('div', { class: 'line' }, el('button', { type: 'button', class: 'try-lift', onclick: act }, t('lift_try')));
  }

  function list(title, reasons) {
    return el('div', {}, el('p', {}, title), reasons.length > 0 ? el('ul', {}, reasons.map((reason) => el('li', {}, reason))) : null);
  }

  return {
    load,

    close() {
      all.hangUp();
      board.mark('picked', []);
    },
  };
}
