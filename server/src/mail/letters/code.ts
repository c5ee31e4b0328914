/** `123 456`: six digits are read out and typed in two halves. */
export function spacedCode(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`
}
