// The legend, which is also where layers are switched on and off.

import { ask, baseAddress } from '../api.js';
import { el, quietly } from '../dom.js';
import { CATEGORIES } from '../kinds.js';
import { image } from '../map/icons.js';
import { areaAddress, look, view } from '../view.js';
import { language, percent, t, whole } from '../words.js';

/** Layers in the order of the legend; `late` ones are off until switched on, and seen `from` a zoom. */
const ROWS = [
  { layer: 'compounds' },
  { layer: 'buildings' },
  { layer: 'walls' },
  { layer: 'gates', from: 14.2 },
  { layer: 'illegal_structures', from: 14 },
  { layer: 'facilities' },
  { layer: 'paths' },
  { layer: 'open_spaces' },
  { layer: 'obstacles' },
  { layer: 'issues', from: 14 },
  { layer: 'entrances', late: true, from: 16 },
  { layer: 'units', late: true },
];

const LATE = ROWS.filter((row) => row.late).map((row) => row.layer);
export const LAYERS = [...ROWS.map((row) => row.layer), 'basemap'];

function listed(text) {
  return text ? text.split(',') : [];
}

/** Whether a layer is to be seen. */
export function isOn(layer) {
  return LATE.includes(layer) ? listed(view().on).includes(layer) : !listed(view().off).includes(layer);
}

function toggle(layer) {
  const name = LATE.includes(layer) ? 'on' : 'off';
  const layers = listed(view()[name]);
  const changed = layers.includes(layer) ? layers.filter((l) => l !== layer) : [...layers, layer];
  look({ [name]: changed.join(',') });
}

