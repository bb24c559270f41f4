// A scenario's changes, drawn over the area as it is today.

import { category, glyph } from '../kinds.js';

const LAYER = {
  remove_wall: 'walls',
  remove_structure: 'illegal_structures',
  remove_facility: 'facilities',
  move_facility: 'facilities',
  open_gate: 'gates',
  close_gate: 'gates',
};

/** The layer a change is about. */
export function layerOf(change) {
  return LAYER[change.type];
}

function feature(id, geometry, properties) {
  return { type: 'Feature', id, geometry, properties: { id, ...properties } };
}

function drawn(board, change, i) {
  const id = `edit-${i}`;
  const before = change.id && board.find(LAYER[change.type], change.id);
  switch (change.type) {
    case 'open_gate':
    case 'close_gate':
      return before && [feature(id, before.geometry, { role: 'gate', access: change.type === 'open_gate' ? 'public' : 'closed' })];
    case 'add_gate':
      return [feature(id, change.feature.geometry, { role: 'gate', access: change.feature.properties.access ?? 'public' })];
    case 'add_facility': {
      const { kind, name } = change.feature.properties;
      return [feature(id, change.feature.geometry, { role: 'facility', category: category(kind), glyph: glyph(kind, name) })];
    }
    case 'move_facility':
      return before && [
        feature(id, before.geometry, { role: 'gone' }),
        feature(id + 'b', change.to, { role: 'facility', category: category(before.properties.kind), glyph: glyph(before.properties.kind, before.properties.name) }),
      ];
    case 'add_path':
    case 'add_wall':
      return [feature(id, change.feature.geometry, { role: 'new' })];
    default:
      return before && [feature(id, before.geometry, { role: 'gone' })];
  }
}

/** Has what these changes are about known; answers whether anything of it was not. */
export async function learnChanged(board, changes) {
  const layers = [...new Set(changes.map(layerOf).filter(Boolean))];
  const idsIn = (layer) => changes.filter((change) => layerOf(change) === layer).map(({ id }) => id);
  return (await Promise.all(layers.map((layer) => board.learn(layer, idsIn(layer))))).includes(true);
}

const NUMBERS = Array.from({ length: 40 }, (_, i) => i + 1);

/**
 * Adds to the changes what `make` makes of an id like `prefix` that nothing in the area and nothing
 * in the scenario has.
 */
export async function addNumbered(board, draft, layer, prefix, make) {
  await board.learn(layer, NUMBERS.map((i) => `${prefix}-${i}`));
  const taken = new Set(draft.changes().map((change) => change.feature?.id));
  const free = NUMBERS.map((i) => `${prefix}-${i}`).find((id) => !taken.has(id) && !board.find(layer, id));
  return draft.edit([...draft.changes(), ...make(free ?? `${prefix}-${Date.now()}`)]);
}

/** What a scenario's changes look like, as far as they are known; `sketch` is a line that is being drawn. */
export function drawEdits(board, changes, sketch = []) {
  const features = changes.flatMap((change, i) => drawn(board, change, i) ?? []);
  if (sketch.length > 1) {
    features.push(feature('sketch', { type: 'LineString', coordinates: sketch }, { role: 'new' }));
  }
  sketch.forEach((point, i) => features.push(feature(`sketch-${i}`, { type: 'Point', coordinates: point }, { role: 'point' })));
  board.put('edits', features);
}

/** The place on a line nearest to a point, both in degrees: a gate stands in its wall. */
export function onLine(line, [lon, lat]) {
  const squeeze = Math.cos((lat * Math.PI) / 180);
  let best = line[0];
  let least = Infinity;
  for (let i = 1; i < line.length; i++) {
    const [ax, ay] = [(line[i - 1][0] - lon) * squeeze, line[i - 1][1] - lat];
    const [dx, dy] = [(line[i][0] - line[i - 1][0]) * squeeze, line[i][1] - line[i - 1][1]];
    const along = Math.max(0, Math.min(1, -(ax * dx + ay * dy) / (dx * dx + dy * dy || 1)));
    const apart = (ax + along * dx) ** 2 + (ay + along * dy) ** 2;
    if (apart < least) {
      least = apart;
      best = [line[i - 1][0] + along * (line[i][0] - line[i - 1][0]), line[i - 1][1] + along * dy];
    }
  }
  return best;
}
