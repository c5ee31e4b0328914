/**
 * Works off what is due in so many lines beside each other, each of which goes on while `next` answers that it did something.
 * Whoever calls `onTaken` lets another line begin: so where nothing is due, the store is asked once.
 */
export async function inLines(
  atOnce: number,
  next: (onTaken: () => void) => Promise<boolean>,
): Promise<void> {
  let beside: Promise<void> | undefined
  const onTaken = (): void => {
    if (atOnce > 1) beside ??= inLines(atOnce - 1, next)
  }
  try {
    while (await next(onTaken));
  } finally {
    await beside
  }
}
