import type { SeedExpert } from '../seed-expert.ts'

export const moreEngineeringExperts: readonly SeedExpert[] = [
  {
    slug: 'nguyen-thuy-linh',
    name: 'Nguyễn Thuỳ Linh',
    headline: 'Accessible front ends that pass an audit and stay that way',
    bio:
      'I am a front-end developer from Đà Nẵng and have audited a little over ninety sites ' +
      'and apps against WCAG, for banks, a railway and several universities. I use a ' +
      'screen reader for part of every day, since a back injury years ago made me learn to ' +
      'work without a mouse.\n\n' +
      'We open your product and go through one real task together with the keyboard and ' +
      'with NVDA or VoiceOver. You will hear what your users hear. Then we sort the ' +
      'findings by who is stopped by them, and fix one or two in your code so that your ' +
      'team has a pattern to copy.',
    bring: [
      'A link or a test account',
      'The one task that users have to be able to finish',
      'The audit report, if you already have one',
    ],
    category: 'engineering',
    skills: ['Accessibility', 'WCAG', 'React', 'Screen readers', 'CSS'],
    languages: ['vi', 'en'],
    hourlyRate: 75,
    sessionLengths: [30, 60, 90],
    timeZone: 'Asia/Ho_Chi_Minh',
    policy: {
      noticeMinutes: 240,
      horizonDays: 45,
      gapMinutes: 15,
      stepMinutes: 30,
      cancellationMinutes: 1440,
    },
    weekly: {
      mon: ['13:00-18:00'],
      tue: ['08:30-11:30', '13:00-18:00'],
      thu: ['08:30-11:30', '13:00-18:00'],
      fri: ['13:00-17:00'],
      sat: ['09:00-11:00'],
    },
    exceptions: [
      { inDays: 16, windows: ['13:00-15:00'] },
      { inDays: 27, windows: [] },
    ],
    fill: 0.3,
    reviews: [
      {
        rating: 5,
        text: 'Hearing our own checkout read aloud was painful and exactly what the team needed.',
        author: 'Petra, product owner',
        daysAgo: 5,
      },
      {
        rating: 5,
        text:
          'Fixed our dialog focus live and explained why each line was there. Copied it to ' +
          'nine other dialogs.',
        author: 'Quang D.',
        daysAgo: 31,
      },
      {
        rating: 4,
        text:
          'Very thorough. We only finished half of the task in an hour, so book ninety minutes ' +
          'for anything with a form.',
        author: 'Université, web team',
        daysAgo: 60,
      },
      {
        rating: 5,
        text:
          'She removed 60 ARIA attributes from our code. It got better with every one that ' +
          'went.',
        author: 'Elliot R.',
        daysAgo: 101,
      },
      {
        rating: 5,
        text:
          'Sorted by who is stopped, not by rule number. Our management understood the list at ' +
          'once.',
        author: 'Public library, IT',
        daysAgo: 149,
      },
      {
        rating: 5,
        text: 'Chị giải thích rất rõ và kiên nhẫn. Tôi học được nhiều hơn cả một khoá học.',
        author: 'Tuấn, freelancer',
        daysAgo: 230,
      },
      {
        rating: 4,
        text: 'Would have liked more on native apps.',
        author: 'Olga F.',
        daysAgo: 310,
      },
    ],
    ratingsOnly: [5, 5, 5, 5, 5, 5, 5, 5, 4, 5, 5, 4, 5, 5, 5, 5, 5, 5, 5, 5, 4],
  },
  {
    slug: 'marcus-whitfield',
    name: 'Marcus Whitfield',
    headline: 'Security reviews for teams that have no security person',
    bio:
      'I did incident response for a hosting provider for seven years and have been the ' +
      'outside security person for small companies since. I have seen what attackers do to ' +
      'teams of six, and it is rarely clever.\n\n' +
      'We spend the first part on what you have: who can log in to what, where the backups ' +
      'are, what happens if a laptop is stolen today. Then we pick the three changes that ' +
      'remove most of the risk for the least work. I also help to answer those ' +
      '180-question security questionnaires that large customers send.\n\n' +
      'If you are in the middle of an incident, say so in the topic and choose the longest ' +
      'session.',
    bring: [
      'A list of the services you pay for',
      'Who has admin rights, as far as you know',
      'The customer questionnaire, if that is why you are here',
    ],
    category: 'engineering',
    skills: ['Security', 'Threat modelling', 'AWS', 'Incident response', 'SOC 2'],
    languages: ['en', 'es'],
    hourlyRate: 210,
    sessionLengths: [30, 60, 90],
    timeZone: 'America/Los_Angeles',
    policy: {
      noticeMinutes: 60,
      horizonDays: 30,
      gapMinutes: 15,
      stepMinutes: 30,
      cancellationMinutes: 1440,
    },
    weekly: {
      mon: ['08:00-12:00', '13:00-16:00'],
      tue: ['08:00-12:00'],
      wed: ['08:00-12:00', '13:00-16:00'],
      thu: ['08:00-12:00'],
      fri: ['10:00-14:00'],
    },
    exceptions: [
      { inDays: 7, windows: ['08:00-09:30'] },
      { inDays: 13, windows: [] },
      { inDays: 34, windows: [] },
    ],
    fill: 0.55,
    reviews: [
      {
        rating: 5,
        text:
          'I am the least technical person here and I followed every word. We turned on three ' +
          'things and slept better.',
        author: 'Gwen, office manager',
        daysAgo: 3,
      },
      {
        rating: 5,
        text: 'Booked at 8, talked at 9:30, attacker out by noon. He stayed calm so I did.',
        author: 'Rohit, CTO',
        daysAgo: 24,
      },
      {
        rating: 4,
        text:
          'The questionnaire help saved us days. The AWS part was brief, since we ran out of ' +
          'time.',
        author: 'Lucía H.',
        daysAgo: 49,
      },
      {
        rating: 5,
        text: 'He charged us for half an hour and told us we did not need the other half.',
        author: 'Nonprofit in Oakland',
        daysAgo: 90,
      },
      {
        rating: 5,
        text: 'Found a former contractor who still owned our DNS. We had all forgotten.',
        author: 'Stefan O.',
        daysAgo: 137,
      },
      {
        rating: 3,
        text:
          'Good, though I had hoped he would write the policies for us. He reviews them, he ' +
          'does not write them.',
        author: 'J. M.',
        daysAgo: 199,
      },
      {
        rating: 5,
        text: 'Practical order of work, with the reasons. Our insurer accepted it as it stood.',
        author: 'Delphine, clinic IT',
        daysAgo: 276,
      },
    ],
    ratingsOnly: [
      4, 5, 5, 5, 4, 5, 4, 5, 5, 5, 5, 5, 5, 5, 5, 5, 4, 3, 4, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5,
      5,
    ],
  },
]
