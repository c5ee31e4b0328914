import { Schema } from 'mongoose'

export const text = { type: String, required: true } as const
export const number = { type: Number, required: true } as const
export const optionalText = { type: String } as const
export const optionalNumber = { type: Number } as const
/** Empty texts are allowed in some fields; Mongoose takes them for missing. */
export const anyText = { type: String, default: '' } as const
export const date = { type: Date, required: true } as const
export const whole = { type: Schema.Types.Mixed, required: true } as const
export const texts = { type: [String], required: true } as const

export const span = { startsAt: number, endsAt: number, until: number }
