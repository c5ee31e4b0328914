import type { SeedExpert } from '../seed-expert.ts'

export const moreMusicExperts: readonly SeedExpert[] = [
  {
    slug: 'callum-rourke',
    name: 'Callum Rourke',
    headline: 'Mixing at home: clear vocals, tight bass, honest rooms',
    bio:
      'I mixed records in Melbourne for fourteen years and now do it on Lord Howe Island, ' +
      'in a shed lined with old mattresses, so I don’t want to hear that your bedroom is ' +
      'the problem. Well, sometimes it’s the problem.\n\n' +
      'You share your session and your sound, and we work on one song. I’ll explain what ' +
      'I’d do, you do it, and we compare. Most mixes get better when four plug-ins are ' +
      'removed and one microphone is moved. I can listen in stereo without loss if you use ' +
      'the little tool that I’ll send you beforehand.',
    bring: [
      'One song, as a session or as stems',
      'A reference track that you love',
      'The headphones and speakers you really use',
    ],
    category: 'music',
    skills: ['Mixing', 'Home recording', 'Vocals', 'Acoustics', 'Mastering'],
    languages: ['en'],
    hourlyRate: 90,
    sessionLengths: [60, 90],
    timeZone: 'Australia/Lord_Howe',
    policy: {
      noticeMinutes: 240,
      horizonDays: 45,
      gapMinutes: 15,
      stepMinutes: 30,
      cancellationMinutes: 1440,
    },
    weekly: {
      tue: ['10:00-13:00', '14:00-17:00'],
      wed: ['10:00-13:00'],
      thu: ['10:00-13:00', '14:00-17:00'],
      fri: ['14:00-17:00'],
      sun: ['10:00-12:00'],
    },
    exceptions: [
      { inDays: 10, windows: [] },
      { inDays: 11, windows: [] },
      { inDays: 33, windows: ['10:00-13:00'] },
    ],
    fill: 0.4,
    reviews: [
      {
        rating: 5,
        text: 'Four plug-ins out, microphone turned by a hand’s width, and there was my voice.',
        author: 'Frankie, songwriter',
        daysAgo: 6,
      },
      {
        rating: 5,
        text:
          'He clapped into his mattress shed and then had us clap into our room. Point taken; ' +
          'curtains bought.',
        author: 'Basement duo',
        daysAgo: 28,
      },
      {
        rating: 4,
        text: 'Top advice. The island’s internet dropped us once for two minutes.',
        author: 'Tariq L.',
        daysAgo: 60,
      },
      {
        rating: 5,
        text: 'Not even music, and he treated it like an album.',
        author: 'Podcaster, Wellington',
        daysAgo: 107,
      },
      {
        rating: 3,
        text:
          'I’d expected him to mix it. It’s a lesson, and a good one, but read the ' +
          'description.',
        author: 'Leo G.',
        daysAgo: 174,
      },
      {
        rating: 5,
        text: 'He made me turn the screen off for the last ten minutes. I’ve kept doing that.',
        author: 'Mina K., producer',
        daysAgo: 249,
      },
    ],
    ratingsOnly: [5, 5, 5, 4, 4, 5, 5, 5, 5, 4, 5, 5, 5, 4, 5, 5, 5, 4, 5, 5, 5],
  },
  {
    slug: 'esperanza-quiroga',
    name: 'Esperanza Quiroga',
    headline: 'Singing: breath, range and getting through a whole concert',
    bio:
      'I’m a mezzo from Xalapa. I sang opera choruses for twelve seasons and now I teach ' +
      'bolero singers, choir altos, two politicians and a weather presenter. Voices that ' +
      'have to last are my subject.\n\n' +
      'We warm up for ten minutes, then you sing what you’re working on, and I tell you ' +
      'what I hear: where the breath runs out, where the jaw helps when it shouldn’t. You ' +
      'leave with three exercises for the week, recorded with your own voice. If you are ' +
      'hoarse for longer than two weeks, see a doctor first and me later.',
    bring: [
      'The song, with words and a backing track',
      'A glass of water, standing room',
      'Dates of your next rehearsals or concerts',
    ],
    category: 'music',
    skills: ['Singing', 'Breathing', 'Voice care', 'Choir', 'Bolero'],
    languages: ['es', 'en', 'it'],
    hourlyRate: 55,
    sessionLengths: [30, 45, 60],
    timeZone: 'America/Mexico_City',
    policy: {
      noticeMinutes: 120,
      horizonDays: 45,
      gapMinutes: 0,
      stepMinutes: 15,
      cancellationMinutes: 720,
    },
    weekly: {
      mon: ['09:00-12:00', '17:00-20:00'],
      tue: ['17:00-20:00'],
      wed: ['09:00-12:00', '17:00-20:00'],
      thu: ['17:00-20:00'],
      sat: ['10:00-13:00'],
    },
    exceptions: [
      { inDays: 9, windows: ['17:00-18:30'] },
      { inDays: 24, windows: [] },
    ],
    fill: 0.45,
    reviews: [
      {
        rating: 5,
        text:
          'Three concerts in a weekend and on Monday I could still speak. My colleagues could ' +
          'not.',
        author: 'Alto, second row',
        daysAgo: 4,
      },
      {
        rating: 5,
        text: 'Me grabó los ejercicios con mi propia voz. Los hago en el coche todos los días.',
        author: 'Rodrigo M.',
        daysAgo: 21,
      },
      {
        rating: 4,
        text: 'Wonderful ear. Sound quality on video is what it is; use a proper microphone.',
        author: 'Phoebe A.',
        daysAgo: 50,
      },
      {
        rating: 5,
        text:
          'She taught me to talk to thirty children without shouting, which I hadn’t even ' +
          'asked for.',
        author: 'Teacher with no voice left',
        daysAgo: 92,
      },
      {
        rating: 5,
        text: 'She hears the jaw through a laptop. I don’t know how.',
        author: 'Ignacio T.',
        daysAgo: 138,
      },
      {
        rating: 4,
        text: 'Good exercises, a little opera-minded for my repertoire.',
        author: 'Wedding singer',
        daysAgo: 206,
      },
      {
        rating: 5,
        text:
          'Sent me to a doctor before she would teach me. It was a nodule, caught early. I’m ' +
          'singing again.',
        author: 'Sophie L.',
        daysAgo: 293,
      },
    ],
    ratingsOnly: [
      5, 5, 5, 5, 5, 5, 5, 5, 5, 4, 5, 5, 4, 5, 5, 4, 5, 5, 5, 4, 5, 4, 5, 5, 5, 5, 5, 5, 5, 5,
    ],
  },
]
