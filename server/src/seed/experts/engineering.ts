import type { SeedExpert } from '../seed-expert.ts'

export const engineeringExperts: readonly SeedExpert[] = [
  {
    slug: 'kenji-watanabe',
    name: 'Kenji Watanabe',
    headline: 'Distributed systems, from one box to a fleet',
    bio:
      'I ran storage at a payments company in Tokyo through two orders of magnitude of ' +
      'growth: from one Postgres server under somebody’s desk to clusters in three ' +
      'regions. For six of those years I carried the pager, and most of what I know I ' +
      'learned between two and four in the morning.\n\n' +
      'Bring your schema, your pager history or a blank page; we will leave with a plan ' +
      'that you can start on Monday. I prefer boring answers. In about a third of my ' +
      'sessions the result is that you don’t need to distribute anything yet, and we find ' +
      'the index or the queue that was missing.',
    bring: [
      'A drawing of the system, a photo of a whiteboard will do',
      'The last three incidents, with times',
      'Query plans or dashboards of whatever is slow',
    ],
    category: 'engineering',
    skills: ['Postgres', 'Kafka', 'SRE', 'Capacity planning', 'On-call'],
    languages: ['ja', 'en'],
    hourlyRate: 240,
    sessionLengths: [30, 60, 90],
    timeZone: 'Asia/Tokyo',
    policy: {
      noticeMinutes: 180,
      horizonDays: 60,
      gapMinutes: 15,
      stepMinutes: 30,
      cancellationMinutes: 1440,
    },
    weekly: {
      mon: ['09:00-12:00'],
      tue: ['09:00-12:00', '22:00-24:00'],
      wed: ['00:00-01:00', '13:00-17:00'],
      thu: ['09:00-12:00', '22:00-24:00'],
      fri: ['00:00-01:00', '13:00-17:00'],
    },
    exceptions: [
      { inDays: 5, windows: ['13:00-15:00'] },
      { inDays: 18, windows: [] },
      { inDays: 19, windows: [] },
    ],
    fill: 0.5,
    reviews: [
      {
        rating: 5,
        text: 'Found in forty minutes what we had chased for a month.',
        author: 'Lena, CTO',
        daysAgo: 10,
      },
      {
        rating: 5,
        text:
          'We asked how to shard. He asked for one query plan, pointed at a missing index and ' +
          'gave us the rest of the hour back to talk about on-call.',
        author: 'Arjun S.',
        daysAgo: 21,
      },
      {
        rating: 5,
        text:
          'Drew our replication lag as a queue of people at a post office. The whole team got ' +
          'it, even the designer who had joined by accident.',
        author: 'Platform team of five',
        daysAgo: 45,
      },
      {
        rating: 5,
        text: '落ち着いた説明で、移行計画まで一緒に書いてくれました。',
        author: 'Hiroshi T.',
        daysAgo: 83,
      },
      {
        rating: 5,
        text: 'Our incident review template is now his. Five questions, one page.',
        author: 'Beatriz, SRE',
        daysAgo: 133,
      },
      {
        rating: 5,
        text: 'No buzzwords whatsoever. He told me to keep the cron job.',
        author: 'Noah F.',
        daysAgo: 210,
      },
      {
        rating: 5,
        text:
          'Careful about what he doesn’t know: on our Oracle question he stopped and said that ' +
          'he would only be guessing.',
        author: 'Marek T.',
        daysAgo: 322,
      },
    ],
    ratingsOnly: [
      5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5,
      5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5,
    ],
  },
  {
    slug: 'ingrid-solheim',
    name: 'Ingrid Solheim',
    headline: 'Postgres performance: plans, locks, and migrations that nobody notices',
    bio:
      'I have worked with Postgres since version 8.1, first at a newspaper archive in ' +
      'Bergen and for the last nine years as a consultant. I have written two small ' +
      'extensions and deleted a good many more lines than that.\n\n' +
      'I am at my most useful with something concrete on the shared screen: an EXPLAIN ' +
      'output, a lock pile-up, a migration that has to run on a table with 400 million ' +
      'rows while the shop is open. We read it together slowly, so that you can do the ' +
      'next one without me.\n\n' +
      'If you send the plan the evening before, I will have looked at it.',
    bring: [
      'EXPLAIN (ANALYZE, BUFFERS) of the query, as text',
      'The table definitions with their indexes',
      'Version, memory and the settings that you changed',
    ],
    category: 'engineering',
    skills: ['Postgres', 'SQL', 'Query tuning', 'Migrations', 'Backups'],
    languages: ['nb', 'en', 'de'],
    hourlyRate: 190,
    sessionLengths: [30, 60],
    timeZone: 'Europe/Oslo',
    policy: {
      noticeMinutes: 720,
      horizonDays: 45,
      gapMinutes: 15,
      stepMinutes: 30,
      cancellationMinutes: 1440,
    },
    weekly: {
      mon: ['08:30-11:30', '12:30-15:30'],
      tue: ['08:30-11:30', '12:30-15:30'],
      wed: ['12:30-15:30'],
      thu: ['08:30-11:30', '12:30-15:30'],
    },
    exceptions: [
      { inDays: 11, windows: [] },
      { inDays: 25, windows: ['08:30-11:30'] },
    ],
    fill: 0.4,
    reviews: [
      {
        rating: 5,
        text: 'Eleven seconds to forty milliseconds, and I could explain to my boss why.',
        author: 'Jonas, backend',
        daysAgo: 7,
      },
      {
        rating: 5,
        text:
          'She reads a plan aloud the way other people read a story. I finally understand what ' +
          'a bitmap heap scan is for.',
        author: 'Data team, Utrecht',
        daysAgo: 26,
      },
      {
        rating: 5,
        text:
          'Our column change on a huge table ran at noon on a Tuesday. Nobody noticed, exactly ' +
          'as promised.',
        author: 'Kwame A.',
        daysAgo: 52,
      },
      {
        rating: 4,
        text:
          'Excellent on Postgres itself. Our ORM made up half the problem and there she was ' +
          'honest about her limits.',
        author: 'Elif Y.',
        daysAgo: 89,
      },
      {
        rating: 5,
        text:
          'She had looked at the plan the night before, so we began with the answer and spent ' +
          'the time on the reasons.',
        author: 'Sam, two-person company',
        daysAgo: 140,
      },
      {
        rating: 4,
        text: 'Speaks quietly; use headphones. Content was first class.',
        author: 'Rasmus J.',
        daysAgo: 255,
      },
    ],
    ratingsOnly: [
      4, 5, 5, 4, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 4, 5, 5, 5, 5, 4, 5, 5, 5, 5, 5, 5,
      5, 5,
    ],
  },
  {
    slug: 'devraj-shrestha',
    name: 'Devraj Shrestha',
    headline: 'Mobile apps that work on slow phones and bad networks',
    bio:
      'I build apps for people whose phone has two gigabytes of memory and whose network ' +
      'disappears behind the next hill. My largest project is a health-post register used ' +
      'in 31 districts of Nepal, where a sync may take place once in four days.\n\n' +
      'We can look at start-up time, offline storage and conflict rules, app size, or at ' +
      'why the list stutters. I work in Kotlin and Flutter and read Swift well enough to ' +
      'argue about it. I will ask you to hold your cheapest test device up to the camera.',
    bring: [
      'The cheapest phone that your users really have',
      'A trace or a screen recording of the slow part',
      'A list of what must work without a network',
    ],
    category: 'engineering',
    skills: ['Android', 'Flutter', 'Offline first', 'Performance'],
    languages: ['ne', 'en', 'hi'],
    hourlyRate: 55,
    sessionLengths: [30, 60],
    timeZone: 'Asia/Kathmandu',
    policy: {
      noticeMinutes: 60,
      horizonDays: 30,
      gapMinutes: 0,
      stepMinutes: 15,
      cancellationMinutes: 720,
    },
    weekly: {
      mon: ['10:00-13:00', '14:00-17:00'],
      tue: ['10:00-13:00'],
      wed: ['10:00-13:00', '14:00-17:00'],
      thu: ['14:00-18:30'],
      fri: ['10:00-12:00'],
      sun: ['10:00-13:00', '14:00-17:00'],
    },
    exceptions: [{ inDays: 8, windows: [] }],
    fill: 0,
    reviews: [
      {
        rating: 5,
        text:
          'Our field staff stopped losing forms. The fix was a rule for conflicts that fits in ' +
          'two sentences.',
        author: 'Aisha, NGO',
        daysAgo: 12,
      },
      {
        rating: 5,
        text: 'Start-up from 6.2 to 1.9 seconds on a phone that I had written off.',
        author: 'Bikram G.',
        daysAgo: 39,
      },
      {
        rating: 4,
        text: 'Great on Android. On iOS he is competent rather than deep, and says so.',
        author: 'Mads P.',
        daysAgo: 73,
      },
      {
        rating: 5,
        text:
          'He did ask me to hold the phone up to the camera. Then he asked me to walk behind ' +
          'the house with it. Good test.',
        author: 'Solo developer, Cusco',
        daysAgo: 118,
      },
      {
        rating: 4,
        text: 'A little fast in places; ask him to repeat, he is glad to.',
        author: 'Radhika N.',
        daysAgo: 196,
      },
    ],
    ratingsOnly: [5, 5, 5, 5, 4, 5, 4, 4, 5],
  },
]
