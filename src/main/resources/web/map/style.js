// How the layers are drawn, from the ground up. The data is put in later.

import { CATEGORY, GLYPH } from '../kinds.js';

const FONT = ['LifeCircle Han'];
const EMPTY = { type: 'FeatureCollection', features: [] };

/** Sources whose features are put in whole, and what they are told apart by. */
const SOURCES = [
  'boundary',
  'compounds',
  'units',
  'isochrones',
  'freed',
  'candidates',
  'walk',
  'edits',
  'marks',
  'gaps',
];

/** What comes as tiles: source by source its layers, and the zoom from which it is looked at. */
const TILED = {
  ground: {
    layers: ['open_spaces', 'obstacles', 'paths', 'buildings', 'illegal_structures', 'walls', 'gates', 'facilities'],
    from: 0,
  },
  entrances: { layers: ['entrances'], from: 15 },
  issues: { layers: ['issues'], from: 14 },
};
export const TILE_SOURCES = Object.keys(TILED);
const FINEST_TILE = 16; // a unit of it is an eighth of a metre; closer up the same tiles are drawn larger

/** Layers of the study area, each of which the server tells by id. */
export const AREA_LAYERS = [...Object.values(TILED).flatMap(({ layers }) => layers), 'compounds', 'units'];

/** Where the features of a layer are, as MapLibre wants it. */
export function sourceOf(layer) {
  const tiles = Object.keys(TILED).find((source) => TILED[source].layers.includes(layer));
  return tiles ? { source: tiles, sourceLayer: layer } : { source: layer };
}

function drawnFrom(layer) {
  const { source, sourceLayer } = sourceOf(layer);
  return { source, ...(sourceLayer && { 'source-layer': sourceLayer }) };
}

/** The layers of the map that a switch of the legend shows or hides together. */
export const GROUPS = {
  open_spaces: ['open_spaces'],
  obstacles: ['obstacles', 'obstacles-closed', 'obstacles-line'],
  paths: ['paths-casing', 'paths', 'paths-steps'],
  compounds: ['compounds', 'compounds-outline', 'compounds-label'],
  buildings: ['buildings', 'buildings-outline'],
  illegal_structures: ['illegal', 'illegal-outline'],
  walls: ['walls', 'walls-fixed', 'walls-inferred'],
  gates: ['gates'],
  facilities: ['facilities-ground', 'facilities', 'facilities-accepted'],
  units: ['units', 'units-label'],
  entrances: ['entrances'],
  issues: ['issues'],
};

/** Layers whose features can be pointed at, the uppermost first. */
export const TOUCHABLE = [
  'issues',
  'facilities-accepted',
  'facilities',
  'gates',
  'entrances',
  'freed-fill',
  'walls-touch',
  'illegal',
  'buildings',
  'facilities-ground',
  'open_spaces',
  'compounds',
];

/** Grows with the zoom: pairs of zoom and value. */
function zoomed(...pairs) {
  return ['interpolate', ['linear'], ['zoom'], ...pairs];
}

/** A width in metres on the ground, at least so many pixels. */
function onGround(metres, latitude, least) {
  const pixels = (zoom) => 2 ** zoom / (40075016.686 * Math.cos((latitude * Math.PI) / 180) / 512);
  const at = (zoom, floor = least) => ['max', floor, ['*', metres, pixels(zoom)]];
  return ['interpolate', ['exponential', 2], ['zoom'], 12, at(12, least / 2), 14, at(14), 16, at(16), 18, at(18), 22, at(22)];
}

const PATH_WIDTH = [
  'coalesce',
  ['get', 'width_m'],
  ['match', ['get', 'kind'], 'street', 12, 'lane', 4, 2],
];

/** Area grows with the people left out. */
const PEOPLE_ROOT = ['sqrt', ['max', 0, ['-', ['get', 'residents'], ['get', 'residents_covered']]]];

function fill(id, source, paint, more = {}) {
  return { id, ...drawnFrom(source), type: 'fill', paint, ...more };
}

