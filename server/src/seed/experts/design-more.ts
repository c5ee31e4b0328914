import type { SeedExpert } from '../seed-expert.ts'

export const moreDesignExperts: readonly SeedExpert[] = [
  {
    slug: 'rauf-memmedov',
    name: 'Rauf Məmmədov',
    headline: 'Logos and lettering: spacing, weight and the last five percent',
    bio:
      'I draw letters. I trained as a sign painter with my uncle in Baku, studied type ' +
      'design later on, and have drawn three retail typefaces and a few hundred wordmarks. ' +
      'I work across Latin, Cyrillic and some Arabic.\n\n' +
      'Bring a logo that is nearly right. We put it on a large screen, take it apart and ' +
      'fix the spacing, the overshoots and the one curve that bothers everybody without ' +
      'their knowing why. You will leave with a marked-up file and with a sharper eye.',
    bring: [
      'The logo as a vector file, unlocked',
      'Where it has to work at its smallest',
      'Two marks that you admire',
    ],
    category: 'design',
    skills: ['Typography', 'Logos', 'Lettering', 'Brand'],
    languages: ['az', 'ru', 'tr', 'en'],
    hourlyRate: 70,
    sessionLengths: [30, 60],
    timeZone: 'Asia/Baku',
    policy: {
      noticeMinutes: 180,
      horizonDays: 30,
      gapMinutes: 0,
      stepMinutes: 30,
      cancellationMinutes: 720,
    },
    weekly: {
      mon: ['11:00-14:00', '16:00-19:00'],
      tue: ['11:00-14:00'],
      wed: ['11:00-14:00', '16:00-19:00'],
      fri: ['11:00-14:00', '16:00-19:00'],
    },
    exceptions: [{ inDays: 10, windows: ['16:00-19:00'] }],
    fill: 0.2,
    reviews: [
      {
        rating: 5,
        text:
          'He moved one point by four units. We all saw it. I am still a bit angry that I ' +
          'never had.',
        author: 'Studio of two, Tbilisi',
        daysAgo: 18,
      },
      {
        rating: 4,
        text:
          'Wonderful eye. He can get lost in a single letter, so tell him what the deadline ' +
          'is.',
        author: 'Hana K.',
        daysAgo: 55,
      },
      {
        rating: 5,
        text: 'Sent the file back with thirty tiny arrows and a reason next to each.',
        author: 'Leyla, brand designer',
        daysAgo: 91,
      },
      {
        rating: 3,
        text: 'Lovely session, but I needed a concept and he refines. My mistake for not reading.',
        author: 'Patrick M.',
        daysAgo: 146,
      },
      {
        rating: 5,
        text:
          'Our Cyrillic version finally looks like a sister of the Latin one and not like a ' +
          'distant cousin.',
        author: 'Aleksandr G.',
        daysAgo: 228,
      },
    ],
    ratingsOnly: [5, 3, 4, 4, 3, 5, 5, 4, 5, 5, 3, 5, 4, 4],
  },
  {
    slug: 'wulandari',
    name: 'Wulandari',
    headline: 'Usability tests with five people and hardly any budget',
    bio:
      'I have one name, which most forms refuse. I notice such things for a living: I run ' +
      'usability tests, mostly in Jakarta and Surabaya, mostly with people for whom the ' +
      'product was not really designed.\n\n' +
      'I help small teams to run their own. We write the tasks, decide whom to invite and ' +
      'how to ask them, and practise staying silent, which is the hard part. After your ' +
      'tests you can book a second session and we turn the notes into five changes instead ' +
      'of fifty.',
    bring: [
      'A prototype or the live product',
      'One decision that the test should help with',
      'Recordings, if you have already run a few',
    ],
    category: 'design',
    skills: ['Usability tests', 'User research', 'Interviews', 'Prototyping'],
    languages: ['id', 'jv', 'en'],
    hourlyRate: 60,
    sessionLengths: [30, 60],
    timeZone: 'Asia/Jakarta',
    policy: {
      noticeMinutes: 120,
      horizonDays: 45,
      gapMinutes: 15,
      stepMinutes: 30,
      cancellationMinutes: 720,
    },
    weekly: {
      mon: ['09:00-11:30', '13:00-16:00'],
      tue: ['09:00-11:30', '13:00-16:00'],
      wed: ['09:00-11:30'],
      thu: ['13:00-16:00', '19:00-21:00'],
      sat: ['08:00-11:00'],
    },
    exceptions: [
      { inDays: 12, windows: [] },
      { inDays: 21, windows: ['09:00-12:00'] },
    ],
    fill: 0.45,
    reviews: [
      {
        rating: 5,
        text:
          'Practising silence for a full minute was unbearable. Then a user filled the silence ' +
          'with the real problem.',
        author: 'Ayu, product manager',
        daysAgo: 9,
      },
      {
        rating: 5,
        text: 'Lima orang saja, dan kami menemukan tiga masalah besar. Terima kasih banyak.',
        author: 'Credit union, Semarang',
        daysAgo: 29,
      },
      {
        rating: 4,
        text: 'Good and concrete. The templates are in a sheet that took me a while to adapt.',
        author: 'Callie F.',
        daysAgo: 57,
      },
      {
        rating: 5,
        text:
          'She turned my leading questions into neutral ones in real time, with much patience ' +
          'and one raised eyebrow.',
        author: 'Dimas R.',
        daysAgo: 93,
      },
      {
        rating: 5,
        text: 'From fifty notes to five changes. We shipped four.',
        author: 'Nadia, start-up',
        daysAgo: 152,
      },
      {
        rating: 4,
        text:
          'For a medical product we would have needed more on ethics approval; otherwise just ' +
          'right.',
        author: 'Gareth W.',
        daysAgo: 244,
      },
    ],
    ratingsOnly: [5, 5, 4, 4, 5, 5, 4, 5, 5, 4, 4, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5],
  },
]