export function makeLegend(element, board, landing) {
  const { palette, drawn } = board;
  const rows = landing.basemap ? [...ROWS, { layer: 'basemap' }] : ROWS;
  let classes = null;
  let accepts = null;
  let folded = matchMedia('(max-width: 1100px)').matches;

  const swatch = (colour, more = '') => el('i', { class: 'swatch ' + more, style: { '--colour': colour } });
  const icon = (name, size = 16) => el('i', { class: 'icon' }, image(drawn[name], size));

  function sign(layer) {
    switch (layer) {
      case 'compounds':
        return swatch(palette.compounds.fill, 'outlined');
      case 'buildings':
        return swatch(palette.buildings.fill);
      case 'walls':
        return swatch(palette.walls.removable, 'stroke');
      case 'gates':
        return icon('gate-public');
      case 'illegal_structures':
        return icon('illegal');
      case 'facilities':
        return icon('badge-service');
      case 'paths':
        return swatch(palette.paths.ground, 'outlined stroke');
      case 'open_spaces':
        return swatch(palette.open_spaces.green);
      case 'obstacles':
        return swatch(palette.obstacles.water);
      case 'issues':
        return icon('issue');
      case 'units':
        return swatch(palette.facilities.service, 'dashed stroke');
      case 'basemap':
        return swatch(palette.paper.outside, 'outlined');
      default:
        return swatch('#fff', 'outlined round');
    }
  }

  const tallies = new Map(Object.entries(landing.features)); // layer and filter -> how many
  const drawSoon = quietly(100, () => draw());

  /** How many features of a layer there are; undefined until the server has said. */
  function tally(layer, filter = '') {
    const key = layer + filter;
    if (!tallies.has(key)) {
      tallies.set(key, undefined);
      ask(`${areaAddress()}/collections/${layer}/items`, { limit: 1, filter }).then(
        ({ numberMatched }) => {
          tallies.set(key, numberMatched);
          drawSoon();
        },
        () => tallies.delete(key), // whoever draws next asks again
      );
    }
    return tallies.get(key);
  }

  function details(layer) {
    const row = (symbol, text, number) =>
      el('li', {}, symbol, el('span', {}, text), number === undefined ? null : el('b', {}, Number.isFinite(number) ? whole(number) : '…'));
    if (layer === 'gates') {
      return ['public', 'residents', 'closed'].map((access) =>
        row(icon('gate-' + access), t('gate_' + access), tally('gates', `access='${access}'`)),
      );
    }
    if (layer === 'walls') {
      const stay = tally('walls', 'removable=false');
      return [
        row(swatch(palette.walls.removable, 'stroke'), t('walls_removable'), tally('walls') - stay),
        row(swatch(palette.walls.fixed, 'stroke twin'), t('walls_fixed'), stay),
      ];
    }
    if (layer === 'facilities') {
      return [
        el(
          'li',
          { class: 'categories' },
          CATEGORIES.map((c) =>
            el('span', {}, swatch(palette.facilities[c], 'round'), t('category_' + c)),
          ),
        ),
      ];
    }
    return [];
  }

  function scale() {
    if (!classes) {
      return null;
    }
    const { title, counts, scale: colours } = classes;
    if (!counts) {
      return el('div', { class: 'scale' }, el('h4', {}, title), el('p', {}, swatch(palette.gap.fill, 'round'), t('measure_gap')));
    }
    const round = (share) => percent(share).replace(/[.,]0/, '');
    const signed = (share) => (colours === palette.difference && share > 0 ? '+' : '') + round(share).replace('-', '−');
    const ends = (c) => (c.phase ? t('phase_' + c.phase) : c.from === c.to ? t('unchanged') : `${signed(c.from)} – ${signed(c.to)}`);
    return el(
      'div',
      { class: 'scale' },
      el('h4', {}, title),
      el(
        'ul',
        { class: 'plain' },
        colours.classes
          .map((c, i) => el('li', {}, swatch(c.colour), el('span', {}, ends(c)), el('b', {}, t('places', { n: whole(counts.counts[i]) }))))
          .reverse(),
        el('li', {}, swatch(colours.no_data, colours === palette.works ? 'outlined' : ''), el('span', {}, t(colours === palette.works ? 'no_works' : 'no_data')), el('b', {}, t('places', { n: whole(counts.none) }))),
      ),
    );
  }

  /** Steps back what is drawn only closer up, and says so. */
  function dim() {
    const zoom = board.map.getZoom();
    for (const row of element.querySelectorAll('.row')) {
      const far = zoom < Number(row.dataset.from);
      row.classList.toggle('far', far);
      row.title = far ? t('closer_up') : '';
    }
  }
  board.map.on('zoomend', dim);

  function draw() {
    element.setAttribute('aria-label', t('legend'));
    element.classList.toggle('folded', folded);
    element.replaceChildren(
      el(
        'button',
        {
          type: 'button',
          class: 'fold',
          'aria-expanded': String(!folded),
          onclick: () => {
            folded = !folded;
            draw();
          },
        },
        t('legend'),
      ),
      ...(folded
        ? []
        : [
            scale(),
            el(
              'ul',
              { class: 'plain layers' },
              rows.map(({ layer, from = 0 }) =>
                el(
                  'li',
                  { class: 'row', 'data-from': from },
                  el(
                    'label',
                    {},
                    el('input', {
                      type: 'checkbox',
                      'data-layer': layer,
                      checked: isOn(layer),
                      onchange: () => toggle(layer),
                    }),
                    sign(layer),
                    el('span', {}, t(layer)),
                    layer === 'basemap' ? null : el('b', {}, Number.isFinite(tally(layer)) ? whole(tally(layer)) : '…'),
                  ),
                  isOn(layer) && details(layer).length > 0 ? el('ul', { class: 'plain' }, details(layer)) : null,
                ),
              ),
            ),
            exports(),
          ].filter(Boolean)),
    );
    dim();
  }

  /** What is shown, as a file; asked for anew when it is clicked, for the view may have changed. */
  function exports() {
    const address = (ending, more) => {
      const layers = rows.map((row) => row.layer).filter((layer) => layer !== 'basemap' && isOn(layer));
      layers.push('boundary', view().by === 'building' ? 'coverage_buildings' : 'coverage_compounds');
      return `${baseAddress()}/export.${ending}?${new URLSearchParams({ layers, lang: language(), ...more })}`;
    };
    const link = (id, ending, text, more, title) => {
      const attributes = { class: 'button', id: `export-${id}`, download: '', href: address(ending, more), title };
      return el('a', { ...attributes, onclick: (event) => (event.currentTarget.href = address(ending, more)) }, text);
    };
    return el(
      'p',
      { class: 'line exports' },
      el('span', {}, t('download')),
      link('zip', 'zip', 'GeoJSON', { files: 'geojson' }),
      link('gpkg', 'gpkg', 'GeoPackage'),
      link('qgz', 'qgz', 'QGIS', { data: 'server' }, t('qgisServer')),
      link('qgz-file', 'qgz', t('qgisFile'), { data: 'file' }, t('qgisFileAbout')),
    );
  }

  function applyAccepted() {
    const kinds = ['in', ['get', 'kind'], ['literal', accepts ?? []]];
    board.map.setFilter('facilities-accepted', accepts ? kinds : ['literal', false]);
    board.map.setPaintProperty('facilities', 'icon-opacity', accepts ? ['case', kinds, 0, 0.28] : 1);
    board.map.setPaintProperty('facilities', 'text-opacity', accepts ? ['case', kinds, 0, 0.5] : 1);
  }

  return {
    draw,

    /** How many features a layer has. */
    count: (layer) => landing.features[layer] ?? 0,

    /** What the colours mean now; null when nothing is coloured. */
    classes(title, counts, colours = palette.share) {
      classes = title ? { title, counts, scale: colours } : null;
      draw();
    },

    /** The kinds of facility that count for what is shown; the others step back. */
    accepted(kinds) {
      accepts = kinds;
      applyAccepted();
    },
  };
}
