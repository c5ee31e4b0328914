/**
 * `US$180`, with cents only where there are any. The reader's country is not known: the sign says which dollars, unless
 * it is to be short, `$180`. `amount` is in minor units of the currency (ISO 4217).
 */
export function moneyText(
  amount: number,
  currency: string,
  sign: 'symbol' | 'narrowSymbol' = 'symbol',
): string {
  const format = new Intl.NumberFormat('en-GB', {
    style: 'currency',
    currency,
    currencyDisplay: sign,
    trailingZeroDisplay: 'stripIfInteger',
  } as Intl.NumberFormatOptions)
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2))
}
