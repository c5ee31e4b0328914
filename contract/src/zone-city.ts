// Browsers still report some under names that the database has given up, and it knows no accents.
const cities: Readonly<Record<string, string>> = {
  'Asia/Calcutta': 'Kolkata',
  'Asia/Katmandu': 'Kathmandu',
  'Asia/Rangoon': 'Yangon',
  'Asia/Saigon': 'Ho Chi Minh City',
  'Asia/Dacca': 'Dhaka',
  'Asia/Thimbu': 'Thimphu',
  'Europe/Kiev': 'Kyiv',
  'America/Buenos_Aires': 'Buenos Aires',
  'America/Godthab': 'Nuuk',
  'Atlantic/Faeroe': 'Faroe',
  'Pacific/Ponape': 'Pohnpei',
  'Pacific/Truk': 'Chuuk',
  'Asia/Ho_Chi_Minh': 'Ho Chi Minh City',
  'America/Sao_Paulo': 'São Paulo',
  'America/Bogota': 'Bogotá',
  'America/Asuncion': 'Asunción',
  'America/Cancun': 'Cancún',
  'America/Merida': 'Mérida',
  'America/Belem': 'Belém',
  'America/Maceio': 'Maceió',
  'Atlantic/Reykjavik': 'Reykjavík',
  'Europe/Zurich': 'Zürich',
  'Indian/Reunion': 'Réunion',
}

/** The city that a zone is named after: `America/Argentina/Buenos_Aires` is Buenos Aires. */
export function cityOf(zone: string): string {
  if (/^(Etc\/)?(UTC|GMT|Universal|Zulu)$/.test(zone)) return 'UTC'
  // The database gives these the sign of the other side.
  const [, sign, hours] = /^Etc\/GMT([+-])(\d+)$/.exec(zone) ?? []
  if (hours !== undefined) return `GMT${sign === '+' ? '−' : '+'}${hours}`
  return cities[zone] ?? zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ')
}
