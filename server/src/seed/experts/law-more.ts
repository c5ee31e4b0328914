import type { SeedExpert } from '../seed-expert.ts'

export const moreLawExperts: readonly SeedExpert[] = [
  {
    slug: 'ana-carolina-cavalcanti',
    name: 'Ana Carolina Mendes de Albuquerque Cavalcanti',
    headline: 'Data protection for small products: LGPD and GDPR',
    bio:
      'I was in-house counsel at a hospital network and at a loyalty programme in São ' +
      'Paulo, and have been an external data protection officer for small software ' +
      'companies since 2019. My clients have between three and sixty employees and no ' +
      'legal department.\n\n' +
      'We draw where personal data comes in, where it lies and who else gets it. From the ' +
      'drawing follow the register, the contracts that you lack and a privacy notice that ' +
      'a person can read. I try to leave you with less paper than you expected, and with ' +
      'somebody in charge of each sheet of it.',
    bring: [
      'A list of the tools your data passes through',
      'Your present privacy notice',
      'Any request or complaint that you have received',
    ],
    category: 'law',
    skills: ['LGPD', 'GDPR', 'Privacy', 'Data processing agreements'],
    languages: ['pt-BR', 'en', 'es'],
    hourlyRate: 130,
    sessionLengths: [45, 90],
    timeZone: 'America/Sao_Paulo',
    policy: {
      noticeMinutes: 720,
      horizonDays: 60,
      gapMinutes: 15,
      stepMinutes: 30,
      cancellationMinutes: 1440,
    },
    weekly: {
      mon: ['14:00-18:00'],
      tue: ['09:00-12:00', '14:00-18:00'],
      wed: ['14:00-18:00'],
      thu: ['09:00-12:00'],
      fri: ['09:00-12:00'],
    },
    exceptions: [
      { inDays: 16, windows: [] },
      { inDays: 17, windows: [] },
    ],
    fill: 0.35,
    reviews: [
      {
        rating: 5,
        text:
          'Desenhamos o fluxo de dados em uma hora. Descobrimos que mandávamos CPF para uma ' +
          'ferramenta de chat.',
        author: 'Thiago, CTO',
        daysAgo: 16,
      },
      {
        rating: 5,
        text: 'Our privacy notice went from nine pages to two, and the two are stricter.',
        author: 'Helena M.',
        daysAgo: 42,
      },
      {
        rating: 4,
        text:
          'Thorough. The drawing took most of the time, so the contracts had to wait for a ' +
          'second session.',
        author: 'App for runners',
        daysAgo: 78,
      },
      {
        rating: 5,
        text: 'First lawyer who asked to see the database schema and could read it.',
        author: 'Bruno A.',
        daysAgo: 124,
      },
      {
        rating: 5,
        text: 'She told us which of our fears were real. About a third.',
        author: 'Ilse V.',
        daysAgo: 197,
      },
      {
        rating: 4,
        text: 'Very knowledgeable; on Portuguese specifics she checked and wrote back a day later.',
        author: 'School software, Porto',
        daysAgo: 281,
      },
    ],
    ratingsOnly: [5, 4, 4, 5, 5, 4, 5, 5, 5, 5, 5, 4, 5, 5, 5, 5, 5],
  },
  {
    slug: 'oliver-tran',
    name: 'Oliver Tran',
    headline: 'Copyright and licences for people who make things',
    bio:
      'I’m a Sydney lawyer who used to be a session bassist, so I have been on the wrong ' +
      'end of a bad royalty clause. I advise writers, game studios, photographers and ' +
      'open-source maintainers.\n\n' +
      'Typical questions: may I use this sample, what does this licence oblige me to do, ' +
      'who owns what the contractor made, how do I stop somebody from selling my work on a ' +
      'T-shirt. I give you the answer first and the reasons afterwards, and I draw the ' +
      'line between what is law and what is merely usual.',
    bring: [
      'Links to the work in question',
      'Any contract, licence or e-mail thread on it',
      'The countries in which it matters',
    ],
    category: 'law',
    skills: ['Copyright', 'Licensing', 'Open source', 'Trade marks', 'Royalties'],
    languages: ['en', 'vi'],
    hourlyRate: 150,
    sessionLengths: [15, 30, 60],
    timeZone: 'Australia/Sydney',
    policy: {
      noticeMinutes: 120,
      horizonDays: 30,
      gapMinutes: 0,
      stepMinutes: 15,
      cancellationMinutes: 720,
    },
    weekly: {
      mon: ['09:30-12:30'],
      tue: ['09:30-12:30', '16:00-19:00'],
      wed: ['09:30-12:30'],
      thu: ['16:00-19:00'],
      fri: ['09:30-11:30'],
    },
    exceptions: [
      { inDays: 6, windows: ['16:00-18:00'] },
      { inDays: 14, windows: [] },
    ],
    fill: 0.3,
    reviews: [
      {
        rating: 5,
        text: 'A fifteen-minute slot, one polite letter, and the shop took my picture down.',
        author: 'Imogen, photographer',
        daysAgo: 6,
      },
      {
        rating: 5,
        text: 'Went through our asset list and told us which nine of the two hundred to replace.',
        author: 'Game studio, Hobart',
        daysAgo: 25,
      },
      {
        rating: 4,
        text:
          'Answer first, reasons afterwards, as advertised. For US fair use he was careful to ' +
          'the point of vague.',
        author: 'Luca B.',
        daysAgo: 50,
      },
      {
        rating: 5,
        text:
          'He explained what my own licence obliges other people to do. I’ve shipped under it ' +
          'for eight years.',
        author: 'Maintainer',
        daysAgo: 99,
      },
      {
        rating: 5,
        text: 'Played the bass line in question to make a point. It was a very good point.',
        author: 'Jess Q.',
        daysAgo: 143,
      },
      {
        rating: 3,
        text:
          'Fine for a general view; my publishing contract was too long for the half hour I ' +
          'had booked.',
        author: 'R. D., author',
        daysAgo: 205,
      },
      {
        rating: 5,
        text: 'Trả lời thẳng vào vấn đề, rất dễ hiểu.',
        author: 'Hoa L.',
        daysAgo: 290,
      },
    ],
    ratingsOnly: [4, 5, 3, 5, 5, 5, 5, 4, 3, 4, 4, 5, 4, 5, 4, 5, 4, 4, 5, 5, 5, 5, 5],
  },
]
