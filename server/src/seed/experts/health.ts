import type { SeedExpert } from '../seed-expert.ts'

export const healthExperts: readonly SeedExpert[] = [
  {
    slug: 'ananya-krishnan',
    name: 'Ananya Krishnan',
    headline: 'Everyday eating for busy weeks, without forbidden foods',
    bio:
      'I’m a registered dietitian in Chennai. I worked in a hospital for seven years and ' +
      'have been in private practice for five. I like food, which is apparently worth ' +
      'saying.\n\n' +
      'We look at an ordinary week of yours, including the Thursday on which everything ' +
      'goes wrong, and change two or three things that will survive it. I work with ' +
      'vegetarian and vegan kitchens, South Indian and otherwise, and with families in ' +
      'which everybody eats something different.\n\n' +
      'I don’t diagnose, and I don’t prescribe diets for medical conditions over video. If ' +
      'something needs a doctor or blood work, I’ll tell you so and we stop there.',
    bring: [
      'What you ate on three normal days, honestly',
      'Your shopping list or a photo of the fridge',
      'Allergies, medicines and what your doctor has advised',
    ],
    category: 'health',
    skills: ['Nutrition', 'Meal planning', 'Vegetarian cooking', 'Family meals'],
    languages: ['ta', 'en', 'hi'],
    hourlyRate: 45,
    sessionLengths: [30, 45],
    timeZone: 'Asia/Kolkata',
    policy: {
      noticeMinutes: 120,
      horizonDays: 30,
      gapMinutes: 0,
      stepMinutes: 15,
      cancellationMinutes: 720,
    },
    weekly: {
      mon: ['07:30-10:00', '18:00-21:00'],
      tue: ['07:30-10:00', '18:00-21:00'],
      wed: ['18:00-21:00'],
      thu: ['07:30-10:00', '18:00-21:00'],
      sat: ['08:00-12:00'],
    },
    exceptions: [
      { inDays: 9, windows: [] },
      { inDays: 20, windows: ['08:00-10:00'] },
    ],
    fill: 0.5,
    reviews: [
      {
        rating: 5,
        text:
          'She asked about Thursdays. Nobody has ever asked about Thursdays. We planned that ' +
          'day and the rest followed.',
        author: 'Meera J.',
        daysAgo: 7,
      },
      {
        rating: 5,
        text: 'One pot, four ways of serving it. Dinner is no longer a negotiation.',
        author: 'Father of three',
        daysAgo: 28,
      },
      {
        rating: 4,
        text: 'Friendly and realistic. Some of the ingredients are hard to find in Tampere.',
        author: 'Sandra E.',
        daysAgo: 54,
      },
      {
        rating: 5,
        text:
          'Told me kindly that my question was one for my doctor. It was, and I am glad I ' +
          'went.',
        author: 'Vikram S.',
        daysAgo: 97,
      },
      {
        rating: 5,
        text: 'A plan for 3 am that is not biscuits.',
        author: 'Nurse on nights',
        daysAgo: 144,
      },
      {
        rating: 4,
        text: 'Wish the sessions were an hour.',
        author: 'Deepa R.',
        daysAgo: 218,
      },
    ],
    ratingsOnly: [
      5, 5, 5, 4, 5, 5, 4, 5, 5, 5, 5, 4, 4, 5, 5, 5, 4, 5, 4, 5, 5, 5, 5, 5, 5, 5, 5, 3, 5, 5, 5,
      5, 5, 5, 5, 5, 5, 5,
    ],
  },
  {
    slug: 'declan-petrakis',
    name: 'Declan Petrakis',
    headline: 'Desk backs and stiff necks: moving well through an eight-hour day',
    bio:
      'Physiotherapist in Adelaide for sixteen years, half of them with a firm that looks ' +
      'after office staff. I have crawled under more desks than most electricians.\n\n' +
      'On video I watch how you sit, stand and turn, we try a handful of movements, and ' +
      'you get a short routine that fits between meetings: five minutes, twice a day, no ' +
      'equipment. We also rearrange your desk while I watch, mostly with books.\n\n' +
      'This is coaching for people who are stiff and sore, not an examination. With ' +
      'numbness, weakness, a recent fall or pain that wakes you up, please see somebody in ' +
      'person; I ask about these at the start.',
    bring: [
      'Camera placed so that I see you from the side',
      'A chair, a towel and a few thick books',
      'What makes it better and what makes it worse',
    ],
    category: 'health',
    skills: ['Physiotherapy', 'Ergonomics', 'Mobility', 'Back care'],
    languages: ['en', 'el'],
    hourlyRate: 80,
    sessionLengths: [30, 45],
    timeZone: 'Australia/Adelaide',
    policy: {
      noticeMinutes: 60,
      horizonDays: 30,
      gapMinutes: 15,
      stepMinutes: 15,
      cancellationMinutes: 720,
    },
    weekly: {
      mon: ['07:00-09:30', '12:00-14:00'],
      tue: ['07:00-09:30', '17:00-19:30'],
      wed: ['12:00-14:00'],
      thu: ['07:00-09:30', '17:00-19:30'],
      fri: ['07:00-09:30'],
    },
    exceptions: [
      { inDays: 11, windows: [] },
      { inDays: 12, windows: [] },
    ],
    fill: 0.4,
    reviews: [
      {
        rating: 5,
        text:
          'My screen now stands on three volumes of tax law. Neck is fine. Finally a use for ' +
          'them.',
        author: 'Harriet, accountant',
        daysAgo: 5,
      },
      {
        rating: 5,
        text:
          'Five minutes twice a day, and I do it, because it’s short enough that skipping ' +
          'feels silly.',
        author: 'Joon-ho P.',
        daysAgo: 20,
      },
      {
        rating: 4,
        text:
          'Good exercises. He couldn’t see my hips properly on camera, so some of it was ' +
          'guesswork, as he said.',
        author: 'Ben A.',
        daysAgo: 48,
      },
      {
        rating: 5,
        text:
          'Asked six questions and sent me to my GP instead of selling me a second session. ' +
          'Trust earned.',
        author: 'Maria S.',
        daysAgo: 86,
      },
      {
        rating: 5,
        text: 'He did short one-to-ones with all of us. The stretches have their own channel now.',
        author: 'Remote team of eight',
        daysAgo: 131,
      },
      {
        rating: 3,
        text: 'Nice fellow, but I had hoped for something hands-on, which, well, video.',
        author: 'Colin F.',
        daysAgo: 209,
      },
      {
        rating: 5,
        text: 'Μίλησε ελληνικά με τη μητέρα μου και την έπεισε να σηκώνεται κάθε ώρα.',
        author: 'Eleni K.',
        daysAgo: 305,
      },
    ],
    ratingsOnly: [
      4, 4, 5, 5, 5, 5, 5, 5, 5, 5, 4, 5, 5, 4, 4, 5, 5, 5, 5, 5, 5, 5, 5, 5, 4, 4, 3, 5,
    ],
  },
  {
    slug: 'mariam-el-sayed',
    name: 'Mariam El-Sayed',
    headline: 'Sleep habits for new parents and for people on night shifts',
    bio:
      'I am a sleep coach with a nursing background. For twelve years I worked nights on a ' +
      'maternity ward in Cairo, so I know both of the groups in my headline from the ' +
      'inside.\n\n' +
      'We write down what your nights look like now, without judging them, and find the ' +
      'one or two hours that can be protected. For shift workers it is mostly about light, ' +
      'meals and the order of things on the way home. For parents it is about sharing, and ' +
      'about giving up what isn’t working.\n\n' +
      'I don’t treat sleep disorders. Loud snoring with pauses, falling asleep at the ' +
      'wheel, low mood that does not lift: these belong with a doctor, and I’ll say so.',
    bring: [
      'Bedtimes and wake-ups of the last five days',
      'Your roster, or the baby’s rough rhythm',
      'Who else is at home and could help',
    ],
    category: 'health',
    skills: ['Sleep', 'Shift work', 'New parents', 'Habits'],
    languages: ['ar', 'en', 'fr'],
    hourlyRate: 65,
    sessionLengths: [30, 60],
    timeZone: 'Africa/Cairo',
    policy: {
      noticeMinutes: 60,
      horizonDays: 30,
      gapMinutes: 0,
      stepMinutes: 30,
      cancellationMinutes: 360,
    },
    weekly: {
      mon: ['00:00-01:30', '10:00-12:00'],
      tue: ['20:00-23:00'],
      wed: ['10:00-12:00', '20:00-24:00'],
      thu: ['00:00-01:30'],
      sat: ['16:00-19:00'],
      sun: ['20:00-24:00'],
    },
    exceptions: [
      { inDays: 7, windows: ['20:00-22:00'] },
      { inDays: 16, windows: [] },
    ],
    fill: 0.35,
    reviews: [
      {
        rating: 5,
        text:
          'Sunglasses on the way home, soup instead of toast, phone in the kitchen. Ten days ' +
          'in, five hours in one piece.',
        author: 'Night nurse, Leeds',
        daysAgo: 4,
      },
      {
        rating: 5,
        text:
          'She made us write down who slept when. It was not pretty. We swapped two things and ' +
          'stopped fighting.',
        author: 'Salma and Adam',
        daysAgo: 23,
      },
      {
        rating: 4,
        text:
          'Très à l’écoute. Certains conseils sont difficiles avec mes horaires, mais elle a ' +
          'cherché avec moi.',
        author: 'Bus driver, Lyon',
        daysAgo: 46,
      },
      {
        rating: 5,
        text: 'متفهمة جدا وعملية. أول مرة أنام أربع ساعات متواصلة منذ الولادة.',
        author: 'Heba M.',
        daysAgo: 81,
      },
      {
        rating: 5,
        text: 'No gadgets, no supplements. Thank you.',
        author: 'Jason, firefighter',
        daysAgo: 135,
      },
      {
        rating: 4,
        text:
          'Lovely, and available at midnight, which is when I needed her. The video froze ' +
          'once.',
        author: 'Lotte B.',
        daysAgo: 192,
      },
      {
        rating: 5,
        text: '“You may give up on that” was the sentence I had been waiting for.',
        author: 'Mother of twins',
        daysAgo: 270,
      },
    ],
    ratingsOnly: [
      5, 5, 5, 5, 5, 5, 5, 5, 4, 4, 5, 5, 4, 5, 5, 5, 5, 5, 4, 5, 5, 4, 5, 5, 5, 5, 4, 5, 5,
    ],
  },
]
