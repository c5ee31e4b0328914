import type { SeedExpert } from '../seed-expert.ts'

export const languagesExperts: readonly SeedExpert[] = [
  {
    slug: 'jurgen-bauerle',
    name: 'Jürgen Bäuerle',
    headline: 'German for daily life, and for the B1 and C1 exams',
    bio:
      'I taught at an adult education centre in Stuttgart for twenty-six years and have ' +
      'been an examiner for B1 and C1 for about fifteen. I’ve heard “Der Umweltschutz ist ' +
      'ein wichtiges Thema” roughly nine thousand times and would like to hear what you ' +
      'think instead.\n\n' +
      'We speak from the first minute. I write your mistakes down without interrupting and ' +
      'we take the three that cost you the most. Before an exam we do the oral part under ' +
      'real conditions, with the clock running. I speak a clear standard German and, on ' +
      'request, Swabian.',
    bring: [
      'Something you want to talk about',
      'Your exam date and level, if there is one',
      'A text you wrote, up to one page',
    ],
    category: 'languages',
    skills: ['German', 'B1 exam', 'C1 exam', 'Pronunciation', 'Business German'],
    languages: ['de', 'en', 'fr'],
    hourlyRate: 45,
    sessionLengths: [30, 45, 60],
    timeZone: 'Europe/Berlin',
    policy: {
      noticeMinutes: 60,
      horizonDays: 45,
      gapMinutes: 0,
      stepMinutes: 15,
      cancellationMinutes: 720,
    },
    weekly: {
      mon: ['08:00-12:00', '16:00-19:00'],
      tue: ['08:00-12:00', '16:00-19:00'],
      wed: ['08:00-12:00'],
      thu: ['08:00-12:00', '16:00-19:00'],
      fri: ['08:00-12:00'],
    },
    exceptions: [
      { inDays: 5, windows: ['08:00-10:00'] },
      { inDays: 14, windows: [] },
      { inDays: 15, windows: [] },
      { inDays: 36, windows: [] },
    ],
    fill: 0.5,
    reviews: [
      {
        rating: 5,
        text: 'C1 bestanden! Die Prüfung war leichter als Herr Bäuerle.',
        author: 'Ngozi, nurse',
        daysAgo: 3,
      },
      {
        rating: 5,
        text:
          'He let me talk for twelve minutes and then corrected three things. Only three. I’ve ' +
          'stopped making two of them.',
        author: 'Carlos V.',
        daysAgo: 18,
      },
      {
        rating: 4,
        text: 'Very good, though his examples come from a world with fax machines.',
        author: 'Wei L.',
        daysAgo: 39,
      },
      {
        rating: 5,
        text: 'C1 oral under the clock, twice. On the real day I was bored in a good way.',
        author: 'Dasha P.',
        daysAgo: 72,
      },
      {
        rating: 5,
        text: 'Now I understand my host grandmother. Swabian lesson highly recommended.',
        author: 'Au pair in Ulm',
        daysAgo: 111,
      },
      {
        rating: 4,
        text: 'Strict about articles. I needed that and did not always enjoy it.',
        author: 'Hamza T.',
        daysAgo: 164,
      },
      {
        rating: 5,
        text: 'He asks what you really think and waits until you have the words.',
        author: 'Rebecca O.',
        daysAgo: 239,
      },
      {
        rating: 3,
        text: 'Good teacher, but I prefer more structure and a course book.',
        author: 'T. S.',
        daysAgo: 318,
      },
    ],
    ratingsOnly: [
      4, 5, 5, 5, 5, 3, 5, 5, 5, 4, 5, 5, 5, 4, 5, 4, 5, 4, 5, 5, 5, 4, 3, 3, 5, 2, 3, 4, 3, 4, 5,
      4, 4, 4, 4, 5, 5, 4, 5, 5, 5, 4, 4, 4, 5, 5, 5, 4, 5,
    ],
  },
  {
    slug: 'haruka-mori',
    name: 'Haruka Mori',
    headline: 'Japanese for work: keigo, e-mail and meetings',
    bio:
      'I grew up in Kanazawa, worked for a trading house in Osaka and moved to Vancouver ' +
      'in 2016. I’ve written thousands of e-mails in Japanese that begin with an apology ' +
      'for nothing, and I can explain when you need one.\n\n' +
      'We practise with your own material: the mail you’re about to send, tomorrow’s ' +
      'meeting, the self-introduction for your new team. From lower intermediate upwards I ' +
      'explain in Japanese and fall back on English when you look lost. Beginners are ' +
      'better served by somebody else, and I’m happy to name a few.',
    bring: [
      'A mail or message you need to send or answer',
      'Who it is for and how well you know them',
      'Your level, or a recent test result',
    ],
    category: 'languages',
    skills: ['Japanese', 'Keigo', 'Business e-mail', 'JLPT'],
    languages: ['ja', 'en'],
    hourlyRate: 60,
    sessionLengths: [30, 60],
    timeZone: 'America/Vancouver',
    policy: {
      noticeMinutes: 180,
      horizonDays: 30,
      gapMinutes: 0,
      stepMinutes: 30,
      cancellationMinutes: 720,
    },
    weekly: {
      mon: ['16:00-20:00'],
      tue: ['16:00-20:00'],
      wed: ['09:00-11:00'],
      thu: ['16:00-20:00'],
      sun: ['15:00-18:00'],
    },
    exceptions: [
      { inDays: 11, windows: ['17:00-19:00'] },
      { inDays: 25, windows: [] },
    ],
    fill: 0.35,
    reviews: [
      {
        rating: 5,
        text:
          'I had written “please” in a way that sounded like a summons. She saved a ' +
          'partnership with one particle.',
        author: 'Julien, game producer',
        daysAgo: 8,
      },
      {
        rating: 5,
        text:
          'Went over my self-introduction five times until it sounded like me and not like a ' +
          'brochure.',
        author: 'Erin K.',
        daysAgo: 26,
      },
      {
        rating: 4,
        text: 'Excellent for mail. For casual talk with colleagues I’d have liked more slang.',
        author: 'Santosh M.',
        daysAgo: 59,
      },
      {
        rating: 5,
        text: '会議で初めて自分から発言できました。森先生のおかげです。',
        author: 'Engineer in Nagoya',
        daysAgo: 102,
      },
      {
        rating: 5,
        text:
          'Told me honestly that I was too much of a beginner and whom to book. I’m back two ' +
          'years later.',
        author: 'Petra H.',
        daysAgo: 168,
      },
      {
        rating: 4,
        text: 'Fast. Record the session, which she allows.',
        author: 'Dominic C.',
        daysAgo: 251,
      },
    ],
    ratingsOnly: [5, 5, 5, 5, 5, 5, 5, 4, 5, 5, 4, 5, 5, 5, 5, 5, 5, 5, 4, 5, 4],
  },
]
