/** Of so many bookings what they owe is made messages in one commit: others wait for it. */
export const takenUpAtOnce = 25
