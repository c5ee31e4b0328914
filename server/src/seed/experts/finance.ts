import type { SeedExpert } from '../seed-expert.ts'

export const financeExperts: readonly SeedExpert[] = [
  {
    slug: 'oluwaseun-adebayo',
    name: 'Oluwaseun Adébáyọ̀',
    headline: 'Reading your own accounts: cash, margin and the right questions',
    bio:
      'I’m a chartered accountant in London and was finance director of a family food ' +
      'wholesaler for nine years. I have explained the same balance sheet to bankers, to ' +
      'drivers and to my mother, and hers were the best questions.\n\n' +
      'Send me last year’s accounts and the last three months. We go through them line by ' +
      'line until you can tell the story yourself: where the money came from, where it’s ' +
      'stuck and what happens if your biggest customer pays sixty days late. No jargon, or ' +
      'at least none that we haven’t defined.',
    bring: [
      'Your last full accounts as a PDF',
      'A profit and loss of the last three months',
      'Bank balance today and what is due this month',
    ],
    category: 'finance',
    skills: ['Cash flow', 'Management accounts', 'Margins', 'Budgeting'],
    languages: ['en', 'yo'],
    hourlyRate: 145,
    sessionLengths: [30, 60],
    timeZone: 'Europe/London',
    policy: {
      noticeMinutes: 240,
      horizonDays: 45,
      gapMinutes: 15,
      stepMinutes: 30,
      cancellationMinutes: 1440,
    },
    weekly: {
      mon: ['08:00-10:00', '17:30-20:00'],
      tue: ['17:30-20:00'],
      wed: ['08:00-10:00', '17:30-20:00'],
      thu: ['17:30-20:00'],
      sat: ['09:00-12:00'],
    },
    exceptions: [
      { inDays: 10, windows: ['17:30-19:00'] },
      { inDays: 19, windows: [] },
    ],
    fill: 0.45,
    reviews: [
      {
        rating: 5,
        text:
          'I’ve run this place for twenty years and never knew what “accruals” were hiding. ' +
          'Now I do, and it was November.',
        author: 'Jo, garden centre',
        daysAgo: 9,
      },
      {
        rating: 5,
        text: 'We worked out margin per table and not per dish. The menu lost six dishes.',
        author: 'Restaurant in Leeds',
        daysAgo: 27,
      },
      {
        rating: 4,
        text:
          'Really good teacher. He moves at your pace, which meant that we only got through ' +
          'half.',
        author: 'Tunde F.',
        daysAgo: 53,
      },
      {
        rating: 5,
        text: 'My accountant sends numbers. Seun made them mean something.',
        author: 'Agency director',
        daysAgo: 94,
      },
      {
        rating: 5,
        text:
          'He drew our cash as a bath with two taps. Our bank manager got the same drawing the ' +
          'week after.',
        author: 'Margaret H.',
        daysAgo: 147,
      },
      {
        rating: 4,
        text: 'Excellent for trading companies, a bit less at home with subscriptions.',
        author: 'Piotr Z.',
        daysAgo: 225,
      },
    ],
    ratingsOnly: [
      5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 4, 5, 5, 5, 4, 5, 5, 5, 5, 5, 4, 4, 5, 4, 5, 5, 5, 5, 5, 5,
      4, 5,
    ],
  },
  {
    slug: 'chloe-marchand',
    name: 'Chloé Marchand',
    headline: 'A household budget after a big change: a move, a baby, a separation',
    bio:
      'For eleven years I worked for a debt advice charity in Lyon, and since 2021 I have ' +
      'been on my own in Paris. I sell no products and earn no commissions, which makes ' +
      'some conversations much shorter.\n\n' +
      'Bring your numbers in whatever state they’re in; shoeboxes are welcome. In an hour ' +
      'we can usually see what comes in, what must go out, what could change this month ' +
      'and what can wait. If there are debts, we put them in order. If you need a lawyer ' +
      'or a free public service, I’ll tell you which.',
    bring: [
      'Three months of bank statements',
      'Fixed costs: rent, insurance, subscriptions',
      'What you are most worried about, in a sentence',
    ],
    category: 'finance',
    skills: ['Budgeting', 'Debt', 'Household finance', 'Planning'],
    languages: ['fr', 'en'],
    hourlyRate: 60,
    sessionLengths: [30, 60],
    timeZone: 'Europe/Paris',
    policy: {
      noticeMinutes: 120,
      horizonDays: 45,
      gapMinutes: 0,
      stepMinutes: 30,
      cancellationMinutes: 720,
    },
    weekly: {
      mon: ['18:00-21:00'],
      tue: ['12:00-14:00', '18:00-21:00'],
      wed: ['09:00-12:00'],
      thu: ['12:00-14:00', '18:00-21:00'],
      sat: ['09:30-12:30'],
    },
    exceptions: [
      { inDays: 17, windows: [] },
      { inDays: 31, windows: ['09:30-11:00'] },
    ],
    fill: 0.4,
    reviews: [
      {
        rating: 5,
        text:
          'J’ai ouvert les enveloppes pendant l’appel, avec elle. Je n’y arrivais pas toute ' +
          'seule.',
        author: 'Maëlle, two children',
        daysAgo: 10,
      },
      {
        rating: 5,
        text: 'Eleven subscriptions. Eleven. We cancelled eight while she waited.',
        author: 'Antoine R.',
        daysAgo: 35,
      },
      {
        rating: 4,
        text:
          'Kind and orderly. For the flat and the notary I still needed somebody else, as she ' +
          'had said.',
        author: 'Sara, newly single',
        daysAgo: 68,
      },
      {
        rating: 5,
        text:
          'She put my debts in an order that I would never have guessed, with the smallest one ' +
          'last.',
        author: 'Idriss B.',
        daysAgo: 109,
      },
      {
        rating: 5,
        text: 'We argue about money less, which she did not promise, but there you are.',
        author: 'Expecting in June',
        daysAgo: 178,
      },
      {
        rating: 4,
        text: 'Knows France very well. For German child benefit we had to look it up together.',
        author: 'Nils G.',
        daysAgo: 262,
      },
    ],
    ratingsOnly: [5, 3, 5, 4, 5, 5, 5, 5, 4, 5, 5, 5, 5, 5, 4, 5, 5, 5, 4, 5, 5, 4, 5, 5],
  },
]
