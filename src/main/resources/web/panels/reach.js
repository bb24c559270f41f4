// How far people get from a place in five, ten and fifteen minutes, or whence they get to it.

import { el } from '../dom.js';
import { squareMetres, t } from '../words.js';

export const reach = {
  /** What has to be known before anything can be asked. */
  missing: ({ at }) => (at ? null : 'reach_hint'),

  question: ({ at, group, dir }) => ['/isochrone', { at, group, direction: dir, minutes: '5,10,15' }],

  /** Draws the answer; gives what the panel shows, and what is read out. */
  draw(answer, { board }) {
    const largestFirst = [...answer.features].sort((a, b) => b.properties.minutes - a.properties.minutes);
    const colours = board.palette.isochrones;
    const colour = (i) => colours[Math.min(largestFirst.length - 1 - i, colours.length - 1)];
    const byMinutes = [
      'match',
      ['get', 'minutes'],
      ...largestFirst.flatMap((feature, i) => [feature.properties.minutes, colour(i)]),
      colours[0],
    ];
    board.map.setPaintProperty('isochrones', 'fill-color', byMinutes);
    board.map.setPaintProperty('isochrones-outline', 'line-color', byMinutes);
    board.put('isochrones', largestFirst);
    const rows = largestFirst.map((feature, i) => [feature.properties, colour(i)]).reverse();
    return {
      shown: [
        el('h3', {}, t('reached')),
        el(
          'ul',
          { class: 'plain results', id: 'reached' },
          rows.map(([p, tint]) =>
            el(
              'li',
              { 'data-minutes': p.minutes },
              el('i', { class: 'swatch', style: { '--colour': tint } }),
              el('span', {}, t('minutes_n', { n: p.minutes })),
              el('b', {}, squareMetres(p.area_m2)),
            ),
          ),
        ),
        el('p', { class: 'note' }, `${t('reach_more')} · ${t('picture')}`),
      ],
      said: rows.map(([p]) => `${t('minutes_n', { n: p.minutes })} ${squareMetres(p.area_m2)}`).join(', '),
    };
  },

  names: () => [],

  clicked: (place) => ({ at: place }),
};
