// What the mouse, or a finger, points at.

import { TOUCHABLE } from './style.js';

const SOURCE = {
  'walls-touch': 'walls',
  illegal: 'illegal_structures',
  'facilities-accepted': 'facilities',
  'facilities-ground': 'facilities',
  'freed-fill': 'freed',
};
const REACH = 4; // pixels

/** Watches the map: shows what is under the pointer, and passes clicks on. */
export function makePointer(board, facts, tip, { clicked }) {
  const { map } = board;
  let asked = null;
  let over = '';

  /** MapLibre 5.24 throws while a tile's signs are placed anew (maplibre-gl-js issue 7752). */
  function rendered(box, layers) {
    try {
      return map.queryRenderedFeatures(box, { layers });
    } catch {
      return [];
    }
  }

  function under(point) {
    const box = [
      [point.x - REACH, point.y - REACH],
      [point.x + REACH, point.y + REACH],
    ];
    const layers = TOUCHABLE.filter((id) => map.getLayer(id));
    const found = rendered(box, layers);
    for (const layer of layers) {
      const hit = found.find((feature) => feature.layer.id === layer);
      if (hit) {
        const source = SOURCE[layer] ?? layer;
        const id = String(hit.properties.id);
        const { geometry, properties } = hit; // of a tile: enough to be shown
        return { layer: source, id, feature: board.find(source, id) ?? { type: 'Feature', id, geometry, properties } };
      }
    }
    return null;
  }

  function hover(event) {
    const hit = under(event.point);
    const key = hit ? `${hit.layer}:${hit.id}` : '';
    if (key !== over) {
      over = key;
      board.mark('hover', hit ? [hit.feature] : []);
      map.getCanvas().style.cursor = hit ? 'pointer' : '';
      if (hit) {
        const title = document.createElement('strong');
        title.textContent = facts.name(hit.layer, hit.feature);
        const more = document.createElement('span');
        more.textContent = facts.about(hit.layer, hit.feature);
        tip.replaceChildren(title, more);
      }
    }
    tip.hidden = !hit;
    if (hit) {
      const left = Math.min(event.point.x + 14, map.getContainer().clientWidth - tip.offsetWidth - 8);
      const top = Math.min(event.point.y + 14, map.getContainer().clientHeight - tip.offsetHeight - 8);
      tip.style.transform = `translate(${left}px, ${top}px)`;
    }
  }

  map.on('mousemove', (event) => {
    if (map.isMoving()) {
      return; // panning shall be smooth
    }
    if (!asked) {
      requestAnimationFrame(() => {
        hover(asked);
        asked = null;
      });
    }
    asked = event;
  });
  const leave = () => {
    over = '';
    tip.hidden = true;
    board.mark('hover', []);
  };
  map.on('mouseout', leave);
  map.on('movestart', leave);
  map.on('click', (event) => {
    const hit = under(event.point);
    leave(); // what was clicked may look different now
    const place = `${event.lngLat.lng.toFixed(6)},${event.lngLat.lat.toFixed(6)}`;
    clicked(place, hit?.layer, hit?.id);
  });
}
