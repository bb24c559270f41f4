// The colours of coverage, and of what changes it. The figures come from the server row by row and are
// put on the features that are on the map already, so that another requirement costs no geometry.

import { sourceOf } from './style.js';

const LAYER = { building: 'buildings', compound: 'compounds' };
const ID = { building: 'building_id', compound: 'compound_id' };

/** Whether a value is in a class: its upper end belongs to the next, zero may be one of its own. */
function isIn(value, { from, to }, i, classes) {
  const last = i === classes.length - 1;
  const afterZero = from === 0 && i > 0 && classes[i - 1].to === 0 && classes[i - 1].from === 0;
  return from === to ? value === from : (afterZero ? value > from : value >= from) && (value < to || (last && value <= to));
}

/** The colour of a class, as the map draws it. */
function colours({ classes, no_data }) {
  const cases = classes.flatMap(({ colour }, i) => [i + 1, colour]);
  return ['match', ['coalesce', ['feature-state', 'class'], 0], ...cases, no_data];
}

function valueOf(row, measure) {
  return row.residents > 0 ? (row[measure] ?? null) : null;
}

/** How many places are in each class, and in none; what the legend shows. */
export function countClasses(scale, rows, measure) {
  const values = rows.map((row) => valueOf(row, measure));
  return {
    counts: scale.classes.map((_, i) => values.filter((v) => v !== null && isIn(v, scale.classes[i], i, scale.classes)).length),
    none: values.filter((v) => v === null).length,
  };
}

/** Colours the buildings or compounds of a map by a measure of their rows. */
export function colourMap(map, palette, rows, by, measure, scale) {
  const layer = LAYER[by];
  const source = sourceOf(layer);
  map.removeFeatureState(source);
  for (const row of rows) {
    const id = row[ID[by]];
    const value = valueOf(row, measure);
    if (id && value !== null) {
      // From 1: MapLibre loses a state of 0 that is set right after another was removed.
      const number = 1 + scale.classes.findIndex((c, i) => isIn(value, c, i, scale.classes));
      map.setFeatureState({ ...source, id }, { class: number });
    }
  }
  map.setPaintProperty(layer, 'fill-color', colours(scale));
  map.setPaintProperty(layer, 'fill-opacity', by === 'compound' ? 0.85 : 1);
  if (by === 'compound') {
    map.setPaintProperty('buildings', 'fill-color', palette.paper.ink);
    map.setPaintProperty('buildings', 'fill-opacity', 0.16);
  }
}

export function makeChoropleth(board) {
  const { map, palette } = board;

  /** Back to the plain colours. */
  function plain() {
    map.setPaintProperty('buildings', 'fill-color', palette.buildings.fill);
    map.setPaintProperty('buildings', 'fill-opacity', 1);
    map.setPaintProperty('compounds', 'fill-color', palette.compounds.fill);
    map.setPaintProperty('compounds', 'fill-opacity', 0.8);
    board.clear('gaps');
  }

  return {
    plain,

    counts: (rows, measure, scale = palette.share) => countClasses(scale, rows, measure),

    colour(rows, by, measure, scale = palette.share) {
      plain();
      colourMap(map, palette, rows, by, measure, scale);
    },

    /** Discs as large as the people left out are many. */
    gaps(features) {
      plain();
      board.put('gaps', features.filter((feature) => feature.geometry));
    },
  };
}
