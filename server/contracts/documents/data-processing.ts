/**
 * Entrusting of personal data (art. 28 GDPR) by trade: what a service of that kind sees at its
 * clients. Lifts, air conditioning and the generic trade usually see none: they have no such appendix.
 */
import type { Trade } from '#server/accounts/public.ts'
import type { ContractDocument } from './contract-document.ts'

type Data = NonNullable<ContractDocument['dataProcessing']>
type ByTrade = Pick<Data, 'purpose' | 'nature' | 'kindsOfData' | 'persons' | 'specialCategories'> & {
  furtherMeasures?: string
}

const byTrade: Partial<Record<Trade, ByTrade>> = {
  it: {
    purpose: 'utrzymanie i naprawa systemów informatycznych Klienta',
    nature: 'wgląd podczas prac serwisowych, przechowywanie kopii, usuwanie awarii',
    kindsOfData: 'imię, nazwisko, e-mail, login, zawartość skrzynek i plików (wgląd)',
    persons: 'pracownicy i kontrahenci Klienta',
    specialCategories: 'możliwe (wgląd podczas prac)',
  },
  print: {
    purpose: 'naprawa i konserwacja urządzeń drukujących',
    nature: 'wgląd podczas prac serwisowych, usuwanie danych przy wycofaniu urządzenia',
    kindsOfData: 'treść dokumentów zapisanych na dysku urządzenia, nazwy użytkowników',
    persons: 'pracownicy i kontrahenci Klienta',
    specialCategories: 'możliwe (treść drukowanych dokumentów)',
    furtherMeasures: 'Dysk wycofywanego urządzenia jest kasowany albo zwracany Klientowi.',
  },
  alarms: {
    purpose: 'utrzymanie systemów alarmowych, monitoringu wizyjnego i kontroli dostępu',
    nature: 'wgląd podczas prac serwisowych, zgrywanie nagrań na polecenie Klienta',
    kindsOfData: 'wizerunek, imię, nazwisko, numer karty lub kodu, czas wejść i wyjść',
    persons: 'pracownicy i goście Klienta',
    specialCategories: 'nie przewiduje się',
    furtherMeasures: 'Nagrania przekazuje się tylko osobie wskazanej przez Klienta.',
  },
}

/** Nothing for a trade that sees no data of the client's people. */
export function dataProcessing(trade: Trade, contacts: { tenant: string; client: string }): Data | undefined {
  const own = byTrade[trade]
  return (
    own && {
      ...own,
      notificationHours: '24',
      subprocessors: 'brak',
      tenantContact: contacts.tenant,
      clientContact: contacts.client,
    }
  )
}
