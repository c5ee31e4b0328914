import type { Synonym } from './search-synonyms.ts'

/** `typed: found`, by the slugs of the demo's categories. A line helps where nobody has the typed word itself, and harms nobody else. */
const lines: Readonly<Record<string, string>> = {
  law: `
    lawyer attorney solicitor barrister legal jurist counsel advocate paralegal court sue: law
    greencard permit residency immigrant passport: visas immigration citizenship
    agreement nda clause: contracts agreements
    landlord tenant tenancy rent rental: leases
    dsgvo cookies ccpa: gdpr privacy
    patent ip intellectual trademark: copyright licens trade
    shares equity: shareholder cap`,
  health: `
    doctor physician medic medical medicine healthcare therapist wellness: health
    pain ache aching sciatica spine posture shoulder injury: physiotherapy ergonomics
    backache backpain lumbago: back physiotherapy
    insomnia tired sleepless fatigue jetlag: sleep
    diet dietician dietitian food eating weight recipe vegan: nutrition meal
    gym fitness exercise muscle lifting weights: strength workouts
    stress anxiety burnout meditation mindfulness calm: relaxation breathing
    baby infant newborn toddler: parents
    stretch flexibility stretching: mobility yoga
    elderly senior seniors aging: ageing`,
  finance: `
    accountant accounting tax vat taxes: accounts bookkeeping
    money: finance cash budgeting fundraising
    loan credit mortgage: debt finance
    savings saving spending: budgeting household
    freelance freelancer selfemployed solopreneur: sole alone
    spreadsheet modelling modeling forecasting: excel models spreadsheets forecasts
    profit profitability: margins cash`,
  engineering: `
    developer programmer coder coding programming software dev tech computer: engineering
    database databases db postgresql psql mysql: postgres sql
    devops kubernetes k8s scaling scalability microservices: sre capacity distributed
    backend server: distributed postgres
    frontend html javascript js website web: front react css
    ios iphone swift kotlin smartphone: mobile android flutter
    cyber cybersecurity hacker hacking pentest pentesting infosec phishing: security
    a11y blind disability: accessibility screen
    cloud azure gcp: aws
    ts: typescript`,
  design: `
    ux usability research: usability user
    ui interface: design figma
    branding identity: brand logos
    drawing draw illustrator artist painting comic: illustration
    font fonts typeface: typography lettering
    cv resume job jobs: portfolio career
    kids children childrens: picture`,
  music: `
    violin violinist viola: fiddle
    keyboard pianist: piano
    singer vocalist vocal choirs sing: singing voice vocals
    musician instrument songs: music
    producer producing audio sound studio podcast: mixing recording
    irish celtic: fiddle folk`,
  languages: `
    deutsch: german
    francais: french
    nihongo: japanese
    arabisch: arabic
    language speaking linguist translator: languages conversation
    accent: pronunciation`,
  startups: `
    entrepreneur business company founder startup: startups founders
    investor investors vc venture capital angel raise seed: fundraising
    recruiter recruiting recruitment hr hire staff talent team: hiring
    salary wage pay wages: compensation salary
    selling sell customers: sales
    marketing growth launch: market go
    marketplace platform ecommerce: marketplaces
    cost: pricing`,
}

/** What a category means until an administrator has said it: nothing, where its slug is none of ours. */
export function firstSynonyms(slug: string): readonly Synonym[] {
  return known.get(slug) ?? []
}

const known: ReadonlyMap<string, readonly Synonym[]> = new Map(
  Object.entries(lines).map(([slug, text]) => [slug, text.trim().split('\n').map(synonymIn)]),
)

function synonymIn(line: string): Synonym {
  const [typed = [], found = []] = line.split(':').map((part) => part.trim().split(/\s+/))
  return { typed, found }
}
