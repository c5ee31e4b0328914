import type { Options } from '@dicebear/notionists'

/** The numbers of the variants that the style has for a part, such as '07' for 'variant07'. */
type Variant<K extends keyof Options> =
  NonNullable<Options[K]> extends readonly (infer V)[]
    ? V extends `variant${infer Digits}`
      ? Digits
      : never
    : never

/** The parts of one portrait, each chosen by eye; beard and glasses are left out by default. */
export interface PortraitOptions {
  hair: Variant<'hair'>
  body: Variant<'body'>
  lips: Variant<'lips'>
  nose: Variant<'nose'>
  eyes: Variant<'eyes'>
  brows: Variant<'brows'>
  beard?: Variant<'beard'>
  glasses?: Variant<'glasses'>
  /** For hair that leaves a gap above the forehead: what is below it becomes white. */
  fillSkull?: true
}

/** By the slug of the expert. */
export const portraitOptions: Readonly<Record<string, PortraitOptions>> = {
  // startups
  'amara-okafor': { hair: '20', body: '13', lips: '14', nose: '13', eyes: '05', brows: '12' },
  'mateo-gimenez-rojas': {
    hair: '01',
    body: '16',
    lips: '03',
    nose: '05',
    eyes: '05',
    brows: '07',
    beard: '09',
  },
  'hannah-goldfarb': {
    hair: '37',
    body: '16',
    lips: '22',
    nose: '05',
    eyes: '05',
    brows: '04',
    glasses: '11',
  },
  'kim-tae-yang': { hair: '32', body: '23', lips: '23', nose: '16', eyes: '05', brows: '04' },
  'nokuthula-dlamini': { hair: '29', body: '21', lips: '25', nose: '18', eyes: '05', brows: '12' },
  // engineering
  'kenji-watanabe': {
    hair: '27',
    body: '20',
    lips: '17',
    nose: '13',
    eyes: '05',
    brows: '09',
    glasses: '08',
    fillSkull: true,
  },
  'ingrid-solheim': {
    hair: '58',
    body: '05',
    lips: '23',
    nose: '06',
    eyes: '05',
    brows: '05',
    fillSkull: true,
  },
  'devraj-shrestha': { hair: '13', body: '09', lips: '22', nose: '20', eyes: '05', brows: '08' },
  'nguyen-thuy-linh': { hair: '41', body: '17', lips: '03', nose: '16', eyes: '05', brows: '04' },
  'marcus-whitfield': {
    hair: '60',
    body: '25',
    lips: '03',
    nose: '18',
    eyes: '05',
    brows: '07',
    beard: '02',
    fillSkull: true,
  },
  // design
  'sofia-lindqvist': { hair: '48', body: '16', lips: '17', nose: '13', eyes: '05', brows: '05' },
  'tomasz-wojcik': {
    hair: '18',
    body: '15',
    lips: '23',
    nose: '12',
    eyes: '05',
    brows: '04',
    glasses: '11',
  },
  'leilani-kahananui': { hair: '28', body: '22', lips: '25', nose: '20', eyes: '05', brows: '05' },
  'rauf-memmedov': {
    hair: '54',
    body: '08',
    lips: '22',
    nose: '19',
    eyes: '05',
    brows: '08',
    beard: '10',
  },
  wulandari: { hair: '63', body: '07', lips: '14', nose: '16', eyes: '05', brows: '04' },
  // law
  'priya-raman': { hair: '23', body: '17', lips: '22', nose: '20', eyes: '05', brows: '05' },
  'fergus-o-suilleabhain': {
    hair: '42',
    body: '19',
    lips: '03',
    nose: '05',
    eyes: '05',
    brows: '09',
    beard: '07',
    fillSkull: true,
  },
  'ana-carolina-cavalcanti': {
    hair: '36',
    body: '13',
    lips: '03',
    nose: '13',
    eyes: '05',
    brows: '12',
  },
  'oliver-tran': {
    hair: '38',
    body: '20',
    lips: '23',
    nose: '16',
    eyes: '05',
    brows: '05',
    glasses: '03',
  },
  // health
  'ananya-krishnan': { hair: '39', body: '21', lips: '03', nose: '06', eyes: '05', brows: '04' },
  'declan-petrakis': { hair: '34', body: '14', lips: '25', nose: '04', eyes: '05', brows: '07' },
  'mariam-el-sayed': {
    hair: '62',
    body: '11',
    lips: '22',
    nose: '13',
    eyes: '05',
    brows: '05',
    glasses: '11',
  },
  'wiremu-tawhai': {
    hair: '22',
    body: '23',
    lips: '03',
    nose: '18',
    eyes: '05',
    brows: '08',
    beard: '12',
  },
  'aroha-whitiora': { hair: '30', body: '12', lips: '23', nose: '20', eyes: '03', brows: '12' },
  // finance
  'oluwaseun-adebayo': {
    hair: '05',
    body: '06',
    lips: '14',
    nose: '18',
    eyes: '05',
    brows: '05',
    glasses: '03',
  },
  'chloe-marchand': { hair: '02', body: '21', lips: '17', nose: '06', eyes: '05', brows: '05' },
  'yusuf-demir': {
    hair: '35',
    body: '17',
    lips: '22',
    nose: '05',
    eyes: '05',
    brows: '08',
    beard: '02',
    fillSkull: true,
  },
  'grace-mwangi': {
    hair: '11',
    body: '14',
    lips: '03',
    nose: '13',
    eyes: '05',
    brows: '12',
    glasses: '11',
  },
  // languages
  'jurgen-bauerle': {
    hair: '31',
    body: '25',
    lips: '03',
    nose: '10',
    eyes: '05',
    brows: '07',
    beard: '10',
    glasses: '08',
  },
  'haruka-mori': { hair: '10', body: '08', lips: '23', nose: '16', eyes: '05', brows: '05' },
  'etienne-beausoleil-tremblay': {
    hair: '19',
    body: '10',
    lips: '14',
    nose: '12',
    eyes: '05',
    brows: '04',
    beard: '06',
  },
  'demo-dana': {
    hair: '33',
    body: '18',
    lips: '03',
    nose: '06',
    eyes: '05',
    brows: '05',
    glasses: '03',
  },
  'layla-haddad': { hair: '43', body: '15', lips: '03', nose: '05', eyes: '05', brows: '05' },
  // music
  'bridget-power': { hair: '08', body: '09', lips: '14', nose: '06', eyes: '05', brows: '05' },
  'soren-ostergaard': {
    hair: '55',
    body: '12',
    lips: '23',
    nose: '06',
    eyes: '05',
    brows: '04',
    fillSkull: true,
  },
  'callum-rourke': {
    hair: '53',
    body: '24',
    lips: '03',
    nose: '05',
    eyes: '05',
    brows: '07',
    beard: '02',
  },
  'esperanza-quiroga': { hair: '47', body: '06', lips: '25', nose: '04', eyes: '05', brows: '12' },
}
