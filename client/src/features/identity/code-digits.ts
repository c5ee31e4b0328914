export const digitsOfCode = 8

/** What was pasted may come with blanks or whole with the words around it; full-width digits are digits too. */
export function digitsIn(text: string): string {
  return text.normalize('NFKC').replaceAll(/\D/g, '').slice(0, digitsOfCode)
}

export const shortCode = 'The code has eight digits'