function line(id, source, paint, more = {}) {
  return {
    id,
    ...drawnFrom(source),
    type: 'line',
    layout: { 'line-join': 'round', 'line-cap': 'butt' },
    paint,
    ...more,
  };
}

function label(id, source, layout, palette, more = {}) {
  return {
    id,
    ...drawnFrom(source),
    type: 'symbol',
    layout: { 'text-font': FONT, 'text-padding': 4, ...layout },
    paint: {
      'text-color': palette.compounds.label,
      'text-halo-color': palette.paper.halo,
      'text-halo-width': 1.4,
    },
    ...more,
  };
}

function ground(p, latitude) {
  const wide = (extra) => onGround(['+', PATH_WIDTH, extra], latitude, extra > 0 ? 1.6 : 1);
  const walkable = ['!', ['in', ['get', 'kind'], ['literal', ['steps', 'ramp']]]];
  return [
    { id: 'outside', type: 'background', paint: { 'background-color': p.paper.outside } },
    fill('inside', 'boundary', { 'fill-color': p.paper.inside }),
    fill('open_spaces', 'open_spaces', {
      'fill-color': [
        'match',
        ['get', 'kind'],
        ...Object.entries(p.open_spaces).flat(),
        p.open_spaces.yard,
      ],
    }),
    fill(
      'obstacles',
      'obstacles',
      { 'fill-color': p.obstacles.water },
      { filter: ['==', ['get', 'kind'], 'water'] },
    ),
    fill(
      'obstacles-closed',
      'obstacles',
      { 'fill-pattern': 'closed_ground' },
      {
        filter: ['all', ['!=', ['get', 'kind'], 'water'], ['==', ['geometry-type'], 'Polygon']],
      },
    ),
    line(
      'paths-casing',
      'paths',
      { 'line-color': p.paths.casing, 'line-width': wide(0.9) },
      { layout: { 'line-cap': 'round', 'line-join': 'round' } },
    ),
    line(
      'paths',
      'paths',
      { 'line-color': p.paths.ground, 'line-width': wide(0) },
      { minzoom: 13.5, layout: { 'line-cap': 'round', 'line-join': 'round' } },
    ),
    line(
      'paths-steps',
      'paths',
      {
        'line-color': p.paths.steps,
        'line-width': onGround(PATH_WIDTH, latitude, 2),
        'line-dasharray': [0.3, 0.3],
      },
      { filter: ['!', walkable] },
    ),
    line(
      'obstacles-line',
      'obstacles',
      { 'line-color': p.obstacles.rail, 'line-width': 3, 'line-dasharray': [2, 1] },
      { filter: ['==', ['geometry-type'], 'LineString'] },
    ),
  ];
}

function built(p) {
  return [
    fill('compounds', 'compounds', { 'fill-color': p.compounds.fill, 'fill-opacity': 0.8 }),
    line('compounds-outline', 'compounds', {
      'line-color': p.compounds.outline,
      'line-width': zoomed(14, 0.4, 17, 1),
    }),
    fill('isochrones', 'isochrones', { 'fill-color': '#000', 'fill-opacity': 0.42 }),
    line('isochrones-outline', 'isochrones', { 'line-color': '#000', 'line-width': 1.2 }),
    fill('facilities-ground', 'facilities', { 'fill-color': '#23606e', 'fill-opacity': 0.14 }, {
      filter: ['==', ['geometry-type'], 'Polygon'],
    }),
    fill('buildings', 'buildings', {
      'fill-color': p.buildings.fill,
      'fill-antialias': ['step', ['zoom'], false, 14, true], // a city's thousands are specks before
    }),
    line('buildings-outline', 'buildings', {
      'line-color': p.buildings.outline,
      'line-width': zoomed(15, 0.3, 18, 1),
    }, { minzoom: 15 }),
    fill('illegal', 'illegal_structures', { 'fill-pattern': 'illegal' }, { minzoom: 15 }),
    line(
      'illegal-outline',
      'illegal_structures',
      { 'line-color': p.illegal_structures.outline, 'line-width': zoomed(15, 0.6, 19, 1.6) },
      { minzoom: 14 },
    ),
    fill('freed-fill', 'freed', { 'fill-pattern': 'freed' }),
    fill('candidates', 'candidates', { 'fill-color': p.changes.made, 'fill-opacity': ['case', ['get', 'fits'], 0.55, 0.12] }),
    line('candidates-outline', 'candidates', { 'line-color': p.changes.made, 'line-width': 1.6 }),
    line('freed-outline', 'freed', { 'line-color': p.freed_spaces.outline, 'line-width': 1.4 }),
  ];
}

