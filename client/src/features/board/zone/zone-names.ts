import { rawTimeZones } from '@vvo/tzdb'

export interface ZoneNames {
  /** Every name of the database that shows this clock in this country, the usual one first. */
  readonly zones: readonly string[]
  readonly country: string
  /** `Pacific Time`. */
  readonly name: string
  readonly abbreviations: readonly string[]
  readonly cities: readonly string[]
}

/** What people call the zones of the world, one entry for each country and clock. */
export function zoneNames(): ZoneNames[] {
  const named = rawTimeZones.map((zone) => ({
    zones: [zone.name, ...zone.group.filter((name) => name !== zone.name)],
    country: zone.countryName,
    name: zone.alternativeName,
    abbreviations: [zone.abbreviation, zone.dstAbbreviation ?? ''].filter((name) =>
      /^[A-Z]/i.test(name),
    ),
    cities: [...zone.mainCities, ...(moreCities[zone.name]?.split(', ') ?? [])],
  }))
  return [
    ...named,
    {
      zones: ['UTC', 'Etc/UTC', 'Etc/GMT', 'GMT'],
      country: '',
      name: 'Coordinated Universal Time',
      abbreviations: ['UTC', 'GMT'],
      cities: [],
    },
  ]
}

/** What most people mean by an abbreviation that several zones have, or by a country of several clocks. */
export const usualZones: Readonly<Record<string, string>> = {
  pst: 'America/Los_Angeles',
  pdt: 'America/Los_Angeles',
  pt: 'America/Los_Angeles',
  mst: 'America/Denver',
  mdt: 'America/Denver',
  mt: 'America/Denver',
  cst: 'America/Chicago',
  cdt: 'America/Chicago',
  ct: 'America/Chicago',
  est: 'America/New_York',
  edt: 'America/New_York',
  et: 'America/New_York',
  ast: 'America/Halifax',
  brt: 'America/Sao_Paulo',
  gmt: 'UTC',
  utc: 'UTC',
  bst: 'Europe/London',
  wet: 'Europe/Lisbon',
  cet: 'Europe/Berlin',
  cest: 'Europe/Berlin',
  mez: 'Europe/Berlin',
  eet: 'Europe/Athens',
  eest: 'Europe/Athens',
  ist: 'Asia/Kolkata',
  gst: 'Asia/Dubai',
  wat: 'Africa/Lagos',
  eat: 'Africa/Nairobi',
  cat: 'Africa/Harare',
  aest: 'Australia/Sydney',
  aedt: 'Australia/Sydney',
  australia: 'Australia/Sydney',
  brazil: 'America/Sao_Paulo',
  canada: 'America/Toronto',
  chile: 'America/Santiago',
  china: 'Asia/Shanghai',
  ecuador: 'America/Guayaquil',
  indonesia: 'Asia/Jakarta',
  kazakhstan: 'Asia/Almaty',
  mexico: 'America/Mexico_City',
  'new zealand': 'Pacific/Auckland',
  portugal: 'Europe/Lisbon',
  russia: 'Europe/Moscow',
  spain: 'Europe/Madrid',
  uae: 'Asia/Dubai',
  uk: 'Europe/London',
  ukraine: 'Europe/Kyiv',
  us: 'America/New_York',
  usa: 'America/New_York',
  'united states': 'America/New_York',
}

// The database has four cities a zone at most, by the names of today.
const moreCities: Readonly<Record<string, string>> = {
  'Africa/Johannesburg': 'Pretoria, Durban',
  'Africa/Cairo': 'Alexandria',
  'America/Chicago':
    'Austin, Fort Worth, Minneapolis, St Louis, New Orleans, Kansas City, Milwaukee, Memphis, Nashville, Oklahoma City',
  'America/Denver': 'Salt Lake City, Albuquerque, Boulder, Colorado Springs',
  'America/Edmonton': 'Calgary',
  'America/Los_Angeles':
    'Seattle, Portland, Las Vegas, Sacramento, Oakland, Palo Alto, Silicon Valley, California',
  'America/New_York':
    'Boston, Washington, Miami, Atlanta, Detroit, Philadelphia, Baltimore, Pittsburgh, Cleveland, Charlotte, Orlando, Tampa, Brooklyn',
  'America/Sao_Paulo': 'Brasilia, Belo Horizonte, Porto Alegre, Curitiba',
  'America/Toronto': 'Ottawa, Montreal, Quebec',
  'America/Vancouver': 'Victoria',
  'Asia/Jerusalem': 'Tel Aviv, Haifa',
  'Asia/Karachi': 'Islamabad, Lahore',
  'Asia/Kolkata': 'Chennai, Madras, Pune, Bangalore, Bombay, Calcutta, Kolkata, New Delhi, Goa',
  'Asia/Ho_Chi_Minh': 'Hanoi, Da Nang, Saigon',
  'Asia/Riyadh': 'Mecca, Medina, Jeddah',
  'Asia/Shanghai': 'Beijing, Peking, Shenzhen, Guangzhou, Chengdu, Hangzhou, Wuhan',
  'Asia/Tokyo': 'Osaka, Kyoto, Nagoya, Sapporo, Fukuoka',
  'Asia/Yangon': 'Rangoon, Burma',
  'Australia/Sydney': 'Canberra, Melbourne, Newcastle',
  'Europe/Amsterdam': 'The Hague, Den Haag, Utrecht, Eindhoven, Holland',
  'Europe/Berlin':
    'Cologne, Köln, Frankfurt, München, Stuttgart, Düsseldorf, Leipzig, Dresden, Bremen, Hannover, Nürnberg, Deutschland',
  'Europe/Brussels': 'Antwerp, Ghent, Liège, Bruges',
  'Europe/Istanbul': 'Ankara, Izmir, Turkey',
  'Europe/Lisbon': 'Porto',
  'Europe/London':
    'Edinburgh, Cardiff, Belfast, Liverpool, Leeds, Bristol, Oxford, Cambridge, England, Scotland, Wales, Northern Ireland, Great Britain',
  'Europe/Madrid': 'Barcelona, Seville, Sevilla, Valencia, Bilbao, Málaga, España',
  'Europe/Paris': 'Marseille, Lyon, Bordeaux, Toulouse, Nice, Lille, Strasbourg, Nantes',
  'Europe/Prague': 'Brno, Czech Republic',
  'Europe/Rome': 'Milan, Naples, Turin, Florence, Venice, Bologna, Roma, Milano',
  'Europe/Vienna': 'Wien, Graz, Salzburg, Innsbruck, Linz, Österreich',
  'Europe/Warsaw': 'Kraków, Gdańsk, Wrocław, Poznań, Łódź',
  'Europe/Zurich': 'Geneva, Genève, Basel, Bern, Lausanne, Lugano, Schweiz',
}
