// What could stand on the ground that comes free: places for one kind of facility, and why not.

import { line } from '../api.js';
import { choice, el, select } from '../dom.js';
import { look, view } from '../view.js';
import { decimal, language, named, percent, squareMetres, t, whole } from '../words.js';

const LISTED = 40;

export function makeCandidates({ board, standard, say, fail, draft }) {
  const answers = line();
  const parts = {};

  function load() {
    board.clear('candidates');
    const { what, fits } = view();
    drawControls();
    if (!what) {
      answers.hangUp();
      parts.list.replaceChildren();
      return;
    }
    parts.list.replaceChildren(el('p', { class: 'waiting' }, t('computing')));
    answers.ask('/candidates', { kind: what, fits, remove: 'all' }, draw, (problem) => {
      parts.list.replaceChildren();
      fail(problem, load);
    });
  }

  function drawControls() {
    const { what, fits } = view();
    const kinds = [['', t('no_kind')], ...standard.kinds.map((kind) => [kind.id, named(kind)])];
    parts.controls.replaceChildren(
      select('what', t('kind'), kinds, what, (kind) => look({ what: kind })),
      ...(what ? [choice(t('could_stand'), ['true', 'false'].map((f) => [f, t('fits_' + f)]), fits, (f) => look({ fits: f }))] : []),
    );
  }

  function draw(answer) {
    board.put('candidates', answer.features);
    const unsized = answer.without_size.length > 0;
    parts.list.replaceChildren(
      answer.features.length === 0
        ? el('p', { class: 'note', id: 'no-candidates' }, t(unsized ? 'kind_without_size' : 'none_fit'))
        : el('p', { class: 'note' }, t('pieces_shown', { n: Math.min(LISTED, answer.features.length), all: whole(answer.features.length) })),
      el('ol', { class: 'plain barriers', id: 'candidates' }, answer.features.slice(0, LISTED).map(entry)),
    );
    say(`${t('could_stand')} ${whole(answer.features.length)}`);
  }

  function entry(candidate) {
    const p = candidate.properties;
    const reasons = p.refusals.map((reason) => el('small', {}, reason));
    const facts = [
      t('piece_needs', { w: p.walls.length, s: p.illegal_structures.length }),
      t('freed_share', { n: percent(p.freed_share) }),
      t('cost', { n: decimal(p.cost_yuan / 10000) }),
    ];
    return el(
      'li',
      {},
      el(
        'button',
        {
          type: 'button',
          'data-id': candidate.id,
          onmouseenter: () => board.mark('hover', [candidate]),
          onmouseleave: () => board.mark('hover', []),
          onclick: () => {
            board.goTo([candidate]);
            board.mark('picked', [candidate]);
          },
        },
        el('span', {}, `${squareMetres(p.area_m2)} · ${t('wide', { n: decimal(p.width_m) })}`, p.cost_verified || !p.fits ? null : el('small', {}, t('cost_unverified'))),
        ...(p.fits ? [el('small', {}, facts.join(' · ')), el('small', {}, p.owners.join(language() === 'zh' ? '、' : ', '))] : reasons),
      ),
      p.fits ? el('button', { type: 'button', class: 'take', onclick: () => take(candidate) }, t('take_candidate')) : null,
    );
  }

  /** Clears the ground it needs, and builds it. */
  function take(candidate) {
    const p = candidate.properties;
    const kind = standard.kinds.find((k) => k.id === p.kind);
    const done = new Set(draft.changes().map((change) => change.id ?? change.feature?.id));
    const changes = [
      ...p.walls.map((id) => ({ type: 'remove_wall', id })),
      ...p.illegal_structures.map((id) => ({ type: 'remove_structure', id })),
    ].filter(({ id }) => !done.has(id));
    const properties = { kind: p.kind, name: named(kind), origin: 'freed_space' };
    const add = (id) => ({ type: 'add_facility', feature: { type: 'Feature', id, geometry: candidate.geometry, properties } });
    addNumbered(board, draft, 'facilities', 'new-' + p.kind, (id) => [...changes, add(id)]).catch(fail);
    look({ tab: 'change', edit: 'take' }, true);
  }

  return {
    open(content) {
      parts.controls = el('div', { class: 'stack' });
      parts.list = el('div', {});
      content.append(el('h3', {}, t('could_stand')), parts.controls, parts.list);
      load();
    },
    close() {
      answers.hangUp();
      board.clear('candidates');
      board.mark('picked', []);
    },
    changed(names) {
      if (names.has('what') || names.has('fits')) {
        load();
      }
    },
  };
}
