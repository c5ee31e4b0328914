import type { SeedExpert } from '../seed-expert.ts'

export const moreStartupsExperts: readonly SeedExpert[] = [
  {
    slug: 'kim-tae-yang',
    name: 'Kim Tae-yang',
    headline: 'Hiring your first ten people without regretting the third',
    bio:
      'I was employee number four at two companies in Seoul and ran recruiting at both, ' +
      'the second time up to 140 people. I have made most of the mistakes: the friend who ' +
      'should have stayed a friend, the senior who needed a team to be senior with, the ' +
      'offer sent before anybody had agreed on the job.\n\n' +
      'We write the job in one paragraph, decide on the three things that must be true of ' +
      'the person, and build an interview loop that tests those three and nothing else. If ' +
      'you are already in trouble with a hire, we can talk about that too, calmly and ' +
      'without blaming anybody.',
    bring: [
      'The role in your own words, not the posting',
      'Who will work with this person every day',
      'Your salary range, including the number you fear',
    ],
    category: 'startups',
    skills: ['Hiring', 'Interviews', 'Compensation', 'Onboarding'],
    languages: ['ko', 'en'],
    hourlyRate: 110,
    sessionLengths: [30, 60],
    timeZone: 'Asia/Seoul',
    policy: {
      noticeMinutes: 180,
      horizonDays: 30,
      gapMinutes: 0,
      stepMinutes: 30,
      cancellationMinutes: 720,
    },
    weekly: {
      mon: ['10:00-12:00', '19:00-22:00'],
      tue: ['19:00-22:00'],
      wed: ['10:00-12:00', '19:00-22:00'],
      thu: ['19:00-22:00'],
      sat: ['10:00-14:00'],
    },
    exceptions: [
      { inDays: 3, windows: ['10:00-12:00'] },
      { inDays: 12, windows: [] },
    ],
    fill: 0.25,
    reviews: [
      {
        rating: 5,
        text:
          'We had interviewed nineteen people for a role that, it turned out, three of us ' +
          'defined in three ways.',
        author: 'Minji, CTO',
        daysAgo: 9,
      },
      {
        rating: 4,
        text:
          'Practical templates. The connection was choppy for a few minutes; he added the time ' +
          'at the end without being asked.',
        author: 'Oskar L.',
        daysAgo: 27,
      },
      {
        rating: 5,
        text: 'He talked me out of hiring. Best hour of the quarter.',
        author: 'Yuna, studio owner',
        daysAgo: 58,
      },
      {
        rating: 5,
        text: 'The “three things that must be true” exercise is now how we start every search.',
        author: 'Prakash D.',
        daysAgo: 104,
      },
      {
        rating: 3,
        text: 'Useful for engineers and managers. For a sales hire I found it a little generic.',
        author: 'Anonymous founder',
        daysAgo: 171,
      },
      {
        rating: 5,
        text: 'Helped me let somebody go decently. I still speak with that person.',
        author: 'Hye-rin C.',
        daysAgo: 240,
      },
    ],
    ratingsOnly: [5, 5, 5, 5, 5, 4, 4, 5, 5, 4, 5, 4, 5, 5, 3, 5],
  },
  {
    slug: 'nokuthula-dlamini',
    name: 'Nokuthula Dlamini',
    headline: 'Marketplaces with two sides and no money: where to begin',
    bio:
      'I ran operations for a home-repair marketplace in Johannesburg that reached 40,000 ' +
      'jobs a month, and later for a tutoring one that never got past 900. The difference ' +
      'was decided in the first half year, long before any of the growth work.\n\n' +
      'I help with the dull, decisive questions: which side to pay for, how small your ' +
      'first area should be, what to do by hand and for how long, and how to notice that ' +
      'people have started to go around you. Expect a lot of arithmetic on one shared ' +
      'sheet.',
    bring: [
      'Your last fifty transactions, or the plan for the first fifty',
      'A map or list of the areas you serve',
      'What it costs you to find one supplier and one buyer',
    ],
    category: 'startups',
    skills: ['Marketplaces', 'Operations', 'Unit economics', 'Trust and safety'],
    languages: ['en', 'zu', 'st'],
    hourlyRate: 140,
    sessionLengths: [45, 60],
    timeZone: 'Africa/Johannesburg',
    policy: {
      noticeMinutes: 360,
      horizonDays: 45,
      gapMinutes: 15,
      stepMinutes: 30,
      cancellationMinutes: 1440,
    },
    weekly: {
      mon: ['08:00-12:00'],
      tue: ['08:00-12:00', '13:30-16:30'],
      wed: ['08:00-12:00'],
      thu: ['13:30-18:00'],
      fri: ['08:00-11:00'],
    },
    exceptions: [
      { inDays: 14, windows: [] },
      { inDays: 15, windows: [] },
      { inDays: 30, windows: ['09:00-12:00', '13:00-15:00'] },
    ],
    fill: 0.4,
    reviews: [
      {
        rating: 5,
        text: 'She shrank our launch from a city to eleven streets. It was humbling and it worked.',
        author: 'Lerato M.',
        daysAgo: 8,
      },
      {
        rating: 5,
        text: 'An hour of arithmetic and I now know that I was paying for the wrong side.',
        author: 'Gideon, pet sitting app',
        daysAgo: 30,
      },
      {
        rating: 4,
        text: 'Dense. Record your decisions as you go, since she moves quickly.',
        author: 'Francesca B.',
        daysAgo: 66,
      },
      {
        rating: 5,
        text: 'Told us how people were going around us before we had looked. We looked. They were.',
        author: 'Thabo, founder',
        daysAgo: 95,
      },
      {
        rating: 5,
        text: 'Warm, funny, and entirely unimpressed by our growth chart.',
        author: 'Ines C.',
        daysAgo: 183,
      },
      {
        rating: 4,
        text:
          'I wanted more on software and got operations. In hindsight that was the right call, ' +
          'hence four and not three.',
        author: 'Wes, tools rental',
        daysAgo: 301,
      },
    ],
    ratingsOnly: [4, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 4, 4, 5, 4, 5, 5, 5, 5, 5, 5, 4, 5, 5, 5, 5],
  },
]
