import type { Topic } from '../shared/domain/understand/understanding.ts';

type Map = readonly (readonly [pattern: RegExp, topics: readonly Topic[]])[];

/**
 * What the aspect categories of the public sets are among our topics. Verdicts on a whole place ("hotel general") are on no topic of ours. The
 * first pattern that fits decides.
 */
const MABSA: Map = [
  [/^(course|faculty|presentation|assignments|material|grades) value$|prices?$|#price$|^price#/i, ['price-and-billing']],
  [/^instructor$|^faculty |^service general$|seller service#(attitude|seller expertise)|^support#/i, ['staff']],
  [/timeliness of seller service|assignments workload|course workload/i, []],
  [/^logistics#|^shipment|^shipping#|seller service#shipping|packaging/i, ['delivery']],
  [/after-sales|^warranty#/i, ['refund-and-after-sales']],
  [/availability|#inventory/i, ['availability']],
  [
    /^rooms|^facilities|^ambience|^location|^room_amenities|^hotel (cleanliness|comfort|design_features|quality)/i,
    ['premises-and-cleanliness'],
  ],
  [/^(food|drinks|food_drinks) (quality|general|style_options|miscellaneous)|^food recommendation/i, ['product-quality']],
  [/^(course|presentation|assignments|material|grades) |mathematical|teaching_setup|course_general/i, ['product-quality']],
  [
    /^(laptop|battery|keyboard|display|software|os|cpu|hardware|multimedia_devices|power_supply|ports|memory|hard_disc|graphics|fans&cooling|motherboard|mouse|optical_drives)#/i,
    ['product-quality'],
  ],
  [
    /^(camera|battery\/longevity|screen|ease of use|signal|product (accessories|configuration|quality)|performance|system|appearance design|audio\/sound|shooting functions|security|smart connect|key design|intelligent assistant)#/i,
    ['product-quality'],
  ],
  [/^overall#/i, ['product-quality']],
  [/general$|buyer attitude|branding|^other$|miscellaneous|company|out_of_scope|^polarity /i, []],
];
export const MABSA_COVERED: ReadonlySet<Topic> = new Set<Topic>([
  'delivery',
  'product-quality',
  'staff',
  'price-and-billing',
  'refund-and-after-sales',
  'premises-and-cleanliness',
  'availability',
]);

const NHS_V6: Map = [
  [/^staff (manner|listening)|competence|staff responsiveness|interaction with family/i, ['staff']],
  [/timeliness/i, ['waiting']],
  [/contacting services/i, ['reachability']],
  [/^information|being kept informed|unspecified communication/i, ['information']],
  [/cleanliness|environment|parking|sensory|activities|service location/i, ['premises-and-cleanliness']],
  [/food|impact of treatment|diagnosis|pain management|electronic entertainment|supplying/i, ['product-quality']],
  [/appointment|number & deployment/i, ['availability']],
];
export const NHS_V6_COVERED: ReadonlySet<Topic> = new Set<Topic>(['staff', 'waiting', 'reachability', 'premises-and-cleanliness']);

const ASAP: Map = [
  [/^dish/, ['product-quality']],
  [/waiters/, ['staff']],
  [/^price/, ['price-and-billing']],
  [/environment|location|parking/, ['premises-and-cleanliness']],
  [/speed|wait_time/, ['waiting']],
];
export const ASAP_COVERED: ReadonlySet<Topic> = new Set<Topic>([
  'product-quality',
  'staff',
  'price-and-billing',
  'premises-and-cleanliness',
  'waiting',
]);

const mapped =
  (map: Map) =>
  (category: string): readonly Topic[] | undefined =>
    map.find(([pattern]) => pattern.test(category))?.[1];
/** Verdicts on a whole place ("hotel general"): whether these speak of the premises, the food or the people, nobody can say. */
export const isVerdictOnPlace = (category: string): boolean => /^(hotel|restaurant) (general|miscellaneous)$/i.test(category);

/** `undefined` where a category is none that we know. */
export const topicsOfMabsa = mapped(MABSA);
export const topicsOfNhs = mapped(NHS_V6);
export const topicsOfAsap = mapped(ASAP);
