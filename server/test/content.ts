import type { Content } from '../src/storage/port/content.ts'
import { plainSchedule } from './domain/schedules/schedules.ts'

const window = { from: 9 * 60, to: 17 * 60 }

const plainExpert: Content['experts'][number] = {
  id: 'expert-ada',
  version: 1,
  listed: true,
  slug: 'ada-lovelace',
  name: 'Ada Lovelace',
  headline: 'Engines that weave numbers',
  bio: 'I wrote the first program.\n\nBring a question.',
  bring: ['A question'],
  category: { slug: 'engineering', name: 'Engineering' },
  skills: ['Mathematics', 'Programming'],
  languages: ['en', 'fr'],
  hourlyRate: 18_000,
  photoUrl: '/portraits/kenji-watanabe.webp',
  meetingUrl: null,
  nextFreeAt: null,
  schedule: {
    ...plainSchedule,
    timeZone: 'Europe/London',
    weekly: { 1: [window], 2: [window], 3: [window], 4: [window], 5: [window], 6: [], 7: [] },
  },
}

/** Two experts who work on weekdays from nine to five: one in London, one with a gap in Kathmandu. */
export function plainContent(): Content {
  return {
    categories: [
      { slug: 'engineering', name: 'Engineering', icon: 'code-xml' },
      { slug: 'music', name: 'Music', icon: 'music' },
    ],
    experts: [
      plainExpert,
      {
        ...plainExpert,
        id: 'expert-bina',
        slug: 'bina-gurung',
        name: 'Bina Gurung',
        headline: 'Breathing and singing',
        category: { slug: 'music', name: 'Music' },
        skills: ['Voice'],
        languages: ['ne', 'en'],
        hourlyRate: 6000,
        photoUrl: null,
        schedule: {
          ...plainExpert.schedule,
          timeZone: 'Asia/Kathmandu',
          policy: { ...plainSchedule.policy, gapMinutes: 15, noticeMinutes: 120 },
        },
      },
    ],
    reviews: [
      {
        id: 'review-1',
        expertId: 'expert-ada',
        version: 1,
        rating: 5,
        text: 'Clear and kind.',
        author: 'Charles B.',
        writtenAt: Date.UTC(2026, 5, 1) as Content['reviews'][number]['writtenAt'],
      },
    ],
    bookings: [],
    people: [],
  }
}
