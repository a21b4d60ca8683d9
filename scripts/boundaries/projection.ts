import proj4 from 'proj4';

export type Point = [x: number, y: number];

/** EPSG:27700. The Helmert shift from WGS84 is good to about 5 m; Ordnance Survey's own grid of shifts is not needed here. */
const NATIONAL_GRID =
  '+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy' +
  ' +towgs84=446.448,-125.157,542.06,0.1502,0.247,0.8421,-20.4894 +units=m';

const converter = proj4('WGS84', NATIONAL_GRID);

/** Easting and northing in metres of a WGS84 longitude and latitude in degrees, within 5 m of Ordnance Survey's. */
export const toNationalGrid = ([longitude, latitude]: Point): Point =>
  converter.forward([longitude, latitude]) as Point;
