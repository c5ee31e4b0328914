import type { SeedExpert } from '../seed-expert.ts'

export const designExperts: readonly SeedExpert[] = [
  {
    slug: 'sofia-lindqvist',
    name: 'Sofia Lindqvist',
    headline: 'Career moves for senior designers',
    bio:
      'I have been a designer for nineteen years and a hiring manager for nine of them, at ' +
      'a bank, a bike company and a map company in Stockholm. I have sat in some four ' +
      'hundred portfolio reviews and been turned down in a fair number myself.\n\n' +
      'People book me when the next step is unclear: staff designer or manager, agency or ' +
      'product, stay or go. We look at your portfolio the way a tired hiring manager would ' +
      'at five o’clock, and we rehearse the conversation that you keep putting off, often ' +
      'the one about money.',
    bring: [
      'Your portfolio, also if it is only a folder of screens',
      'A job posting that you would really like',
      'What you earn now and what you would like to',
    ],
    category: 'design',
    skills: ['Portfolio', 'Interviews', 'Design leadership', 'Salary talks'],
    languages: ['sv', 'en'],
    hourlyRate: 120,
    sessionLengths: [30, 45, 60],
    timeZone: 'Europe/Stockholm',
    policy: {
      noticeMinutes: 120,
      horizonDays: 45,
      gapMinutes: 0,
      stepMinutes: 15,
      cancellationMinutes: 1440,
    },
    weekly: {
      mon: ['12:00-13:30', '17:00-20:00'],
      tue: ['17:00-20:00'],
      wed: ['12:00-13:30', '17:00-20:00'],
      thu: ['17:00-20:00'],
      sun: ['16:00-19:00'],
    },
    exceptions: [
      { inDays: 4, windows: ['17:00-18:30'] },
      { inDays: 22, windows: [] },
      { inDays: 23, windows: [] },
    ],
    fill: 0.6,
    reviews: [
      {
        rating: 5,
        text:
          'She scrolled through my portfolio in silence for ninety seconds and then told me ' +
          'what she remembered. It was not what I had wanted anybody to remember.',
        author: 'Emre, product designer',
        daysAgo: 5,
      },
      {
        rating: 5,
        text:
          'We rehearsed the salary talk three times. I got 11 percent and did not apologise ' +
          'once.',
        author: 'Klara J.',
        daysAgo: 17,
      },
      {
        rating: 4,
        text: 'Great feedback on the work, a little short on how hiring goes outside Europe.',
        author: 'Noor A.',
        daysAgo: 36,
      },
      {
        rating: 5,
        text: 'I came to ask how to become a manager and left knowing that I would hate it.',
        author: 'Staff designer, Lisbon',
        daysAgo: 64,
      },
      {
        rating: 5,
        text:
          'She rewrote one case study headline with me and I did the rest that weekend. Three ' +
          'interviews since.',
        author: 'Tobias H.',
        daysAgo: 108,
      },
      {
        rating: 4,
        text: 'Honest. On a bad day you may find it too honest.',
        author: 'Anouk D.',
        daysAgo: 158,
      },
      {
        rating: 5,
        text: 'After my second session I took the smaller company. No regrets so far.',
        author: 'Giulia P.',
        daysAgo: 236,
      },
      {
        rating: 5,
        text: 'Lugn, rak och konkret. Precis vad jag behövde.',
        author: 'Fredrik S.',
        daysAgo: 340,
      },
    ],
    ratingsOnly: [
      5, 5, 5, 4, 5, 5, 5, 5, 5, 4, 4, 5, 5, 3, 5, 4, 5, 5, 5, 5, 4, 5, 4, 5, 5, 4, 5, 5, 5, 5, 5,
      5, 4, 5, 5, 5, 5, 3, 5, 5, 4, 5, 5, 4, 5, 5, 5, 5, 5, 5, 5, 5, 4, 5, 5, 5,
    ],
  },
  {
    slug: 'tomasz-wojcik',
    name: 'Tomasz Wójcik',
    headline: 'Design systems that engineers use without being asked',
    bio:
      'I build component libraries, and I am one of the people who think that most of them ' +
      'should be smaller. Over ten years I have worked on five, in Warsaw and remotely, ' +
      'for between 12 and 900 users. Two of those are still alive, and I have studied why ' +
      'the others are not.\n\n' +
      'I split my time between Figma and code, so we can talk about tokens and naming, but ' +
      'also about releases, versions and who says no. A good first session is a walk ' +
      'through the three components that people copy and change the most often.',
    bring: [
      'Access to the library, or screenshots of it',
      'The three components that are most often overridden',
      'Who uses it, and who decides',
    ],
    category: 'design',
    skills: ['Design systems', 'Figma', 'Tokens', 'TypeScript', 'Documentation'],
    languages: ['pl', 'en'],
    hourlyRate: 95,
    sessionLengths: [30, 60],
    timeZone: 'Europe/Warsaw',
    policy: {
      noticeMinutes: 240,
      horizonDays: 60,
      gapMinutes: 15,
      stepMinutes: 30,
      cancellationMinutes: 1440,
    },
    weekly: {
      mon: ['10:00-13:00'],
      tue: ['10:00-13:00', '14:00-17:00'],
      wed: ['14:00-17:00'],
      thu: ['10:00-13:00', '14:00-17:00'],
      fri: ['10:00-13:00'],
    },
    exceptions: [{ inDays: 13, windows: [] }],
    fill: 0.3,
    reviews: [
      {
        rating: 5,
        text: 'Deleted 40 percent of our tokens. Nobody has missed one yet.',
        author: 'Marta, design lead',
        daysAgo: 14,
      },
      {
        rating: 4,
        text: 'Strong opinions on naming. Mostly right, occasionally just strong.',
        author: 'Dmytro K.',
        daysAgo: 37,
      },
      {
        rating: 5,
        text:
          'The question “who says no?” started an argument that we should have had two years ' +
          'ago.',
        author: 'Front-end guild',
        daysAgo: 71,
      },
      {
        rating: 5,
        text:
          'Looked at our button. Only our button. It was enough for an hour and for a quarter ' +
          'of work.',
        author: 'Sunniva B.',
        daysAgo: 115,
      },
      {
        rating: 4,
        text:
          'Very good on process; we would have needed a bit more on theming for white-label ' +
          'customers.',
        author: 'Ravi L.',
        daysAgo: 188,
      },
      {
        rating: 5,
        text: 'Konkretny i życzliwy. Po sesji mieliśmy plan na trzy wydania.',
        author: 'Agnieszka W.',
        daysAgo: 264,
      },
    ],
    ratingsOnly: [4, 4, 5, 3, 5, 5, 5, 5, 5, 4, 5, 4, 4, 5, 5, 5, 5, 4, 5, 5, 5, 4, 4, 5],
  },
  {
    slug: 'leilani-kahananui',
    name: 'Leilani Kahananui',
    headline: 'Picture books and illustration, from thumbnails to print',
    bio:
      'I write and draw picture books. Twelve have been published and four more are in a ' +
      'drawer for good reasons. I live in Hilo, teach one class a year at the community ' +
      'college, and judge my day by whether I drew before I opened my mail.\n\n' +
      'In a session we lay your thumbnails out as a sequence and look at page turns, pace ' +
      'and where the child would put a finger. I can also help with the practical things: ' +
      'dummies, contracts, colour profiles, and how to answer an editor who asks for “more ' +
      'heart”.',
    bring: [
      'Thumbnails or sketches in one PDF, in order',
      'The text, even if it is not final',
      'Names of two or three books that you keep going back to',
    ],
    category: 'design',
    skills: ['Illustration', 'Picture books', 'Storyboards', 'Print', 'Procreate'],
    languages: ['en', 'haw'],
    hourlyRate: 85,
    sessionLengths: [45, 60],
    timeZone: 'Pacific/Honolulu',
    policy: {
      noticeMinutes: 720,
      horizonDays: 60,
      gapMinutes: 15,
      stepMinutes: 15,
      cancellationMinutes: 1440,
    },
    weekly: {
      tue: ['08:00-11:00'],
      wed: ['08:00-11:00', '13:00-15:00'],
      thu: ['08:00-11:00'],
      sat: ['09:00-12:00'],
    },
    exceptions: [
      { inDays: 19, windows: [] },
      { inDays: 26, windows: [] },
    ],
    fill: 0.35,
    reviews: [
      {
        rating: 5,
        text: 'She swapped two spreads and the joke worked. I had been staring at it since spring.',
        author: 'Marisol, first book',
        daysAgo: 13,
      },
      {
        rating: 5,
        text: 'Explained bleed and profiles so that my printer stopped sending me sad mails.',
        author: 'Ben T.',
        daysAgo: 44,
      },
      {
        rating: 5,
        text:
          'Mahalo. You looked at my drawings as if they mattered, and then told me which ones ' +
          'to redo.',
        author: 'Keahi P.',
        daysAgo: 80,
      },
      {
        rating: 4,
        text: 'The time difference to Kyiv is rough, and that is my only complaint.',
        author: 'Oksana V.',
        daysAgo: 129,
      },
      {
        rating: 5,
        text:
          'I will never be published and she took me just as seriously. My grandchildren have ' +
          'the book now.',
        author: 'Grandmother of five',
        daysAgo: 215,
      },
    ],
    ratingsOnly: [5, 5, 5, 5, 5, 5, 5, 5, 4, 5, 5, 5, 5],
  },
]
