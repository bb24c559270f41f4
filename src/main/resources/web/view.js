// What is being looked at. It lives in the address, so that every view can be sent to somebody.

const USUAL = {
  scenario: '', // an id; the only one that stands in the path, as it does in the API
  tab: 'see', // see, ask, free, decide, change, compare, ledger
  tier: '5',
  req: 'worst', // a requirement, 'all' of the tier, or 'worst': where walls cost most
  measure: 'share', // share, share_straight, compliance, gap
  by: 'building',
  criterion: 'distance',
  group: 'planning',
  tool: 'reach', // reach, walk, why
  at: '',
  dir: 'out',
  from: '',
  to: '',
  who: '', // a building
  width: '4',
  what: '', // a kind of facility that could stand on freed ground
  fits: 'true', // those that fit, or those refused
  decide: 'rank', // rank, plan
  budget: '3000000', // yuan
  build: 'true', // whether a plan may build facilities
  job: '', // the plan that is made or was
  agreed: 'false', // whether a plan does only what owners have agreed to
  wishes: 'false', // whether it counts more what residents wish for
  lifts: '', // yuan of subsidies for lifts; none when empty
  lift: 'level', // how they stop
  most: '', // facilities that may be built in a compound
  each: '', // yuan that may be spent in a compound
  apart: '', // metres between new facilities of a kind
  must: '', // layer:id of what has to be done, with commas
  never: '', // and of what must not
  edit: 'take', // take, facility, gate, path, reach: what a click changes
  kind: 'kindergarten', // of a facility that is drawn
  show: 'difference', // difference, before, after, swipe
  rows: 'requirement', // requirement, compound
  day: '', // the ledger is read as of it; today when empty
  pick: '', // layer:id, the feature whose facts are shown
  off: '', // layers switched off
  on: '', // layers switched on that usually are not
  map: '', // zoom/latitude/longitude
};

const WORDS = {
  tab: /^(see|ask|free|decide|change|compare|ledger)$/,
  day: /^(\d{4}-\d{2}-\d{2})?$/,
  decide: /^(rank|plan)$/,
  budget: /^[1-9]\d{0,11}$/,
  build: /^(true|false)$/,
  job: /^[0-9a-f-]{0,36}$/,
  agreed: /^(true|false)$/,
  wishes: /^(true|false)$/,
  lifts: /^\d{0,12}$/,
  lift: /^(level|half_landing)$/,
  most: /^\d{0,6}$/,
  each: /^\d{0,12}$/,
  apart: /^\d{0,5}$/,
  edit: /^(take|facility|gate|path|reach)$/,
  show: /^(difference|before|after|swipe)$/,
  rows: /^(requirement|compound)$/,
  tier: /^(5|10|15|block)$/,
  measure: /^(share|share_straight|compliance|gap)$/,
  by: /^(building|compound)$/,
  criterion: /^(distance|time)$/,
  tool: /^(reach|walk|why)$/,
  dir: /^(in|out)$/,
  fits: /^(true|false)$/,
  width: /^\d{1,2}(\.\d)?$/,
  at: /^(-?\d+\.?\d*,-?\d+\.?\d*)?$/,
  from: /^(-?\d+\.?\d*,-?\d+\.?\d*)?$/,
  to: /^(-?\d+\.?\d*,-?\d+\.?\d*)?$/,
};

const PLACE = /^(\/areas\/[^/]+)(?:\/scenarios\/([a-z0-9._-]+))?/;
const listeners = [];
let area = location.pathname.match(PLACE)?.[1] ?? '';
let now = read();

/** Where our area is asked; empty while the address names none. */
export function areaAddress() {
  return area;
}

/** Says which area is looked at, where the address does not. */
export function lookIn(address) {
  area = address;
}

function read() {
  const told = new URLSearchParams(location.hash.slice(1));
  const view = { ...USUAL, scenario: location.pathname.match(PLACE)?.[2] ?? '' };
  for (const name of Object.keys(USUAL)) {
    const value = told.get(name);
    if (name !== 'scenario' && value !== null && value.length < 2000 && (!WORDS[name] || WORDS[name].test(value))) {
      view[name] = value;
    }
  }
  return view;
}

function address() {
  const told = new URLSearchParams();
  for (const [name, value] of Object.entries(now)) {
    if (name !== 'scenario' && value !== USUAL[name]) {
      told.set(name, value);
    }
  }
  const hash = told.toString().replaceAll('%2C', ',').replaceAll('%2F', '/').replaceAll('%3A', ':');
  const bare = PLACE.test(location.pathname) ? area : location.pathname;
  const path = now.scenario ? `${area}/scenarios/${now.scenario}` : bare;
  return path + location.search + (hash ? '#' + hash : '');
}

function tell(before, from_address = false) {
  const changed = new Set(Object.keys(now).filter((name) => now[name] !== before[name]));
  if (changed.size > 0) {
    listeners.forEach((listener) => listener(now, changed, from_address));
  }
}

/** The view. Read it, do not write to it. */
export function view() {
  return now;
}

/** Looks at something else. A step one may want to go back from gets an entry in the history. */
export function look(changes, step = false) {
  const before = now;
  now = { ...now, ...changes };
  if (address() !== location.pathname + location.search + location.hash) {
    history[step ? 'pushState' : 'replaceState'](null, '', address());
  }
  tell(before);
}

/**
 * Has `listener(view, changed, from_address)` called whenever the view changes; `changed` is a set of
 * names, and `from_address` tells that it was the address that changed, not the map or a panel.
 */
export function onLook(listener) {
  listeners.push(listener);
}

addEventListener('popstate', () => {
  const before = now;
  now = read();
  tell(before, true);
});
