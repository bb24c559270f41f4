// The map itself: what is on it, what is marked, where one looks. Everything else talks to it here.

import { t } from '../words.js';
import { areaAddress, look, view } from '../view.js';
import { el, quietly } from '../dom.js';
import { addIcons, icons } from './icons.js';
import { makeKnown } from './known.js';
import { GROUPS, style, TILE_SOURCES } from './style.js';

const WORKER = '/web/vendor/maplibre-gl-5.24.1/maplibre-gl-csp-worker.js';
const PATIENCE = 20; // times tiles are asked for again
const EMPTY = { type: 'FeatureCollection', features: [] };
const MARKED_ROOM = { top: 90, bottom: 90, left: 90, right: 90 };

/** What the legend does not cover, where it stands open. */
function room() {
  return { top: 24, bottom: 36, left: 24, right: matchMedia('(max-width: 1100px)').matches ? 24 : 262 };
}

/** A point of the address, `zoom/latitude/longitude`. */
function placeOf(text) {
  const parts = text.split('/').map(Number);
  return parts.length === 3 && parts.every(Number.isFinite)
    ? { zoom: parts[0], center: [parts[2], parts[1]] }
    : null;
}

/**
 * Makes the map of an area.
 *
 * @param bounds [west, south, east, north]
 * @param basemap what lies beneath: tiles, attribution, max_zoom; undefined when nothing does
 * @param fail hears of tiles that do not come
 */
export function makeBoard(container, palette, bounds, basemap, fail) {
  const gl = globalThis.maplibregl;
  gl.setWorkerUrl(WORKER);
  const place = placeOf(view().map);
  const map = new gl.Map({
    container,
    style: style(palette, location.origin + areaAddress(), bounds, basemap),
    ...(place ?? { bounds, fitBoundsOptions: { padding: room() } }),
    minZoom: 9,
    maxZoom: 21.5,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    attributionControl: false,
    fadeDuration: 0,
    locale: { 'Map.Title': t('map') },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new gl.ScaleControl({ maxWidth: 120 }), 'bottom-left');
  const drawn = icons(palette);
  const marks = new Map();
  const known = makeKnown();

  const ready = new Promise((done) => map.once('style.load', done)).then(() => addIcons(map, drawn));

  map.on(
    'moveend',
    quietly(150, () => {
      const { lng, lat } = map.getCenter();
      look({ map: `${map.getZoom().toFixed(2)}/${lat.toFixed(5)}/${lng.toFixed(5)}` });
    }),
  );

  // MapLibre gives a tile up that did not come at once; a server that still prepares is asked again.
  let attempts = 0;
  const refresh = () => TILE_SOURCES.forEach((source) => map.refreshTiles(source));
  const again = quietly(2000, refresh);
  map.on('error', ({ sourceId, error }) => {
    if (!TILE_SOURCES.includes(sourceId)) {
      console.error(error); // as without a listener
    } else if ((error.status === 503 || error.status === 429) && attempts++ < PATIENCE) {
      again();
    } else {
      const gone = error.status === undefined;
      fail(
        { title: t(gone ? 'server_gone' : 'failed'), detail: gone ? t('server_gone_detail') : String(error.status), gone },
        refresh,
      );
    }
  });
  map.on('idle', () => (attempts = 0));

  const board = {
    map,
    palette,
    drawn,
    ready,

    /** Puts features into a source, and remembers them as they are. */
    put(source, features) {
      known.keep(source, features);
      map.getSource(source).setData({ type: 'FeatureCollection', features });
    },

    clear(source) {
      known.forget(source);
      map.getSource(source).setData(EMPTY);
    },

    /** The feature of a layer that has this id, if it was put in or learned. */
    find: known.find,
    learn: known.learn,

    /** The feature that has this id, wherever it is, with its layer. */
    findAnywhere(id, layers) {
      for (const layer of layers) {
        const feature = this.find(layer, id);
        if (feature) {
          return { layer, feature };
        }
      }
      return null;
    },

    /** Writes all text again, with a font that has come since: letters are kept under its name. */
    letterAnew() {
      for (const { id, layout } of map.getStyle().layers) {
        if (layout?.['text-font']) {
          map.setLayoutProperty(id, 'text-font', [...layout['text-font'], 'sans-serif']);
        }
      }
    },

    /** Marks features in a role: hover, picked, forced, opening. They replace those marked before. */
    mark(role, features) {
      if (features.length === 0 && !marks.has(role)) {
        return;
      }
      marks.set(role, features);
      const all = [...marks].flatMap(([as, list]) =>
        list.map((feature) => ({
          type: 'Feature',
          geometry: feature.geometry,
          properties: { role: as, ...(feature.properties?.rank && { rank: feature.properties.rank }) },
        })),
      );
      map.getSource('marks').setData({ type: 'FeatureCollection', features: all });
    },

    show(group, visible) {
      for (const layer of GROUPS[group] ?? [group]) {
        map.setLayoutProperty(layer, 'visibility', visible ? 'visible' : 'none');
      }
    },

    whole() {
      map.fitBounds(bounds, { padding: room(), animate: moves() });
    },

    /** Looks where the address says; at the whole area where it does not. */
    lookAt(text) {
      const asked = placeOf(text);
      if (asked) {
        map.jumpTo(asked);
      } else {
        board.whole();
      }
    },

    /** Looks at some features, not closer than makes sense. */
    goTo(features, closest = 18.2) {
      const box = new gl.LngLatBounds();
      features.forEach((feature) => extend(box, feature.geometry.coordinates));
      if (!box.isEmpty()) {
        map.fitBounds(box, { padding: MARKED_ROOM, maxZoom: closest, animate: moves() });
      }
    },

    /** What the map shows now, as the address of a picture. */
    picture() {
      return new Promise((done) => {
        map.once('render', () => done(map.getCanvas().toDataURL('image/png')));
        map.triggerRepaint();
      });
    },

    centre() {
      const { lng, lat } = map.getCenter();
      return `${lng.toFixed(6)},${lat.toFixed(6)}`;
    },

    /** A pin that can be dragged; `moved` hears where it is, while it moves and when it is let go. */
    pin(letter, moved) {
      const face = el('div', { class: 'pin' }, el('span', {}, letter));
      const marker = new gl.Marker({ element: face, anchor: 'bottom', draggable: true });
      const where = () => {
        const { lng, lat } = marker.getLngLat();
        return `${lng.toFixed(6)},${lat.toFixed(6)}`;
      };
      marker.on('drag', () => moved(where(), false));
      marker.on('dragend', () => moved(where(), true));
      return {
        at(lonLat) {
          if (lonLat) {
            marker.setLngLat(lonLat.split(',').map(Number)).addTo(map);
          } else {
            marker.remove();
          }
        },
      };
    },
  };
  return board;
}

/** Those who ask for less motion get none. */
function moves() {
  return !matchMedia('(prefers-reduced-motion: reduce)').matches;
}

function extend(box, coordinates) {
  if (typeof coordinates[0] === 'number') {
    box.extend(coordinates);
  } else {
    coordinates.forEach((part) => extend(box, part));
  }
}
