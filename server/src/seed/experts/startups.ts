import type { SeedExpert } from '../seed-expert.ts'

export const startupsExperts: readonly SeedExpert[] = [
  {
    slug: 'amara-okafor',
    name: 'Amara Okafor',
    headline: 'Product strategy for seed-stage founders',
    bio:
      'I spent eleven years building payment and logistics products in Lagos and London, ' +
      'the last four as head of product at a company that grew from nine people to two ' +
      'hundred. Before that I founded a delivery start-up that failed, which taught me ' +
      'more than the one that worked.\n\n' +
      'Most founders come to me with a roadmap and leave with half of it. We look at who ' +
      'pays, who uses it and who would be annoyed if it vanished tomorrow, and then decide ' +
      'what to build in the next six weeks. If the honest answer is that you need to talk ' +
      'to ten customers first, I will say so in the first quarter of an hour.\n\n' +
      'I keep notes during the session and send them the same day.',
    bring: [
      'One sentence on who pays you, or who you think will',
      'Your current roadmap or backlog, as messy as it is',
      'Any numbers you trust: sign-ups, retention, revenue',
    ],
    category: 'startups',
    skills: ['Pricing', 'Go-to-market', 'Fundraising', 'Roadmaps', 'Customer interviews'],
    languages: ['en', 'ig'],
    hourlyRate: 180,
    sessionLengths: [30, 60],
    timeZone: 'Africa/Lagos',
    policy: {
      noticeMinutes: 120,
      horizonDays: 45,
      gapMinutes: 15,
      stepMinutes: 30,
      cancellationMinutes: 1440,
    },
    weekly: {
      mon: ['09:00-12:30', '14:00-17:00'],
      tue: ['09:00-12:30', '14:00-17:00'],
      wed: ['09:00-12:30'],
      thu: ['09:00-12:30', '14:00-17:00'],
      fri: ['09:00-12:00'],
    },
    exceptions: [
      { inDays: 9, windows: [] },
      { inDays: 10, windows: [] },
      { inDays: 24, windows: ['15:00-19:00'] },
    ],
    fill: 0.45,
    reviews: [
      {
        rating: 5,
        text:
          'We walked in with fourteen features and walked out with three. Two weeks later a ' +
          'pilot customer signed for exactly those three.',
        author: 'Ifeoma, founder',
        daysAgo: 6,
      },
      {
        rating: 5,
        text:
          'She asked who would be annoyed if we shut down tomorrow. Silence. Worth the fee for ' +
          'that silence alone.',
        author: 'Daniel B.',
        daysAgo: 19,
      },
      {
        rating: 4,
        text:
          'Sharp on product, less so on hardware margins, which she told me herself at the ' +
          'start. I would book again for the roadmap part.',
        author: 'Karim, CEO',
        daysAgo: 41,
      },
      {
        rating: 5,
        text:
          'Notes arrived before I had closed my laptop. My co-founder, who was not there, ' +
          'could follow all of it.',
        author: 'Tessa V.',
        daysAgo: 77,
      },
      {
        rating: 5,
        text: 'Kind, but she does not let you hide behind a slide.',
        author: 'Rui, first-time founder',
        daysAgo: 120,
      },
      {
        rating: 5,
        text:
          'Second session after a year. She remembered our numbers and asked what had become ' +
          'of the school customers.',
        author: 'Nneka A.',
        daysAgo: 203,
      },
      {
        rating: 4,
        text: 'Thirty minutes was too short for our case; take the hour.',
        author: 'Paul, COO',
        daysAgo: 288,
      },
    ],
    ratingsOnly: [
      5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 4, 5, 5, 5, 4, 5, 5, 5, 5, 4, 5, 4, 5, 5, 5, 5, 5, 4, 5,
      5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 4, 5, 5, 5, 5, 5, 5, 5,
    ],
  },
  {
    slug: 'mateo-gimenez-rojas',
    name: 'Mateo Giménez Rojas',
    headline: 'Pricing for B2B software, from the first invoice to annual contracts',
    bio:
      'I have set or rebuilt prices at fourteen software companies, most of them between ' +
      'ten and eighty employees. I started out in an actuarial department in Rosario, so I ' +
      'like tables more than opinions.\n\n' +
      'In a session we put your plans, your ten most recent deals and your three worst ' +
      'discounts on one page. Usually the pattern is visible within twenty minutes: the ' +
      'wrong unit, a free tier that feeds nobody, or a sales team that learned that 30 ' +
      'percent off is the list price. We then write a change that you can announce to ' +
      'existing customers without a riot.',
    bring: [
      'Your price page, or the quote you last sent',
      'Ten recent deals with discount, as a sheet without names',
      'What a customer gets out of a month of use',
    ],
    category: 'startups',
    skills: ['Pricing', 'Packaging', 'SaaS', 'Sales', 'Negotiation'],
    languages: ['es', 'en', 'pt'],
    hourlyRate: 160,
    sessionLengths: [45, 90],
    timeZone: 'America/Argentina/Buenos_Aires',
    policy: {
      noticeMinutes: 240,
      horizonDays: 60,
      gapMinutes: 15,
      stepMinutes: 30,
      cancellationMinutes: 1440,
    },
    weekly: {
      mon: ['10:00-13:00', '15:00-18:30'],
      wed: ['10:00-13:00', '15:00-18:30'],
      thu: ['15:00-18:30'],
      fri: ['10:00-13:00'],
    },
    exceptions: [{ inDays: 17, windows: [] }],
    fill: 0.35,
    reviews: [
      {
        rating: 5,
        text:
          'Found that our three biggest customers paid the least per seat. Nobody here had ' +
          'ever sorted the sheet that way.',
        author: 'Agustina, RevOps',
        daysAgo: 11,
      },
      {
        rating: 5,
        text:
          'He wrote the announcement mail with us, line by line. Four out of about 300 ' +
          'accounts complained.',
        author: 'Joel M.',
        daysAgo: 34,
      },
      {
        rating: 4,
        text:
          'Good method. I had hoped for more benchmarks from our own niche, dental software, ' +
          'which he did not have.',
        author: 'Svenja K.',
        daysAgo: 63,
      },
      {
        rating: 5,
        text: 'Per shipment instead of per user. Obvious now. It was not obvious for two years.',
        author: 'Founder, logistics API',
        daysAgo: 98,
      },
      {
        rating: 3,
        text:
          'Solid advice, but we lost the first fifteen minutes to my spreadsheet not loading ' +
          'and he had another call straight after.',
        author: 'Hugh R.',
        daysAgo: 150,
      },
      {
        rating: 5,
        text:
          'The only pricing conversation I have had that ended with a number rather than with ' +
          'a framework.',
        author: 'Camille, CFO',
        daysAgo: 221,
      },
    ],
    ratingsOnly: [4, 5, 3, 4, 4, 5, 5, 5, 5, 4, 4, 3, 4, 4, 3, 4, 5, 5, 5, 4, 4, 5, 5],
  },
  {
    slug: 'hannah-goldfarb',
    name: 'Hannah Goldfarb',
    headline: 'Fundraising: your deck, your data room and the awkward questions',
    bio:
      'For eight years I sat on the other side of the table, first as an analyst and then ' +
      'as a partner in a New York seed fund. I have read something like six thousand decks ' +
      'and I remember perhaps forty. I left in order to help founders prepare, because the ' +
      'preparation was so often the only thing missing.\n\n' +
      'You pitch, I interrupt where an investor would, and then we repair the story in the ' +
      'order in which it broke. I am direct about valuation, dilution and the things in ' +
      'your data room that will be found anyway.\n\n' +
      'I don’t introduce people to investors for money and I take no equity.',
    bring: [
      'The deck, in the version you would send today',
      'Your cap table',
      'The question you hope nobody will ask',
    ],
    category: 'startups',
    skills: ['Fundraising', 'Pitch decks', 'Term sheets', 'Cap tables'],
    languages: ['en', 'he'],
    hourlyRate: 320,
    sessionLengths: [30, 60],
    timeZone: 'America/New_York',
    policy: {
      noticeMinutes: 1440,
      horizonDays: 60,
      gapMinutes: 15,
      stepMinutes: 30,
      cancellationMinutes: 2880,
    },
    weekly: {
      tue: ['09:00-12:00', '13:00-17:00'],
      wed: ['09:00-12:00'],
      thu: ['09:00-12:00', '13:00-17:00'],
    },
    exceptions: [
      { inDays: 6, windows: [] },
      { inDays: 20, windows: ['09:00-11:00'] },
      { inDays: 21, windows: [] },
    ],
    fill: 0.9,
    reviews: [
      {
        rating: 5,
        text:
          'She asked the awkward question in minute three. Six days later a real investor ' +
          'asked the same one and I had an answer.',
        author: 'Lior, CEO',
        daysAgo: 4,
      },
      {
        rating: 5,
        text:
          'Cut our deck from 22 to 11 pages and moved the team slide to the front. We closed ' +
          'in five weeks.',
        author: 'Marguerite T.',
        daysAgo: 15,
      },
      {
        rating: 5,
        text:
          'Explained pro rata and option pool shuffle on a napkin-level drawing. We finally ' +
          'negotiated instead of nodding.',
        author: 'Two founders in Ohio',
        daysAgo: 38,
      },
      {
        rating: 4,
        text:
          'Very good, very booked. I waited three weeks for a slot and it was nearly too late ' +
          'for our round.',
        author: 'Andre W.',
        daysAgo: 70,
      },
      {
        rating: 5,
        text:
          'Blunt in a way that is easy to take, since she is just as blunt about her own ' +
          'mistakes as an investor.',
        author: 'Shreya P.',
        daysAgo: 112,
      },
      {
        rating: 5,
        text: 'Had read the patent summary before the call. I did not expect that.',
        author: 'Benedikt, deep tech',
        daysAgo: 160,
      },
      {
        rating: 4,
        text: 'Her experience is American; for European grants she sent me elsewhere. Fair.',
        author: 'Carla N.',
        daysAgo: 260,
      },
    ],
    ratingsOnly: [
      5, 3, 5, 4, 5, 4, 4, 5, 5, 4, 5, 4, 5, 5, 5, 4, 5, 5, 4, 5, 5, 5, 5, 5, 5, 5, 5, 5, 4, 5, 5,
      5, 5, 5, 5, 5, 5, 4, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5,
    ],
  },
]
