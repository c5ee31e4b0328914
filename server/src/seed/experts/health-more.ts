import type { SeedExpert } from '../seed-expert.ts'

export const moreHealthExperts: readonly SeedExpert[] = [
  {
    slug: 'wiremu-tawhai',
    name: 'Wiremu Tāwhai',
    headline: 'Strength after fifty, at home, with two dumbbells and a chair',
    bio:
      'I coached club rugby for years and came to strength training for older people ' +
      'through my dad, who couldn’t get out of his favourite chair and didn’t want to talk ' +
      'about it. He’s seventy-nine now and carries his own firewood.\n\n' +
      'I watch you do five plain movements and we set a programme of two short sessions a ' +
      'week. You’ll know what to do when a knee complains, when to add weight and when to ' +
      'leave it. Tell your doctor before you start if you have a heart condition, a new ' +
      'joint or have been out of action for long; I’ll ask about it anyway.',
    bring: [
      'A sturdy chair without wheels',
      'Two dumbbells, or two full water bottles',
      'Shoes you can move in, and a bit of floor',
    ],
    category: 'health',
    skills: ['Strength training', 'Balance', 'Healthy ageing', 'Home workouts'],
    languages: ['en', 'mi'],
    hourlyRate: 50,
    sessionLengths: [30, 45, 60],
    timeZone: 'Pacific/Auckland',
    policy: {
      noticeMinutes: 180,
      horizonDays: 45,
      gapMinutes: 15,
      stepMinutes: 15,
      cancellationMinutes: 720,
    },
    weekly: {
      mon: ['06:30-09:00'],
      tue: ['06:30-09:00', '17:30-20:00'],
      wed: ['06:30-09:00'],
      thu: ['17:30-20:00'],
      sat: ['08:00-11:30'],
    },
    exceptions: [
      { inDays: 13, windows: [] },
      { inDays: 27, windows: ['08:00-09:30'] },
    ],
    fill: 0.5,
    reviews: [
      {
        rating: 5,
        text: 'I got up off the floor without the sofa. I did it again to be sure.',
        author: 'Judith, 71',
        daysAgo: 9,
      },
      {
        rating: 5,
        text: 'He noticed that I hold my breath. My wife had been saying so for years.',
        author: 'Alan P.',
        daysAgo: 32,
      },
      {
        rating: 5,
        text: 'Booked it for Mum. She rolled her eyes and has not missed a session since.',
        author: 'Daughter in Perth',
        daysAgo: 61,
      },
      {
        rating: 4,
        text: 'Great coach. I’d like a printed sheet rather than a photo of his whiteboard.',
        author: 'Geoff M.',
        daysAgo: 105,
      },
      {
        rating: 5,
        text: 'He pono, he ngākau māhaki. Kei te pakari haere au.',
        author: 'Te Rina H.',
        daysAgo: 157,
      },
      {
        rating: 5,
        text: 'Asked what my surgeon had said before we did a single thing. Careful man.',
        author: 'Ruth, new knee',
        daysAgo: 233,
      },
    ],
    ratingsOnly: [
      5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 4, 5, 5, 5, 5, 5, 5, 5, 4, 5, 5, 5, 5, 5,
      5, 5, 5, 5, 5,
    ],
  },
  {
    slug: 'aroha-whitiora',
    name: 'Aroha Whitiora',
    headline: 'Slow yoga for stiff people who think that they are bad at yoga',
    bio:
      'I teach yoga on Rēkohu, the Chatham Islands, population about six hundred, so most ' +
      'of my students are fishers, farmers and one very flexible postmistress. Nobody here ' +
      'owns matching leggings.\n\n' +
      'We move slowly, mostly on the floor or on a chair, and breathe more than we ' +
      'stretch. Half an hour one to one lets me adapt everything to the body that’s in ' +
      'front of me. If something hurts we stop; I’m a teacher and not a therapist, and I ' +
      'won’t tell you what your pain is.',
    bring: [
      'A mat or a rug, and a blanket',
      'A cushion or a firm pillow',
      'Anything you have been told not to do',
    ],
    category: 'health',
    skills: ['Yoga', 'Breathing', 'Relaxation', 'Mobility'],
    languages: ['en', 'mi'],
    hourlyRate: 40,
    sessionLengths: [30, 60],
    timeZone: 'Pacific/Chatham',
    policy: {
      noticeMinutes: 120,
      horizonDays: 30,
      gapMinutes: 15,
      stepMinutes: 15,
      cancellationMinutes: 360,
    },
    weekly: {
      mon: ['06:45-09:00'],
      wed: ['06:45-09:00', '18:15-20:15'],
      fri: ['06:45-09:00'],
      sun: ['16:15-18:15'],
    },
    exceptions: [{ inDays: 15, windows: [] }],
    fill: 0.3,
    reviews: [
      {
        rating: 5,
        text: 'I cannot touch my toes and it did not come up once.',
        author: 'Truck driver, 44',
        daysAgo: 15,
      },
      {
        rating: 5,
        text: 'Half an hour on a kitchen chair. Best afternoon of the month.',
        author: 'Sina T.',
        daysAgo: 43,
      },
      {
        rating: 4,
        text: 'Wind and a dog in the background. I minded less with every breath.',
        author: 'Pauline G.',
        daysAgo: 88,
      },
      {
        rating: 5,
        text:
          'For me in Graz it is evening, for her it is already tomorrow. She begins tomorrow ' +
          'very calmly.',
        author: 'Matthias K.',
        daysAgo: 139,
      },
      {
        rating: 5,
        text: 'She adapts everything. My shoulder has felt looked after for the first time.',
        author: 'Ngaire W.',
        daysAgo: 220,
      },
    ],
    ratingsOnly: [5, 4, 5, 5, 4, 5, 5, 5, 5, 5, 4, 5, 5, 5],
  },
]