function barriers(p) {
  const width = zoomed(11, 0.25, 14, 0.9, 16, 1.7, 18, 3, 20, 6);
  const stays = ['==', ['get', 'removable'], false];
  const inferred = ['==', ['get', 'inferred'], true];
  return [
    line(
      'walls',
      'walls',
      { 'line-color': p.walls.removable, 'line-width': width },
      {
        layout: { 'line-cap': 'round', 'line-join': 'round' },
        filter: ['all', ['!', stays], ['!', inferred]],
      },
    ),
    line(
      'walls-inferred',
      'walls',
      { 'line-color': p.walls.removable, 'line-width': width, 'line-dasharray': [2.5, 1.5] },
      { filter: inferred },
    ),
    line(
      'walls-fixed',
      'walls',
      {
        'line-color': p.walls.fixed,
        'line-width': zoomed(14, 0.5, 18, 1.3),
        'line-gap-width': zoomed(14, 0.8, 16, 1.6, 18, 3),
      },
      { filter: stays },
    ),
    line('walls-touch', 'walls', { 'line-color': '#000', 'line-width': 9, 'line-opacity': 0 }),
    line('units', 'units', {
      'line-color': '#23606e',
      'line-width': 2,
      'line-dasharray': [4, 2],
    }, { layout: { visibility: 'none' } }),
    line('boundary', 'boundary', {
      'line-color': p.paper.boundary,
      'line-width': 1.5,
      'line-dasharray': [6, 3, 1.5, 3],
    }),
  ];
}

function signs(p) {
  const badge = (size, glyphFrom) => ({
    'icon-image': ['concat', 'badge-', CATEGORY],
    'icon-size': size,
    'icon-allow-overlap': true,
    'icon-ignore-placement': true,
    'text-field': ['step', ['zoom'], '', glyphFrom, GLYPH],
    'text-size': zoomed(15, 9, 18, 12.5),
    'text-font': FONT,
    'text-allow-overlap': true,
    'text-ignore-placement': true,
  });
  return [
    {
      id: 'entrances',
      ...drawnFrom('entrances'),
      type: 'circle',
      minzoom: 16,
      layout: { visibility: 'none' },
      paint: {
        'circle-radius': zoomed(16, 1.5, 19, 4),
        'circle-color': '#fff',
        'circle-stroke-color': p.paper.ink,
        'circle-stroke-width': 1,
      },
    },
    {
      id: 'gates',
      ...drawnFrom('gates'),
      type: 'symbol',
      minzoom: 14.2,
      layout: {
        'icon-image': ['concat', 'gate-', ['get', 'access']],
        'icon-size': zoomed(14.2, 0.34, 15.5, 0.5, 17, 0.85, 19, 1.15),
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        'symbol-sort-key': ['match', ['get', 'access'], 'public', 2, 'closed', 1, 0],
      },
    },
    {
      id: 'facilities',
      ...drawnFrom('facilities'),
      type: 'symbol',
      layout: badge(zoomed(14, 0.2, 15.5, 0.36, 16.4, 0.62, 18, 0.95), 16.3),
      paint: { 'text-color': '#fff' },
    },
    {
      id: 'facilities-accepted',
      ...drawnFrom('facilities'),
      type: 'symbol',
      filter: ['literal', false],
      layout: badge(zoomed(11, 0.3, 14, 0.7, 16, 0.95, 18, 1.15), 14),
      paint: { 'text-color': '#fff' },
    },
    {
      id: 'issues',
      ...drawnFrom('issues'),
      type: 'symbol',
      layout: {
        'icon-image': 'issue',
        'icon-allow-overlap': ['step', ['zoom'], false, 15, true], // of a city's thousands those that find room
        'icon-size': zoomed(13.5, 0.5, 15, 0.85),
      },
    },
  ];
}

