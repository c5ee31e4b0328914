import type { SeedExpert } from '../seed-expert.ts'

export const lawExperts: readonly SeedExpert[] = [
  {
    slug: 'priya-raman',
    name: 'Priya Raman',
    headline: 'Immigration law for founders and families',
    bio:
      'I am qualified in Germany and in New York and have worked on nothing but migration ' +
      'cases for thirteen years, the last six in my own small practice in Berlin. I came ' +
      'here on a student visa myself and still have the folder.\n\n' +
      'A session is for finding out which routes are open to you, in which order and how ' +
      'long each really takes: Blue Card, freelance permit, O-1, family reunion, the step ' +
      'from a permit to citizenship. I will tell you where a lawyer is worth the money and ' +
      'where you can fill in the form yourself.\n\n' +
      'I answer for the rules as they stand on the day. A session doesn’t make me your ' +
      'representative; if you need one, we agree on that separately.',
    bring: [
      'Passport and current permit, with the dates',
      'Contract, or the papers of your company',
      'A list of your stays abroad in the last five years',
    ],
    category: 'law',
    skills: ['Visas', 'O-1', 'EU Blue Card', 'Family reunion', 'Citizenship'],
    languages: ['en', 'de', 'ta', 'hi'],
    hourlyRate: 210,
    sessionLengths: [30, 60],
    timeZone: 'Europe/Berlin',
    policy: {
      noticeMinutes: 1440,
      horizonDays: 60,
      gapMinutes: 15,
      stepMinutes: 30,
      cancellationMinutes: 2880,
    },
    weekly: {
      mon: ['09:00-12:00', '13:00-16:00'],
      tue: ['13:00-18:00'],
      wed: ['09:00-12:00'],
      thu: ['09:00-12:00', '13:00-18:00'],
    },
    exceptions: [
      { inDays: 8, windows: [] },
      { inDays: 15, windows: ['09:00-11:00'] },
      { inDays: 29, windows: [] },
      { inDays: 30, windows: [] },
    ],
    fill: 0.6,
    reviews: [
      {
        rating: 5,
        text:
          'Two embassies, one toddler, four deadlines. She put them on one page in the right ' +
          'order.',
        author: 'Anand and Ruth',
        daysAgo: 8,
      },
      {
        rating: 5,
        text:
          'She told me to fill in the form myself and which box everybody gets wrong. It was ' +
          'the box I had wrong.',
        author: 'Yelena, founder',
        daysAgo: 22,
      },
      {
        rating: 4,
        text:
          'Clear and fast. I would have liked the summary in writing without having to ask for ' +
          'it.',
        author: 'Miguel S.',
        daysAgo: 47,
      },
      {
        rating: 5,
        text: 'The O-1 looked hopeless and is now granted. She never promised it.',
        author: 'Chidi O.',
        daysAgo: 85,
      },
      {
        rating: 5,
        text: 'Patient with my mother, who asked everything twice, in Tamil.',
        author: 'Sunita K.',
        daysAgo: 126,
      },
      {
        rating: 4,
        text: 'Very good on Germany and the US. For Switzerland she referred us to a colleague.',
        author: 'HR, robotics company',
        daysAgo: 190,
      },
      {
        rating: 5,
        text:
          'I had been told three different things by three offices. She showed me the ' +
          'paragraph.',
        author: 'Hamid R.',
        daysAgo: 274,
      },
    ],
    ratingsOnly: [
      3, 5, 5, 5, 5, 5, 5, 5, 4, 5, 5, 5, 5, 5, 4, 5, 5, 5, 5, 4, 5, 5, 5, 5, 5, 5, 5, 5, 5, 4, 5,
      5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 4, 5, 5, 5, 5, 5, 5, 5, 4, 4, 5, 5, 4,
    ],
  },
  {
    slug: 'fergus-o-suilleabhain',
    name: 'Fergus Ó Súilleabháin',
    headline: 'Contracts in plain English: what to sign, what to send back',
    bio:
      'Thirty-one years a solicitor in Cork and Dublin, mostly reading other people’s ' +
      'contracts on behalf of people who had already signed them. I now prefer to be asked ' +
      'beforehand.\n\n' +
      'Share the document on the screen and we go through it clause by clause, in the ' +
      'order of how much each can hurt you. You’ll get the three changes worth asking for ' +
      'and the wording to ask with. Leases, supplier terms, shareholder agreements, ' +
      'employment offers: anything under about forty pages.',
    bring: [
      'The contract as a file, ideally one that can be edited',
      'What you were told that is not in it',
      'When it has to be signed',
    ],
    category: 'law',
    skills: ['Contracts', 'Shareholder agreements', 'Leases', 'Negotiation'],
    languages: ['en', 'ga'],
    hourlyRate: 175,
    sessionLengths: [30, 60],
    timeZone: 'Europe/Dublin',
    policy: {
      noticeMinutes: 240,
      horizonDays: 30,
      gapMinutes: 15,
      stepMinutes: 30,
      cancellationMinutes: 1440,
    },
    weekly: {
      mon: ['10:00-13:00'],
      tue: ['10:00-13:00', '14:30-17:00'],
      wed: ['10:00-13:00', '14:30-17:00'],
      thu: ['10:00-13:00'],
    },
    exceptions: [
      { inDays: 5, windows: ['14:30-17:00'] },
      { inDays: 18, windows: [] },
    ],
    fill: 0.4,
    reviews: [
      {
        rating: 5,
        text: 'He read my lease like a man looking for a leak in a roof, and found two.',
        author: 'Aoife, bakery owner',
        daysAgo: 11,
      },
      {
        rating: 5,
        text: 'Three sentences to send to the landlord. He accepted two of them by return.',
        author: 'Stephen D.',
        daysAgo: 33,
      },
      {
        rating: 4,
        text:
          'A fine storyteller. I’d have traded one of the stories for five more minutes on ' +
          'clause 14.',
        author: 'Kateryna P.',
        daysAgo: 69,
      },
      {
        rating: 5,
        text: 'We learned that “good leaver” means nothing until you write down what it means.',
        author: 'Co-founders, Galway',
        daysAgo: 116,
      },
      {
        rating: 4,
        text: 'Irish and English law only, which he says up front. Very clear within that.',
        author: 'Mark T.',
        daysAgo: 172,
      },
      {
        rating: 5,
        text: 'The client had put in unlimited liability. I hadn’t noticed and would have signed.',
        author: 'Freelance developer',
        daysAgo: 250,
      },
    ],
    ratingsOnly: [3, 5, 5, 5, 5, 5, 4, 5, 5, 4, 5, 4, 5, 5, 4, 5, 5, 5, 5, 5, 5, 5, 4, 4, 5, 5],
  },
]
