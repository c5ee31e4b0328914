/**
 * What people type, and the words that profiles have for it: `typed: found`, by the demo's categories. What is found is
 * the beginning of a word. A line helps where nobody has the typed word itself, and harms nobody else.
 */
const lines = `
  lawyer attorney solicitor barrister legal jurist counsel advocate paralegal court sue: law
  greencard permit residency immigrant passport: visas immigration citizenship
  agreement nda clause: contracts agreements
  landlord tenant tenancy rent rental: leases
  dsgvo cookies ccpa: gdpr privacy
  patent ip intellectual trademark: copyright licens trade
  shares equity: shareholder cap

  doctor physician medic medical medicine healthcare therapist wellness: health
  pain ache aching sciatica spine posture shoulder injury: physiotherapy ergonomics
  backache backpain lumbago: back physiotherapy
  insomnia tired sleepless fatigue jetlag: sleep
  diet dietician dietitian food eating weight recipe vegan: nutrition meal
  gym fitness exercise muscle lifting weights: strength workouts
  stress anxiety burnout meditation mindfulness calm: relaxation breathing
  baby infant newborn toddler: parents
  stretch flexibility stretching: mobility yoga
  elderly senior seniors aging: ageing

  accountant accounting tax vat taxes: accounts bookkeeping
  money: finance cash budgeting fundraising
  loan credit mortgage: debt finance
  savings saving spending: budgeting household
  freelance freelancer selfemployed solopreneur: sole alone
  spreadsheet modelling modeling forecasting: excel models spreadsheets forecasts
  profit profitability: margins cash

  developer programmer coder coding programming software dev tech computer: engineering
  database databases db postgresql psql mysql: postgres sql
  devops kubernetes k8s scaling scalability microservices: sre capacity distributed
  backend server: distributed postgres
  frontend html javascript js website web: front react css
  ios iphone swift kotlin smartphone: mobile android flutter
  cyber cybersecurity hacker hacking pentest pentesting infosec phishing: security
  a11y blind disability: accessibility screen
  cloud azure gcp: aws
  ts: typescript

  ux usability research: usability user
  ui interface: design figma
  branding identity: brand logos
  drawing draw illustrator artist painting comic: illustration
  font fonts typeface: typography lettering
  cv resume job jobs: portfolio career
  kids children childrens: picture

  violin violinist viola: fiddle
  keyboard pianist: piano
  singer vocalist vocal choirs sing: singing voice vocals
  musician instrument songs: music
  producer producing audio sound studio podcast: mixing recording
  irish celtic: fiddle folk

  deutsch: german
  francais: french
  nihongo: japanese
  arabisch: arabic
  language speaking linguist translator: languages conversation
  accent: pronunciation

  entrepreneur business company founder startup: startups founders
  investor investors vc venture capital angel raise seed: fundraising
  recruiter recruiting recruitment hr hire staff talent team: hiring
  salary wage pay wages: compensation salary
  selling sell customers: sales
  marketing growth launch: market go
  marketplace platform ecommerce: marketplaces
  cost: pricing
`

const found: ReadonlyMap<string, readonly string[]> = tableOf(lines)

/** What profiles may have for a word, most like it first. */
export function synonymsOf(word: string): readonly string[] {
  return found.get(word) ?? []
}

/** Every word that `synonymsOf` knows. */
export const wordsWithSynonyms: readonly string[] = [...found.keys()]

function tableOf(text: string): Map<string, string[]> {
  const table = new Map<string, string[]>()
  for (const line of text.split('\n').filter((each) => each.includes(':'))) {
    const [typed = [], meant = []] = line.split(':').map((part) => part.trim().split(/\s+/))
    for (const word of typed) table.set(word, [...(table.get(word) ?? []), ...meant])
  }
  return table
}