/** What a scenario takes away and adds. */
function edits(p) {
  const role = (...roles) => ['in', ['get', 'role'], ['literal', roles]];
  const round = { 'line-cap': 'round', 'line-join': 'round' };
  const width = zoomed(14, 2.5, 17, 4.5, 20, 9);
  return [
    fill('edits-cleared', 'edits', { 'fill-color': p.paper.halo, 'fill-opacity': 0.75 }, {
      filter: ['all', role('gone'), ['==', ['geometry-type'], 'Polygon']],
    }),
    line('edits-under', 'edits', { 'line-color': p.paper.halo, 'line-width': zoomed(14, 4, 17, 7, 20, 12) }, {
      filter: role('gone', 'new'),
    }),
    line('edits-gone', 'edits', { 'line-color': p.changes.gone, 'line-width': width, 'line-dasharray': [0.9, 0.9] }, {
      filter: role('gone'),
    }),
    line('edits-new', 'edits', { 'line-color': p.changes.made, 'line-width': width }, { filter: role('new'), layout: round }),
    {
      id: 'edits-ring',
      source: 'edits',
      type: 'circle',
      filter: ['all', ['==', ['geometry-type'], 'Point'], ['!', role('point')]],
      paint: {
        'circle-radius': zoomed(14, 6, 18, 15),
        'circle-color': p.paper.halo,
        'circle-opacity': 0.9,
        'circle-stroke-width': 3,
        'circle-stroke-color': ['match', ['get', 'role'], 'gone', p.changes.gone, p.changes.made],
      },
    },
    {
      id: 'edits-point',
      source: 'edits',
      type: 'circle',
      filter: role('point'),
      paint: { 'circle-radius': 4, 'circle-color': p.paper.halo, 'circle-stroke-width': 2, 'circle-stroke-color': p.changes.made },
    },
    {
      id: 'edits-sign',
      source: 'edits',
      type: 'symbol',
      filter: role('gate', 'facility'),
      layout: {
        'icon-image': ['case', ['==', ['get', 'role'], 'gate'], ['concat', 'gate-', ['get', 'access']], ['concat', 'badge-', ['get', 'category']]],
        'icon-size': zoomed(14, 0.5, 18, 1),
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        'text-field': ['coalesce', ['get', 'glyph'], ''],
        'text-size': zoomed(14, 8, 18, 12.5),
        'text-font': FONT,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': '#fff' },
    },
  ];
}

function findings(p) {
  const casing = { 'line-cap': 'round', 'line-join': 'round' };
  return [
    {
      id: 'gaps',
      source: 'gaps',
      type: 'symbol',
      layout: {
        'icon-image': 'gap',
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        'icon-size': ['interpolate', ['exponential', 2], ['zoom'], 14, ['*', 0.012, PEOPLE_ROOT], 18, ['*', 0.06, PEOPLE_ROOT]],
        'symbol-sort-key': ['-', 0, PEOPLE_ROOT],
      },
      paint: { 'icon-opacity': 0.8 },
    },
    line('marks-casing', 'marks', { 'line-color': '#fff', 'line-width': 9, 'line-opacity': 0.85 }, { layout: casing }),
    line('marks-line', 'marks', {
      'line-color': [
        'match',
        ['get', 'role'],
        'forced',
        p.forced_by,
        'opening',
        p.forced_by,
        p.selected,
      ],
      'line-width': ['match', ['get', 'role'], 'hover', 3, 5],
    }, { layout: casing }),
    {
      id: 'marks-point',
      source: 'marks',
      type: 'circle',
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 14, ['match', ['get', 'role'], 'opening', 5, 8], 18, 14],
        'circle-color': '#fff',
        'circle-opacity': 0.01,
        'circle-stroke-width': 3,
        'circle-stroke-color': [
          'match',
          ['get', 'role'],
          'forced',
          p.forced_by,
          'opening',
          p.forced_by,
          p.selected,
        ],
      },
    },
    {
      id: 'marks-rank',
      source: 'marks',
      type: 'symbol',
      filter: ['has', 'rank'],
      layout: {
        'icon-image': 'rank',
        'icon-anchor': 'bottom',
        'text-field': ['get', 'rank'],
        'text-font': FONT,
        'text-size': 11.5,
        'text-offset': [0, -0.9],
        'symbol-sort-key': ['to-number', ['get', 'rank']],
        'icon-padding': 0,
        'text-padding': 0,
      },
      paint: { 'text-color': '#fff' },
    },
    line('walk-straight', 'walk', { 'line-color': p.walk.straight, 'line-width': 1.8, 'line-dasharray': [3, 2.2] }, {
      filter: ['==', ['get', 'role'], 'straight'],
    }),
    line('walk-casing', 'walk', { 'line-color': p.walk.casing, 'line-width': 9 }, {
      filter: ['==', ['get', 'role'], 'walk'],
      layout: casing,
    }),
    line('walk', 'walk', { 'line-color': p.walk.line, 'line-width': 5 }, {
      filter: ['==', ['get', 'role'], 'walk'],
      layout: casing,
    }),
    label('units-label', 'units', { 'text-field': ['get', 'name'], 'text-size': 15, visibility: 'none' }, p),
    label('compounds-label', 'compounds', {
      'text-field': ['get', 'name'],
      'text-size': zoomed(15.3, 10.5, 18, 14),
      'text-max-width': 7,
    }, p, { minzoom: 15.3 }),
    label('freed-label', 'freed', {
      'text-field': ['get', 'label'],
      'text-size': 11.5,
      'text-line-height': 1.15,
    }, p, { minzoom: 16.8 }),
  ];
}

