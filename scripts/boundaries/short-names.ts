/** Most letters on a line of a tile. */
const LINE = 10;

const SHIRES: Record<string, string> = {
  Bedfordshire: 'Beds',
  Derbyshire: 'Derbys',
  Gloucestershire: 'Glos',
  Hampshire: 'Hants',
  Herefordshire: 'Hereford',
  Lancashire: 'Lancs',
  Leicestershire: 'Leics',
  Lincolnshire: 'Lincs',
  Oxfordshire: 'Oxon',
  Staffordshire: 'Staffs',
  Warwickshire: 'Warks',
  Worcestershire: 'Worcs',
};

/** Names that the rules would leave unclear, alike or too long; a bar parts the lines. */
const EXCEPTIONS: Record<string, string> = {
  'Airedale, Wharfedale and Craven': 'Airedale',
  'Barking and Dagenham': 'Barking|Dagenham',
  'Bath and North East Somerset': 'Bath|NE Som',
  'Birmingham CrossCity': 'B’ham|CrossCity',
  'Birmingham South and Central': 'B’ham|S & C',
  'Blackburn with Darwen': 'Blackburn',
  'Cambridgeshire and Peterborough': 'Cambs|Peterb’ro',
  'Central London (Westminster)': 'Central|London',
  'Central Manchester': 'Central|Manch’r',
  'City and Hackney': 'City|Hackney',
  'Coastal West Sussex': 'Coastal|W Sussex',
  'Durham Dales, Easington and Sedgefield': 'Durham|Dales',
  'East and North Hertfordshire': 'E & N|Herts',
  'East Leicestershire and Rutland': 'E Leics|Rutland',
  'East Riding of Yorkshire': 'E Riding',
  'Great Yarmouth and Waveney': 'Great|Yarmouth',
  'Hammersmith and Fulham': 'Hammer-|smith',
  'Hartlepool and Stockton-on-Tees': 'Hartlep’l|Stockton',
  'Greater Huddersfield': 'Hudders-|field',
  'Heywood, Middleton and Rochdale': 'Heywood|Rochdale',
  'High Weald Lewes Havens': 'High|Weald',
  'Leeds South and East': 'Leeds|S & E',
  'Newcastle Gateshead': 'Newcastle|Gateshead',
  'North & West Reading': 'Reading|N & W',
  'North East Hampshire and Farnham': 'NE Hants|Farnham',
  'North Manchester': 'North|Manch’r',
  'Northern, Eastern and Western Devon': 'N, E & W|Devon',
  'Nottingham City': 'Nott’m|City',
  'Nottingham North and East': 'Nott’m|N & E',
  'Nottingham West': 'Nott’m|West',
  Northumberland: 'Northum-|berland',
  'South East Staffordshire and Seisdon Peninsula': 'SE Staffs|Seisdon',
  'Scarborough and Ryedale': 'Scar-|borough',
  'South Manchester': 'South|Manch’r',
  'South Reading': 'Reading|South',
  Southampton: 'South-|ampton',
  'Stoke on Trent': 'Stoke',
  Wolverhampton: 'Wolver-|hampton',
};

/** The name of a CCG for its tile: one or two lines of at most ten letters, parted by a line feed; 'NHS Leeds West CCG' is 'Leeds West'. */
export function shortName(name: string): string {
  const place = name.replace(/^NHS | CCG$/g, '');
  const exception = EXCEPTIONS[place];
  if (exception) return exception.replace('|', '\n');
  const short = (place.split(/,| and | & /)[0] ?? place)
    .replace(/^(North|South) (East|West)(ern)? /, (_, first, second) => `${first[0]}${second[0]} `)
    .replace(/^(North|South|East|West)(ern)? /, (_, side) => `${side[0]} `)
    .replace(/^Greater /, '')
    .replace(/ Borough$/, '')
    .replace(/\w+shire/, (shire) => SHIRES[shire] ?? shire);
  return short.length <= LINE ? short : short.replace(/ (?=[^ ]+$)/, '\n');
}
