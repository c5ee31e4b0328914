import type { Content } from '../server/src/storage/port/content.ts'
import { createDice, seedExperts, seedId } from './built.ts'

type Profile = Content['experts'][number]

const firstNames =
  'Ada Amina Anil Beatriz Bjorn Carla Chidi Clara Dario Deniz Elif Emil Esra Farid Fatou Felix Gita Hana Hugo Ines Ivan Jamal Joana Kaito Kemal Lara Leila Luca Mara Mateo Mina Nadia Nils Noor Olga Omar Paulo Priya Rafael Rosa Sami Sofia Tariq Tessa Uma Viktor Wanda Yara Yusuf Zoe'.split(
    ' ',
  )
const lastNames =
  'Abara Achterberg Adeyemi Almeida Arslan Bakker Banerjee Barros Becker Bianchi Bishara Bjarnason Castellano Chaudhry Cohen Dahl Demir Dimitrov Dube Eklund Esposito Farouk Fernandes Fischer Fontaine Garba Ghosh Gruber Haas Haddad Hansen Horvat Ibrahim Ito Ivanova Jansen Kamau Kaplan Karlsson Keller Khalil Kovacs Krishnan Larsen Lebrun Lindgren Lopes Maalouf Mahlangu Marino Mbeki Mehta Moreau Morita Nakano Ncube Nielsen Novak Nwosu Okafor Olsen Ortega Osman Pereira Petrov Popescu Quiroga Rahman Rinaldi Rossi Saidi Santos Schneider Sharma Silva Soto Suzuki Tanaka Thapa Torres Ueda Varga Vasquez Virtanen Vogel Wagner Weber Yamamoto Yilmaz Zhou'.split(
    ' ',
  )
const timeZones = [
  'Europe/London',
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'Africa/Lagos',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Tokyo',
  'Australia/Adelaide',
  'Pacific/Auckland',
]
const hour = 60

/**
 * The expert of a number, always the same: a profile of the demo with another name, some skills of others, and the
 * same hours for all (a weekday has sixteen starts).
 */
export function person(number: number): Profile {
  const dice = createDice(`bench/${number}`)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(dice() * from.length)] as T
  const model = seedExperts[number % seedExperts.length]
  if (!model) throw new Error('The demo has no experts')
  const begin = (7 + Math.floor(dice() * 4)) * hour
  const hours = [{ from: begin, to: begin + 8 * hour }]
  return {
    id: seedId('bench', number),
    slug: `bench-expert-${number}`,
    name: `${pick(firstNames)} ${pick(lastNames)}`,
    headline: model.headline,
    bio: model.bio,
    bring: model.bring,
    category: { slug: model.category.slug, name: model.category.name },
    skills: [...new Set([...model.skills.slice(0, 2), ...pick(seedExperts).skills.slice(0, 2)])],
    languages: [...model.languages],
    hourlyRate: 2000 + Math.floor(dice() * 560) * 50,
    photoUrl: model.slug ? `/portraits/${model.slug}.webp` : null,
    meetingUrl: null,
    version: 1,
    listed: true,
    nextFreeAt: null,
    schedule: {
      version: 1,
      timeZone: timeZones[number % timeZones.length] ?? 'Europe/London',
      weekly: { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours, 6: [], 7: [] },
      exceptions: {},
      busy: [],
      sessionLengths: [30, 60],
      policy: {
        noticeMinutes: 120,
        horizonDays: 60,
        gapMinutes: 0,
        stepMinutes: 30,
        cancellationMinutes: 24 * 60,
      },
      paused: false,
    },
  }
}
