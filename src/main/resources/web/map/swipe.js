// A second map over the first, of which only the part right of a bar is seen.

import { el } from '../dom.js';
import { t } from '../words.js';
import { colourMap } from './choropleth.js';
import { addIcons } from './icons.js';

const STEP = 0.02; // of the width, by arrow keys

/** Lays a map coloured by `rows` over the board's, until it is taken away. */
export function makeSwipe(board) {
  const { map, palette, drawn } = board;
  const stage = map.getContainer().parentElement;
  let over = null;

  function lay(rows, measure, scale) {
    const face = el('div', { id: 'after' });
    const bar = el('div', {
      id: 'swipe',
      role: 'slider',
      tabindex: 0,
      'aria-label': t('swipe'),
      'aria-valuemin': 0,
      'aria-valuemax': 100,
    });
    const labels = ['before', 'after'].map((side) => el('span', { class: side }, t('show_' + side)));
    bar.append(...labels);
    map.getContainer().after(face, bar);
    const second = new globalThis.maplibregl.Map({
      container: face,
      style: map.getStyle(),
      center: map.getCenter(),
      zoom: map.getZoom(),
      interactive: false,
      attributionControl: false,
      fadeDuration: 0,
    });
    const given = new Map(); // source -> data
    const take = () => {
      for (const [id, { data }] of Object.entries(map.getStyle().sources)) {
        if (data && given.get(id) !== data) {
          given.set(id, data);
          second.getSource(id).setData(data);
        }
      }
    };
    second.once('style.load', () => {
      addIcons(second, drawn);
      colourMap(second, palette, rows, 'building', measure, scale);
      take();
      map.on('idle', take); // what comes to be on the first map is on the second too
    });
    const follow = () => second.jumpTo({ center: map.getCenter(), zoom: map.getZoom() });
    map.on('move', follow);
    let share = 0.5;
    const put = (to) => {
      share = Math.max(0.02, Math.min(0.98, to));
      face.style.setProperty('clip-path', `inset(0 0 0 ${100 * share}%)`);
      bar.style.setProperty('left', `${100 * share}%`);
      bar.setAttribute('aria-valuenow', Math.round(100 * share));
    };
    put(share);
    const drag = (event) => put((event.clientX - stage.getBoundingClientRect().left) / stage.clientWidth);
    bar.addEventListener('pointerdown', (event) => {
      bar.setPointerCapture(event.pointerId);
      bar.addEventListener('pointermove', drag);
      bar.addEventListener('pointerup', () => bar.removeEventListener('pointermove', drag), { once: true });
    });
    bar.addEventListener('keydown', (event) => {
      const way = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key];
      if (way) {
        put(share + way);
        event.preventDefault();
      }
    });
    return () => {
      map.off('move', follow);
      map.off('idle', take);
      second.remove();
      face.remove();
      bar.remove();
    };
  }

  return {
    lay(...given) {
      over?.();
      over = lay(...given);
    },
    away() {
      over?.();
      over = null;
    },
  };
}
