// What is being looked at. It lives in the address, so that every view can be sent to somebody.

const USUAL = {
  tab: 'see', // see, ask, free, decide
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
  pick: '', // layer:id, the feature whose facts are shown
  off: '', // layers switched off
  on: '', // layers switched on that usually are not
  map: '', // zoom/latitude/longitude
};

const WORDS = {
  tab: /^(see|ask|free|decide)$/,
  tier: /^(5|10|15|block)$/,
  measure: /^(share|share_straight|compliance|gap)$/,
  by: /^(building|compound)$/,
  criterion: /^(distance|time)$/,
  tool: /^(reach|walk|why)$/,
  dir: /^(in|out)$/,
  width: /^\d{1,2}(\.\d)?$/,
  at: /^(-?\d+\.?\d*,-?\d+\.?\d*)?$/,
  from: /^(-?\d+\.?\d*,-?\d+\.?\d*)?$/,
  to: /^(-?\d+\.?\d*,-?\d+\.?\d*)?$/,
};

const listeners = [];
let now = read();

function read() {
  const told = new URLSearchParams(location.hash.slice(1));
  const view = { ...USUAL };
  for (const name of Object.keys(USUAL)) {
    const value = told.get(name);
    if (value !== null && value.length < 400 && (!WORDS[name] || WORDS[name].test(value))) {
      view[name] = value;
    }
  }
  return view;
}

function address() {
  const told = new URLSearchParams();
  for (const [name, value] of Object.entries(now)) {
    if (value !== USUAL[name]) {
      told.set(name, value);
    }
  }
  const hash = told.toString().replaceAll('%2C', ',').replaceAll('%2F', '/').replaceAll('%3A', ':');
  return location.pathname + location.search + (hash ? '#' + hash : '');
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
