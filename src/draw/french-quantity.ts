const noBreak = '\u00a0';

/** Words behind `per`; another one stays as it is written. */
const units: Record<string, string> = {
  second: 'seconde',
  minute: 'minute',
  hour: 'heure',
  day: 'jour',
  night: 'nuit',
  week: 'semaine',
  month: 'mois',
  quarter: 'trimestre',
  year: 'an',
  customer: 'client',
  person: 'personne',
  user: 'utilisateur',
  visit: 'visite',
  visitor: 'visiteur',
  call: 'appel',
  order: 'commande',
  purchase: 'achat',
  delivery: 'livraison',
};

/**
 * A number with its unit, from its plain form to how French writes it: `1400 per month` → `1 400 par mois`, `6.2%` → `6,2 %`, `38 EUR` → `38 €`,
 * `44% of 142` → `44 % de 142`.
 */
export function frenchQuantity(text: string): string {
  return text
    .replace(/(?<![\d.,])(\d+)(?:\.(\d+))?(?![.,]?\d)/g, (_, whole: string, part: string | undefined) =>
      [whole.replace(/\B(?=(?:\d{3})+$)/g, noBreak), part].filter((each) => each !== undefined).join(','),
    )
    .replace(/^-(?=\d)/, '−')
    .replace(/(?<=\d) ?%/g, `${noBreak}%`)
    .replace(/(?<=\d) EUR\b/, `${noBreak}€`)
    .replace(/(?<=\d) (?=[A-Z]{3}\b)/, noBreak)
    .replace(/ of (?=\d)/, ' de ')
    .replace(/ per ([\p{L}\d_-]+)$/u, (_, unit: string) => ` par ${units[unit.toLowerCase()] ?? unit}`);
}
