/**
 * Spaces at which a line of a document may not break: after Polish one-letter words, inside
 * a number, between a number and its unit, after § and the abbreviations before a number.
 */
const noBreak = '\u00a0'

const rules: RegExp[] = [
  /(?<=(?:^|[\s(„"–·])[aiouwzAIOUWZ]) (?=\S)/g,
  /(?<=\d) (?=\d)/g,
  /(?<=\d[ \u00a0](?:h|godz\.)) (?=\d+[ \u00a0]min)/g,
  /(?<=\d) (?=(?:zł|gr|EUR|USD|%|h|min|km|szt\.|dni|dnia|dzień|miesi|godz|rok|lat)(?![\p{L}]{6}))/gu,
  /(?<=(?:^|[\s(])(?:§|art\.|ust\.|pkt|nr|NR|Nr|str\.|poz\.|tel\.|ul\.|godz\.|NIP|REGON|KRS)) (?=\S)/g,
  / (?=–(?:\s|$))/g,
]

export function keepTogether(text: string): string {
  return rules.reduce((kept, rule) => kept.replace(rule, noBreak), text)
}
