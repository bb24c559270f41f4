// The walk from one place to another, the gates it uses, and what forces its detour.

import { el } from '../dom.js';
import { view } from '../view.js';
import { duration, metres, t } from '../words.js';
import { barrierList, located } from './barriers.js';

function figure(id, text) {
  return el('div', {}, el('dt', {}, t(id)), el('dd', { id }, text));
}

export const route = {
  missing: ({ from, to }) => (!from ? 'walk_hint_from' : !to ? 'walk_hint_to' : null),

  question: ({ from, to, group }) => ['/walk', { from, to, group }],

  draw(feature, { board, facts }) {
    const p = feature.properties;
    const ends = [view().from, view().to].map((place) => place.split(',').map(Number));
    const straight = {
      type: 'Feature',
      id: 'straight',
      geometry: { type: 'LineString', coordinates: ends },
      properties: { role: 'straight' },
    };
    board.put('walk', [{ ...feature, properties: { ...p, role: 'walk' } }, straight]);
    board.mark('forced', located(board, p.forced_by));
    return {
      shown: [
        el(
          'dl',
          { class: 'figures' },
          figure('walked', metres(p.distance_m)),
          figure('straight', metres(p.straight_m)),
          figure('takes', duration(p.seconds)),
        ),
        el('h3', {}, t('forced_by')),
        p.forced_by.length > 0
          ? barrierList(board, facts, 'forced', p.forced_by)
          : el('p', { class: 'note' }, t('not_forced')),
        p.forced_by.length > 0 ? el('p', { class: 'note' }, t('forced_note')) : null,
        el('h3', {}, t('gates_used')),
        p.openings.length > 0
          ? barrierList(board, facts, 'used', p.openings)
          : el('p', { class: 'note' }, t('no_gates')),
      ],
      said: `${t('walked')} ${metres(p.distance_m)}, ${t('straight')} ${metres(p.straight_m)}`,
    };
  },

  names: ({ properties }) => [...properties.forced_by, ...properties.openings],

  clicked: (place) => (!view().from || view().to ? { from: place, to: '' } : { to: place }),
};
