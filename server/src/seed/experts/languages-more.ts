import type { SeedExpert } from '../seed-expert.ts'

export const moreLanguagesExperts: readonly SeedExpert[] = [
  {
    slug: 'etienne-beausoleil-tremblay',
    name: 'Étienne Beausoleil-Tremblay',
    headline: 'French conversation, with an ear for Québec',
    bio:
      'I host a local radio programme in Montréal and taught French to newcomers for ten ' +
      'years before that. Many of my students had perfect textbook French and could not ' +
      'order a coffee here. I find that interesting and not funny, or only a bit funny.\n\n' +
      'You choose the subject, I ask questions like a radio host, and you discover that ' +
      'you can talk for longer than you thought. We stop for sounds, for the words that ' +
      'have gone missing, and for the difference between what’s written and what’s said. ' +
      'France, Québec, both: tell me which one you need.',
    bring: [
      'A subject that you could talk about for ten minutes',
      'A recording of somebody you can’t follow',
      'Headphones with a microphone',
    ],
    category: 'languages',
    skills: ['French', 'Conversation', 'Pronunciation', 'Québec French'],
    languages: ['fr-CA', 'fr', 'en'],
    hourlyRate: 50,
    sessionLengths: [30, 60],
    timeZone: 'America/Toronto',
    policy: {
      noticeMinutes: 60,
      horizonDays: 30,
      gapMinutes: 0,
      stepMinutes: 30,
      cancellationMinutes: 360,
    },
    weekly: {
      mon: ['12:00-14:00', '19:00-22:00'],
      tue: ['19:00-22:00'],
      wed: ['12:00-14:00', '19:00-22:00'],
      thu: ['19:00-22:00'],
      sat: ['10:00-13:00'],
    },
    exceptions: [
      { inDays: 4, windows: [] },
      { inDays: 18, windows: ['10:00-11:30'] },
    ],
    fill: 0.3,
    reviews: [
      {
        rating: 5,
        text: 'Je comprends enfin ma voisine. Elle est drôle, en fait.',
        author: 'Nadia, new in Laval',
        daysAgo: 7,
      },
      {
        rating: 5,
        text:
          'Ten years of school French and this was the first time anybody asked me a follow-up ' +
          'question.',
        author: 'Kevin S.',
        daysAgo: 29,
      },
      {
        rating: 4,
        text: 'Great fun. I talked a lot and wished for slightly more correction.',
        author: 'Rosalind T.',
        daysAgo: 62,
      },
      {
        rating: 5,
        text:
          'We practised the telephone, without video, on purpose. Terrifying and exactly ' +
          'right.',
        author: 'Nurse, Sherbrooke',
        daysAgo: 96,
      },
      {
        rating: 5,
        text: 'He hears which language you are translating from and then he fixes that.',
        author: 'Farid A.',
        daysAgo: 155,
      },
      {
        rating: 4,
        text: 'I needed Paris for an interview; he can do it, but you can tell where his heart is.',
        author: 'Lina W.',
        daysAgo: 246,
      },
    ],
    ratingsOnly: [5, 5, 5, 5, 4, 4, 5, 4, 3, 5, 5, 4, 5, 5, 4, 4, 5, 4, 4],
  },
  {
    slug: 'layla-haddad',
    name: 'Layla Haddad',
    headline: 'Levantine Arabic for beginners who want to speak first and write later',
    bio:
      'I’m from Saida in Lebanon and have taught the spoken Arabic of Beirut, Damascus and ' +
      'Amman since 2012, to aid workers, in-laws and the simply curious. Formal Arabic is ' +
      'beautiful. It isn’t what your mother-in-law speaks.\n\n' +
      'You’ll say whole sentences in the first lesson. I use pictures, voice messages and ' +
      'small scenes: the taxi, the bakery, the awkward compliment. I send you a two-minute ' +
      'recording afterwards, and you answer with one of your own before the next time.',
    bring: [
      'A reason: a person, a trip, a job',
      'Your phone, for voice messages',
      'Nothing to write with in the first lesson',
    ],
    category: 'languages',
    skills: ['Arabic', 'Levantine dialect', 'Conversation', 'Beginners'],
    languages: ['ar', 'en', 'fr'],
    hourlyRate: 40,
    sessionLengths: [30, 45],
    timeZone: 'Asia/Beirut',
    policy: {
      noticeMinutes: 120,
      horizonDays: 45,
      gapMinutes: 15,
      stepMinutes: 15,
      cancellationMinutes: 720,
    },
    weekly: {
      mon: ['15:00-19:00'],
      tue: ['10:00-12:00', '15:00-19:00'],
      wed: ['15:00-19:00'],
      thu: ['10:00-12:00'],
      sat: ['10:00-14:00'],
      sun: ['10:00-12:00'],
    },
    exceptions: [{ inDays: 13, windows: [] }],
    fill: 0,
    reviews: [
      {
        rating: 5,
        text: 'I complimented the rice. The whole table went silent and then cheered.',
        author: 'Charlotte, daughter-in-law',
        daysAgo: 14,
      },
      {
        rating: 5,
        text:
          'In the taxi on day two I understood the driver, and the driver’s opinion of the ' +
          'government.',
        author: 'Aid worker, Amman',
        daysAgo: 45,
      },
      {
        rating: 4,
        text: 'Lots of fun, but as a person who learns by writing I missed my notebook.',
        author: 'Henrik D.',
        daysAgo: 87,
      },
      {
        rating: 5,
        text:
          'I understand my grandmother’s voice messages and I can answer. I have no words for ' +
          'that in any language.',
        author: 'Yara B., born in Sweden',
        daysAgo: 132,
      },
      {
        rating: 5,
        text:
          'We took it as a couple. She was fair to both, even though one of us is from ' +
          'Tripoli.',
        author: 'Tim and Rania',
        daysAgo: 212,
      },
    ],
    ratingsOnly: [5, 5, 5, 5, 5, 4, 5, 5, 5, 5],
  },
]
