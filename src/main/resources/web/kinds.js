// How facilities look: by kind, a colour family and the one character on the badge. Their names are
// the standard's; a kind that is not here takes the first character of its name.

const KINDS = {
  junior_school: ['education', '中'],
  primary_school: ['education', '小'],
  kindergarten: ['education', '幼'],
  nursery: ['care', '托'],
  hospital: ['health', '院'],
  health_centre: ['health', '医'],
  clinic: ['health', '诊'],
  health_station: ['health', '卫'],
  elderly_home: ['care', '养'],
  nursing_home: ['care', '护'],
  elderly_daycare: ['care', '老'],
  culture_centre: ['education', '文'],
  culture_station: ['education', '站'],
  reading_room: ['education', '书'],
  sports_hall: ['sport', '馆'],
  gym: ['sport', '健'],
  sports_ground_large: ['sport', '大'],
  sports_ground_medium: ['sport', '中'],
  sports_ground_small: ['sport', '球'],
  fitness_ground: ['sport', '场'],
  fitness_plaza: ['sport', '场'],
  fitness_equipment: ['sport', '器'],
  play_area: ['sport', '活'],
  subdistrict_office: ['service', '街'],
  service_centre: ['service', '政'],
  service_station: ['service', '社'],
  judicial_office: ['service', '司'],
  police_station: ['service', '警'],
  property_office: ['service', '物'],
  embedded_complex: ['service', '综'],
  mall: ['commerce', '商'],
  wet_market: ['commerce', '菜'],
  fresh_supermarket: ['commerce', '鲜'],
  community_shops: ['commerce', '店'],
  convenience_store: ['commerce', '便'],
  catering: ['commerce', '餐'],
  community_canteen: ['care', '食'],
  bank: ['commerce', '银'],
  telecom: ['commerce', '电'],
  post_office: ['service', '邮'],
  parcel_lockers: ['service', '递'],
  park: ['sport', '园'],
  pocket_park: ['sport', '袋'],
  micro_garden: ['sport', '花'],
  small_plaza: ['sport', '广'],
  block_green: ['sport', '绿'],
  recycling_point: ['utility', '收'],
  waste_point: ['utility', '圾'],
  waste_station: ['utility', '垃'],
  waste_transfer: ['utility', '转'],
  public_toilet: ['utility', '厕'],
  rail_station: ['utility', '铁'],
  bus_terminal: ['utility', '枢'],
  bus_stop: ['utility', '公'],
  bike_parking: ['utility', '自'],
  car_parking: ['utility', 'P'],
  heat_station: ['utility', '热'],
};

export const CATEGORIES = [
  'education',
  'care',
  'health',
  'sport',
  'service',
  'commerce',
  'utility',
];

const kindsOf = (c) => Object.keys(KINDS).filter((kind) => KINDS[kind][0] === c);

/** The family of a facility on the map, as MapLibre works it out. */
export const CATEGORY = ['match', ['get', 'kind'], ...CATEGORIES.flatMap((c) => [kindsOf(c), c]), 'utility'];

/** The character on its badge. */
export const GLYPH = [
  'match',
  ['get', 'kind'],
  ...Object.entries(KINDS).flatMap(([kind, [, character]]) => [kind, character]),
  ['slice', ['coalesce', ['get', 'name'], '?'], 0, 1],
];

export function category(kind) {
  return KINDS[kind]?.[0] ?? 'utility';
}

export function glyph(kind, name) {
  return KINDS[kind]?.[1] ?? (name || '?').slice(0, 1);
}