/**
 * The whole style of an area.
 *
 * @param address of the area, with its origin
 * @param bounds [west, south, east, north]: there are no tiles elsewhere
 */
export function style(palette, address, bounds, basemap) {
  const sources = {};
  const latitude = (bounds[1] + bounds[3]) / 2;
  for (const [id, { layers, from }] of Object.entries(TILED)) {
    sources[id] = {
      type: 'vector',
      tiles: [`${address}/tiles/WebMercatorQuad/{z}/{y}/{x}?f=mvt&collections=${layers}`],
      bounds,
      minzoom: from,
      maxzoom: FINEST_TILE,
      promoteId: 'id',
    };
  }
  for (const id of SOURCES) {
    // Simplified, a piece as thin as a wall's strip would turn into a triangle over everything.
    const tolerance = id === 'freed' || id === 'isochrones' ? 0 : 0.25;
    // A name is written once in every tile: compounds have few and large ones.
    const maxzoom = id === 'compounds' ? 14 : 18;
    sources[id] = { type: 'geojson', data: EMPTY, promoteId: 'id', maxzoom, tolerance };
  }
  const [outside, inside, ...onTop] = ground(palette, latitude);
  const beneath = [];
  if (basemap) {
    sources.basemap = { type: 'raster', tiles: basemap.tiles, maxzoom: basemap.max_zoom, tileSize: 256 };
    beneath.push({ id: 'basemap', source: 'basemap', type: 'raster', paint: { 'raster-opacity': 0.8, 'raster-saturation': -0.4 } });
  }
  return {
    version: 8,
    sources,
    layers: [
      outside,
      inside,
      ...beneath,
      ...onTop,
      ...built(palette),
      ...barriers(palette),
      ...signs(palette),
      ...edits(palette),
      ...findings(palette),
    ],
  };
}
