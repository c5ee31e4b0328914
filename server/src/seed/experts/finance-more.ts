import type { SeedExpert } from '../seed-expert.ts'

export const moreFinanceExperts: readonly SeedExpert[] = [
  {
    slug: 'yusuf-demir',
    name: 'Yusuf Demir',
    headline: 'Spreadsheet models that hold up when an investor changes a number',
    bio:
      'I built models in a project finance team in Istanbul, for wind parks and toll ' +
      'roads, where one wrong sign costs more than a house. For the past six years I’ve ' +
      'done the same for start-ups and small manufacturers, in a smaller font.\n\n' +
      'Share your file. I’ll break it in front of you, kindly, and then we rebuild the ' +
      'part that broke: drivers apart from results, one row per idea, checks that turn ' +
      'red. You get a sheet that you understand and can defend, not a black box with my ' +
      'name on it.',
    bring: [
      'The model, in its latest version',
      'The three assumptions that you trust the least',
      'Who will read it, and what they have to decide',
    ],
    category: 'finance',
    skills: ['Financial models', 'Excel', 'Forecasts', 'Unit economics', 'Due diligence'],
    languages: ['tr', 'en', 'de'],
    hourlyRate: 125,
    sessionLengths: [60, 90],
    timeZone: 'Europe/Istanbul',
    policy: {
      noticeMinutes: 360,
      horizonDays: 60,
      gapMinutes: 15,
      stepMinutes: 30,
      cancellationMinutes: 1440,
    },
    weekly: {
      mon: ['13:00-18:00'],
      tue: ['13:00-18:00'],
      wed: ['10:00-12:00', '13:00-18:00'],
      thu: ['13:00-18:00'],
      fri: ['14:30-18:00'],
    },
    exceptions: [
      { inDays: 9, windows: [] },
      { inDays: 28, windows: ['10:00-14:00'] },
    ],
    fill: 0.3,
    reviews: [
      {
        rating: 5,
        text:
          'He changed one cell and our company went bankrupt in March. Better in his session ' +
          'than in the meeting.',
        author: 'Zeynep, CEO',
        daysAgo: 12,
      },
      {
        rating: 5,
        text: '“One row per idea” has made it into our handbook.',
        author: 'Florian W.',
        daysAgo: 40,
      },
      {
        rating: 4,
        text: 'Superb on structure. The ninety minutes went by with hardly a pause; bring coffee.',
        author: 'Solar start-up',
        daysAgo: 76,
      },
      {
        rating: 5,
        text: 'Kendi modelimi sonunda ben de anlıyorum.',
        author: 'Ebru K.',
        daysAgo: 122,
      },
      {
        rating: 3,
        text:
          'I wanted someone to build it for me. He teaches. Good at it, just not what I was ' +
          'after.',
        author: 'Victor A.',
        daysAgo: 186,
      },
      {
        rating: 5,
        text: 'The red checks caught a copy-paste error the same week.',
        author: 'CFO, ceramics',
        daysAgo: 267,
      },
    ],
    ratingsOnly: [5, 5, 5, 5, 5, 5, 5, 4, 4, 5, 5, 5, 5, 5, 4, 5, 5, 4, 4],
  },
  {
    slug: 'grace-mwangi',
    name: 'Grace Mwangi',
    headline: 'Bookkeeping for people who work alone',
    bio:
      'I keep the books of sixty-odd sole traders in and around Nairobi: a plumber, two ' +
      'translators, a man who mends sewing machines. I have also taught bookkeeping at a ' +
      'technical college since 2014.\n\n' +
      'We set up a system that takes you half an hour a week and that you won’t abandon in ' +
      'February. A sheet, a folder and a fixed day are often enough; if software is worth ' +
      'it for you, we choose one together. I can’t file your taxes abroad, but I can make ' +
      'sure that whoever does has nothing to sigh about.',
    bring: [
      'Receipts and invoices of one month',
      'How you get paid: bank, mobile money, cash',
      'Rules of your tax office, if you know of any',
    ],
    category: 'finance',
    skills: ['Bookkeeping', 'Invoices', 'Sole traders', 'Spreadsheets'],
    languages: ['en', 'sw', 'ki'],
    hourlyRate: 45,
    sessionLengths: [30, 60],
    timeZone: 'Africa/Nairobi',
    policy: {
      noticeMinutes: 120,
      horizonDays: 30,
      gapMinutes: 0,
      stepMinutes: 30,
      cancellationMinutes: 720,
    },
    weekly: {
      mon: ['09:00-12:30', '14:00-16:30'],
      tue: ['09:00-12:30', '14:00-16:30'],
      wed: ['14:00-16:30'],
      thu: ['09:00-12:30', '14:00-16:30'],
      sat: ['09:00-11:00'],
    },
    exceptions: [
      { inDays: 8, windows: ['14:00-16:30'] },
      { inDays: 22, windows: [] },
    ],
    fill: 0.25,
    reviews: [
      {
        rating: 5,
        text: 'Friday, half past four, tea, receipts. It is nearly pleasant now.',
        author: 'Wanjiru, seamstress',
        daysAgo: 6,
      },
      {
        rating: 5,
        text:
          'She made me choose a day of the week before anything else. That turned out to be ' +
          'the whole trick.',
        author: 'Translator in Ghent',
        daysAgo: 30,
      },
      {
        rating: 4,
        text: 'Very patient. I’d have wanted more on VAT, which differs here.',
        author: 'Kofi B.',
        daysAgo: 65,
      },
      {
        rating: 5,
        text: 'Nimeelewa hesabu zangu kwa mara ya kwanza. Asante sana, Grace.',
        author: 'Photographer, Mombasa',
        daysAgo: 113,
      },
      {
        rating: 4,
        text:
          'Simple and good. The template is plain, so I made it prettier and felt ashamed of ' +
          'it.',
        author: 'Amy L.',
        daysAgo: 170,
      },
      {
        rating: 5,
        text: 'My tax adviser asked who had done this. I said me. That was a nice moment.',
        author: 'Peter O.',
        daysAgo: 248,
      },
    ],
    ratingsOnly: [5, 5, 5, 4, 5, 5, 4, 5, 5, 4, 5, 4, 5, 5, 5, 5],
  },
]
