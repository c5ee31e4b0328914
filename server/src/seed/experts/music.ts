import type { SeedExpert } from '../seed-expert.ts'

export const musicExperts: readonly SeedExpert[] = [
  {
    slug: 'bridget-power',
    name: 'Bridget Power',
    headline: 'Fiddle by ear: jigs, reels and the lift in the bow',
    bio:
      'I play for dances on the Southern Shore of Newfoundland and learned from my ' +
      'grandfather, who couldn’t read a note and knew about six hundred tunes. I know ' +
      'around four hundred and can read, so it evens out.\n\n' +
      'Most people who come to me play well already and sound stiff. We take one tune, ' +
      'sing it, clap it, and then look for where the bow breathes. Classical players are ' +
      'welcome, and so are adults who began at fifty. I’ll send you slow recordings of ' +
      'everything we touch.',
    bring: [
      'Your fiddle, tuned, and a tune that bothers you',
      'Something to record with',
      'Room to tap your foot',
    ],
    category: 'music',
    skills: ['Fiddle', 'Playing by ear', 'Folk music', 'Bowing'],
    languages: ['en'],
    hourlyRate: 50,
    sessionLengths: [30, 60],
    timeZone: 'America/St_Johns',
    policy: {
      noticeMinutes: 120,
      horizonDays: 45,
      gapMinutes: 15,
      stepMinutes: 30,
      cancellationMinutes: 720,
    },
    weekly: {
      mon: ['17:00-21:00'],
      wed: ['17:00-21:00'],
      thu: ['10:00-12:30'],
      sat: ['10:00-14:00'],
    },
    exceptions: [
      { inDays: 6, windows: [] },
      { inDays: 20, windows: ['18:00-20:00'] },
    ],
    fill: 0.35,
    reviews: [
      {
        rating: 5,
        text:
          'Thirty years of orchestra and I could not swing a jig. She found the accent in my ' +
          'wrist within ten minutes.',
        author: 'Margit, violist',
        daysAgo: 11,
      },
      {
        rating: 5,
        text: 'She tapped her foot at me until mine joined in.',
        author: 'Doug, started at 58',
        daysAgo: 38,
      },
      {
        rating: 4,
        text:
          'Lovely teacher. The video adds a delay, so you can’t play together, which is ' +
          'nobody’s fault.',
        author: 'Yuki S.',
        daysAgo: 79,
      },
      {
        rating: 5,
        text: 'One reel, one hour. We’d been dragging the second part for years.',
        author: 'Ceilidh band',
        daysAgo: 125,
      },
      {
        rating: 5,
        text: 'The slow recordings are gold.',
        author: 'Roisin C.',
        daysAgo: 201,
      },
    ],
    ratingsOnly: [5, 4, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 4],
  },
  {
    slug: 'soren-ostergaard',
    name: 'Søren Østergaard',
    headline: 'Jazz piano for people who already read music',
    bio:
      'I play in a trio in Copenhagen and come home late, so I teach late as well. I had ' +
      'eleven years of classical lessons before anybody told me that I was allowed to ' +
      'leave notes out.\n\n' +
      'If you can play a Clementi sonatina you have all the fingers that you need. We work ' +
      'on voicings, time and listening, with one standard for as long as it takes. I’ll ' +
      'ask you to sing what you are about to play. Nobody likes this at first and ' +
      'everybody gets better.',
    bring: [
      'A piano or a keyboard with 61 keys or more',
      'A camera that sees your hands',
      'One standard you like, with a recording of it',
    ],
    category: 'music',
    skills: ['Jazz piano', 'Improvisation', 'Harmony', 'Ear training'],
    languages: ['da', 'en', 'sv'],
    hourlyRate: 70,
    sessionLengths: [45, 60],
    timeZone: 'Europe/Copenhagen',
    policy: {
      noticeMinutes: 60,
      horizonDays: 30,
      gapMinutes: 15,
      stepMinutes: 15,
      cancellationMinutes: 360,
    },
    weekly: {
      mon: ['20:00-23:00'],
      tue: ['20:00-23:00'],
      thu: ['15:00-17:30'],
      fri: ['22:00-24:00'],
      sat: ['00:00-02:00', '22:00-24:00'],
      sun: ['00:00-02:00'],
    },
    exceptions: [
      { inDays: 12, windows: ['20:00-22:00'] },
      { inDays: 26, windows: [] },
      { inDays: 27, windows: [] },
    ],
    fill: 0.25,
    reviews: [
      {
        rating: 5,
        text: 'My evening, his midnight, four bars of a ballad. I finally hear the third.',
        author: 'Insomniac in Boston',
        daysAgo: 5,
      },
      {
        rating: 5,
        text: 'Jeg skulle synge, før jeg måtte spille. Forfærdeligt. Det virker.',
        author: 'Anne-Sofie K.',
        daysAgo: 24,
      },
      {
        rating: 4,
        text: 'Fantastic musician. Sometimes the neighbour knocks, and then we work on ballads.',
        author: 'Gabriel O.',
        daysAgo: 56,
      },
      {
        rating: 5,
        text: 'I came with Bach and was allowed to keep it. We reharmonised a chorale.',
        author: 'Dr. Weiss, organist',
        daysAgo: 103,
      },
      {
        rating: 5,
        text:
          'Leaving out the root in the left hand changed my playing more than two years of ' +
          'books.',
        author: 'Paula N.',
        daysAgo: 161,
      },
      {
        rating: 4,
        text:
          'One standard for six sessions needs patience. Mine ran out at five and then it ' +
          'clicked.',
        author: 'Kim H.',
        daysAgo: 258,
      },
    ],
    ratingsOnly: [4, 5, 5, 4, 5, 5, 5, 5, 4, 5, 5, 5, 5, 5, 5],
  },
]
