// The ground that taking down walls and illegal structures makes usable.

import { line } from '../api.js';
import { el, quietly } from '../dom.js';
import { look, view } from '../view.js';
import { decimal, language, metres, squareMetres, t, whole } from '../words.js';
import { makeCandidates } from './candidates.js';

const LISTED = 40;

export function makeFree(shared) {
  const { board, legend, say, fail } = shared;
  const candidates = makeCandidates(shared);
  const answers = line();
  const parts = {};

  function load() {
    parts.result.replaceChildren(el('p', { class: 'waiting' }, t('computing')));
    answers.ask(
      '/freed-space',
      { min_width_m: view().width },
      async (ground) => {
        await board.ready;
        draw(ground);
      },
      (problem) => {
        parts.result.replaceChildren();
        fail(problem, load);
      },
    );
  }

  function draw(ground) {
    const pieces = [...ground.features].sort((a, b) => b.properties.area_m2 - a.properties.area_m2);
    for (const piece of pieces) {
      piece.properties.label = `${squareMetres(piece.properties.area_m2)}\n≥ ${metres(piece.properties.min_width_m)}`;
    }
    board.put('freed', pieces);
    parts.lead.textContent = t(ground.demolition === 'scenario' ? 'free_intro_scenario' : 'free_intro');
    const figure = (id, key, text) => el('div', {}, el('dt', {}, t(key)), el('dd', { id }, text));
    parts.result.replaceChildren(
      el(
        'dl',
        { class: 'figures' },
        figure('usable', 'usable', squareMetres(ground.usable_m2)),
        figure('footprint', 'footprint', squareMetres(ground.footprint_m2)),
        figure('wall-length', 'wall_length', metres(ground.wall_length_m)),
        figure('floor-removed', 'floor_removed', squareMetres(ground.floor_area_removed_m2)),
      ),
      el('h3', {}, t('pieces'), el('small', {}, t('pieces_shown', { n: Math.min(LISTED, pieces.length), all: whole(pieces.length) }))),
      pieces.length === 0
        ? el('p', { class: 'note' }, t('no_pieces'))
        : el('ol', { class: 'plain barriers', id: 'pieces' }, pieces.slice(0, LISTED).map(entry)),
    );
    say(`${t('usable')} ${squareMetres(ground.usable_m2)}`);
  }

  function entry(piece) {
    const p = piece.properties;
    const names = p.compounds.map((id) => board.find('compounds', id)?.properties.name ?? id);
    return el(
      'li',
      {},
      el(
        'button',
        {
          type: 'button',
          'data-id': piece.id,
          onmouseenter: () => board.mark('hover', [piece]),
          onmouseleave: () => board.mark('hover', []),
          onclick: () => {
            board.goTo([piece]);
            look({ pick: `freed:${piece.id}` });
          },
        },
        el('span', {}, names.join(language() === 'zh' ? '、' : ', ') || piece.id, el('b', {}, squareMetres(p.area_m2))),
        el('small', {}, t('piece_needs', { w: p.walls.length, s: p.illegal_structures.length })),
      ),
    );
  }

  const settle = quietly(300, (width) => look({ width }));

  return {
    open(content) {
      const shown = el('output', { for: 'width' }, `${decimal(Number(view().width))} m`);
      parts.slider = el('input', {
        type: 'range',
        id: 'width',
        min: 1,
        max: 12,
        step: 0.5,
        value: view().width,
        oninput: (event) => {
          shown.textContent = `${decimal(Number(event.target.value))} m`;
          settle(event.target.value);
        },
      });
      parts.result = el('div', { id: 'result' });
      parts.candidates = el('div', {});
      parts.lead = el('p', { class: 'lead' }, t('free_intro'));
      content.append(
        parts.lead,
        parts.candidates,
        el('h3', {}, t('newly_usable')),
        el('label', { class: 'field slider', for: 'width' }, el('span', {}, t('min_width')), parts.slider, shown),
        parts.result,
      );
      legend.classes(null);
      load();
      candidates.open(parts.candidates);
    },

    close() {
      answers.hangUp();
      candidates.close();
      board.clear('freed');
      board.mark('hover', []);
    },

    changed(names) {
      candidates.changed(names);
      if (names.has('width')) {
        parts.slider.value = view().width;
        load();
      }
    },
  };
}
