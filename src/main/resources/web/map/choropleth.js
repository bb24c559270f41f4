// The colours of coverage. The figures come from the server row by row and are put on the features
// that are on the map already, so that another requirement costs no geometry.

const NO_DATA = -1;
const SOURCE = { building: 'buildings', compound: 'compounds' };
const ID = { building: 'building_id', compound: 'compound_id' };

/** The colour of a share, as the map draws it. */
function colours(share) {
  const value = ['coalesce', ['feature-state', 'share'], NO_DATA];
  const steps = share.classes.flatMap((c, i) => (i === 0 ? [c.colour] : [c.from, c.colour]));
  return ['case', ['<', value, 0], share.no_data, ['step', value, ...steps]];
}

export function makeChoropleth(board) {
  const { map, palette } = board;
  let shown = null;

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

    /** How many places are in each class, and in none; what the legend shows. */
    counts(rows, measure) {
      const counts = palette.share.classes.map(() => 0);
      let none = 0;
      for (const row of rows) {
        const value = row[measure];
        if (value === null || value === undefined || row.residents === 0) {
          none++;
        } else {
          const index = palette.share.classes.findLastIndex((c) => value >= c.from);
          counts[Math.max(0, index)]++;
        }
      }
      return { counts, none };
    },

    /** Colours buildings or compounds by a measure of their rows. */
    colour(rows, by, measure) {
      plain();
      const source = SOURCE[by];
      if (shown) {
        map.removeFeatureState({ source: shown });
      }
      shown = source;
      for (const row of rows) {
        const id = row[ID[by]];
        if (id) {
          const value = row.residents > 0 ? row[measure] : null;
          map.setFeatureState({ source, id }, { share: value ?? NO_DATA });
        }
      }
      map.setPaintProperty(source, 'fill-color', colours(palette.share));
      map.setPaintProperty(source, 'fill-opacity', by === 'compound' ? 0.85 : 1);
      if (by === 'compound') {
        map.setPaintProperty('buildings', 'fill-color', palette.paper.ink);
        map.setPaintProperty('buildings', 'fill-opacity', 0.16);
      }
    },

    /** Discs as large as the people left out are many. */
    gaps(features) {
      plain();
      board.put('gaps', features.filter((feature) => feature.geometry));
    },
  };
}
