/*
 * WGS84 to the British National Grid (EPSG:27700). Formulae and constants: Ordnance Survey,
 * "A guide to coordinate systems in Great Britain", annexes B (Cartesian and Helmert) and C (transverse Mercator).
 */

export type Point = [x: number, y: number];
type Ellipsoid = { a: number; b: number };

const GRS80: Ellipsoid = { a: 6378137, b: 6356752.3141 };
export const AIRY_1830: Ellipsoid = { a: 6377563.396, b: 6356256.909 };

const SCALE_ON_MERIDIAN = 0.9996012717;
const TRUE_ORIGIN = { latitude: radians(49), longitude: radians(-2), easting: 400_000, northing: -100_000 };

const TRANSLATION = [-446.448, 125.157, -542.06] as const;
const ROTATION = [-0.1502, -0.247, -0.8421].map((seconds) => radians(seconds / 3600)) as [
  number,
  number,
  number,
];
const SCALE = 1 + 20.4894e-6;

/** Degrees in radians. */
export function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

/** Easting and northing in metres of a WGS84 longitude and latitude in degrees; the Helmert shift is good to about 5 m. */
export function toNationalGrid([longitude, latitude]: Point): Point {
  const shifted = helmert(toCartesian(radians(longitude), radians(latitude), GRS80));
  return transverseMercator(...toGeodetic(shifted, AIRY_1830));
}

/** Easting and northing in metres of a longitude and latitude in radians on Airy 1830. Guide, annex C.1. */
export function transverseMercator(longitude: number, latitude: number): Point {
  const { a, b } = AIRY_1830;
  const e2 = 1 - (b * b) / (a * a);
  const sin = Math.sin(latitude);
  const cos = Math.cos(latitude);
  const tan2 = Math.tan(latitude) ** 2;
  const nu = (a * SCALE_ON_MERIDIAN) / Math.sqrt(1 - e2 * sin * sin);
  const rho = (a * SCALE_ON_MERIDIAN * (1 - e2)) / (1 - e2 * sin * sin) ** 1.5;
  const eta2 = nu / rho - 1;

  const I = meridionalArc(latitude) + TRUE_ORIGIN.northing;
  const II = (nu / 2) * sin * cos;
  const III = (nu / 24) * sin * cos ** 3 * (5 - tan2 + 9 * eta2);
  const IIIA = (nu / 720) * sin * cos ** 5 * (61 - 58 * tan2 + tan2 ** 2);
  const IV = nu * cos;
  const V = (nu / 6) * cos ** 3 * (nu / rho - tan2);
  const VI = (nu / 120) * cos ** 5 * (5 - 18 * tan2 + tan2 ** 2 + 14 * eta2 - 58 * tan2 * eta2);
  const d = longitude - TRUE_ORIGIN.longitude;
  return [
    TRUE_ORIGIN.easting + IV * d + V * d ** 3 + VI * d ** 5,
    I + II * d ** 2 + III * d ** 4 + IIIA * d ** 6,
  ];
}

function meridionalArc(latitude: number): number {
  const { a, b } = AIRY_1830;
  const n = (a - b) / (a + b);
  const difference = latitude - TRUE_ORIGIN.latitude;
  const sum = latitude + TRUE_ORIGIN.latitude;
  return (
    b *
    SCALE_ON_MERIDIAN *
    ((1 + n + 1.25 * n ** 2 + 1.25 * n ** 3) * difference -
      (3 * n + 3 * n ** 2 + 2.625 * n ** 3) * Math.sin(difference) * Math.cos(sum) +
      1.875 * (n ** 2 + n ** 3) * Math.sin(2 * difference) * Math.cos(2 * sum) -
      (35 / 24) * n ** 3 * Math.sin(3 * difference) * Math.cos(3 * sum))
  );
}

type Cartesian = [number, number, number];

function toCartesian(longitude: number, latitude: number, { a, b }: Ellipsoid): Cartesian {
  const e2 = 1 - (b * b) / (a * a);
  const nu = a / Math.sqrt(1 - e2 * Math.sin(latitude) ** 2);
  return [
    nu * Math.cos(latitude) * Math.cos(longitude),
    nu * Math.cos(latitude) * Math.sin(longitude),
    (1 - e2) * nu * Math.sin(latitude),
  ];
}

function helmert([x, y, z]: Cartesian): Cartesian {
  const [rx, ry, rz] = ROTATION;
  const [tx, ty, tz] = TRANSLATION;
  return [
    tx + SCALE * x - rz * y + ry * z,
    ty + rz * x + SCALE * y - rx * z,
    tz - ry * x + rx * y + SCALE * z,
  ];
}

function toGeodetic([x, y, z]: Cartesian, { a, b }: Ellipsoid): [longitude: number, latitude: number] {
  const e2 = 1 - (b * b) / (a * a);
  const p = Math.hypot(x, y);
  let latitude = Math.atan2(z, p * (1 - e2));
  for (let previous = Number.NaN; !(Math.abs(latitude - previous) < 1e-12); ) {
    previous = latitude;
    const nu = a / Math.sqrt(1 - e2 * Math.sin(latitude) ** 2);
    latitude = Math.atan2(z + e2 * nu * Math.sin(latitude), p);
  }
  return [Math.atan2(y, x), latitude];
}
