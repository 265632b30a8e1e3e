/**
 * From the typed document to the placeholders of our texts. Their names are Polish without
 * diacritics, because a company's own people put the same names into their own templates.
 */
import type { ContractDocument, DocumentForm } from './contract-document.ts'
import type { TemplateValues } from './fill-template.ts'

const dash = '–'

/** Every placeholder of the contract and its appendices. */
export function contractValues(document: ContractDocument): TemplateValues {
  return {
    ...contractItself(document),
    ...sides(document),
    ...people(document),
    ...clockRules(document),
    ...money(document),
    ...termAndForm(document),
    ...serviceLevels(document),
    ...prices(document),
    ...lists(document),
    ...personalData(document),
    ...otherTerms(document),
  }
}

function contractItself({ contract, term }: ContractDocument): TemplateValues {
  return {
    umowa_numer: contract.number,
    umowa_data: contract.concludedOn,
    umowa_miejsce: contract.place ?? '',
    umowa_od: contract.validFrom,
    umowa_do: term.indefinite ? '' : term.validTo,
    umowa_wersja: contract.version,
    umowa_skrot: contract.fingerprint,
    umowa_kod: contract.pageCode,
  }
}

function sides({ tenant, client }: ContractDocument): TemplateValues {
  return {
    firma_nazwa: tenant.name,
    firma_adres: tenant.address,
    firma_nip: tenant.nip,
    firma_regon: tenant.regon ?? '',
    firma_rejestr: tenant.register,
    firma_reprezentacja: tenant.representation,
    firma_email: tenant.email,
    firma_telefon: tenant.phone,
    klient_nazwa: client.name,
    klient_adres: client.address,
    klient_nip: client.nip,
    klient_regon: client.regon ?? '',
    klient_rejestr: client.register,
    klient_reprezentacja: client.representation,
    klient_email: client.email,
    klient_email_faktury: client.invoiceEmail,
    klient_duzy_przedsiebiorca: client.largeEnterprise,
  }
}

function people({ accountManager, deputy, tenant, channels }: ContractDocument): TemplateValues {
  const standIn = deputy ?? {
    name: 'osoba wyznaczona przez Wykonawcę',
    phone: tenant.phone,
    email: tenant.email,
  }
  const none = 'nie udostępniono'
  return {
    opiekun: accountManager.name,
    opiekun_telefon: accountManager.phone,
    opiekun_email: accountManager.email,
    zastepca: standIn.name,
    zastepca_telefon: standIn.phone,
    zastepca_email: standIn.email,
    kanal_panel: channels.panel ?? none,
    kanal_email: channels.email ?? none,
    kanal_formularz: channels.form ?? none,
    kanal_telefon: channels.phone ?? none,
  }
}

function clockRules({ clock, stopReasons, inspections }: ContractDocument): TemplateValues {
  return {
    zegar_od_otrzymania: clock.heldRunsFromReceipt,
    potwierdzenie_dni: clock.confirmationDays,
    wznowienie_zdanie: clock.reopeningSentence,
    zamkniecie_dni: clock.closingDays,
    zmiana_priorytetu_zdanie: clock.priorityChangeSentence,
    protokol_dni: clock.serviceReportDays,
    wstrzymania: stopReasons.map(({ name, stops, limit }) => ({
      nazwa: name,
      co_wstrzymuje: stops,
      limit: limit ?? '',
    })),
    sa_przeglady: inspections.length > 0,
    przeglady: inspections.map(({ name, frequency, basis }) => ({
      nazwa: name,
      czestotliwosc: frequency,
      podstawa: basis ?? '',
    })),
  }
}

function money(document: ContractDocument): TemplateValues {
  const { billing, approvals, indexation, credits, creditCaps, suspension } = document
  return {
    okres_rozliczeniowy: billing.period,
    platnosc_z_gory: billing.inAdvance,
    waluta: billing.currency,
    termin_platnosci_dni: billing.paymentDays,
    termin_od: billing.paymentDaysFrom === 'issue' ? 'wystawienia' : 'doręczenia',
    prog_zgody_kwota: approvals.limit,
    prog_zgody_dni: approvals.days,
    jest_waloryzacja: indexation !== undefined,
    waloryzacja_zdanie: indexation?.sentence ?? '',
    waloryzacja_miesiac: indexation?.month ?? '',
    waloryzacja_limit: indexation?.limit ?? '',
    waloryzacja_zawiadomienie_dni: indexation?.noticeDays ?? '',
    obnizki: numbered(credits, 'zdanie', 'nie uzgodniono obniżek'),
    kary_limit_miesiac: creditCaps.month,
    kary_limit_rok: creditCaps.year,
    zawieszenie_po_dniach: suspension.afterDays,
    dodatkowy_termin_dni: suspension.extraDays,
    odpowiedzialnosc_limit: document.liabilityCap,
    gwarancja_okres: document.warranty,
  }
}

const forms: Record<DocumentForm, { name: string; copies: string }> = {
  documentary: {
    name: 'dokumentowa',
    copies:
      'Umowa jest zawarta z chwilą zaakceptowania jej treści przez obie Strony w Panelu lub pocztą elektroniczną.',
  },
  written: {
    name: 'pisemna',
    copies: 'Sporządzono ją w dwóch jednobrzmiących egzemplarzach, po jednym dla każdej ze Stron.',
  },
  electronic: {
    name: 'elektroniczna (kwalifikowany podpis)',
    copies: 'Dniem zawarcia jest dzień złożenia ostatniego podpisu.',
  },
  written_or_electronic: {
    name: 'pisemna albo elektroniczna',
    copies: 'Dniem zawarcia jest dzień złożenia ostatniego podpisu.',
  },
}

const courts = { tenant: 'Wykonawcy', client: 'Klienta', defendant: 'pozwanego' } as const

function termAndForm({ term, form, court }: ContractDocument): TemplateValues {
  const renewal = term.indefinite ? undefined : term.renewal
  return {
    na_czas_nieoznaczony: term.indefinite,
    okres_wypowiedzenia: term.noticePeriod ?? '',
    wypowiedzenie_w_trakcie: !term.indefinite && term.noticePeriod !== undefined,
    przedluzenie: renewal !== undefined,
    przedluzenie_okres: renewal?.period ?? '',
    przedluzenie_zawiadomienie_dni: renewal?.noticeDays ?? '',
    forma_umowy: forms[form.contract].name,
    forma_egzemplarze: forms[form.contract].copies,
    forma_aneksu: formName(form.amendment),
    sad: courts[court],
  }
}

export function formName(form: DocumentForm): string {
  return forms[form].name
}

function serviceLevels(document: ContractDocument): TemplateValues {
  return {
    poziomy: document.serviceLevels.map((level) => ({
      priorytet: level.priority,
      definicja: level.definition,
      reakcja: level.reaction ?? dash,
      dojazd: level.arrival ?? dash,
      obejscie: level.workAround ?? dash,
      usuniecie: level.resolution ?? dash,
      kalendarz: level.calendar,
    })),
    kalendarze: document.calendars.map(({ name, hours, holidays }) => ({
      nazwa: name,
      godziny: hours,
      swieta: holidays,
    })),
    przyklady_terminow: numbered(document.deadlineExamples, 'opis', 'przykładów nie podano'),
    telefon_zdanie: document.phoneSentence,
  }
}

function prices({ prices: rules, workedExamples }: ContractDocument): TemplateValues {
  return {
    pozycje_cennika: numbered(rules.sentences, 'zdanie', 'nie uzgodniono opłat'),
    cennik_poza: numbered(rules.outsideScope, 'zdanie', 'ustala się osobno dla każdego zlecenia'),
    zaokraglanie_zdanie: rules.roundingSentence,
    zaokraglanie_pory_zdanie: rules.bandsSentence,
    pakiety_zdanie: rules.poolsSentence,
    liczenie_zgloszen_zdanie: rules.countingSentence,
    marza: rules.materialMargin,
    stawka_vat: rules.vat,
    przyklady: workedExamples.map(({ description, rows, total }, at) => ({
      lp: String(at + 1),
      opis: description,
      wiersze: rows.map(({ name, amount }) => ({ nazwa: name, kwota: amount })),
      razem: total,
    })),
  }
}

function lists(document: ContractDocument): TemplateValues {
  return {
    zakres: numbered(document.scope, 'opis', 'zgodnie ze zleceniami Klienta'),
    wylaczenia: numbered(document.exclusions, 'opis', 'prace inne niż wymienione w ust. 2'),
    stan_na_dzien: document.listsAsOf,
    lokalizacje: document.sites.map(({ name, address, remarks }) => ({
      nazwa: name,
      adres: address,
      uwagi: remarks ?? '',
    })),
    urzadzenia: document.devices.map((device, at) => ({
      lp: String(at + 1),
      nazwa: device.name,
      model: device.model ?? dash,
      numer_seryjny: device.serialNumber ?? dash,
      lokalizacja: device.site ?? dash,
      klasa: device.deviceClass ?? dash,
    })),
    uprawnieni: document.reporters.map((reporter) => ({
      imie_nazwisko: reporter.name,
      stanowisko: reporter.position ?? dash,
      email: reporter.email ?? dash,
      telefon: reporter.phone ?? dash,
      zakres: reporter.scope ?? dash,
      limit: reporter.limit ?? dash,
    })),
  }
}

function personalData({ dataProcessing: data }: ContractDocument): TemplateValues {
  if (!data) return { powierzenie_danych: false }
  return {
    powierzenie_danych: true,
    rodo_cel: data.purpose,
    rodo_charakter: data.nature,
    rodo_rodzaje_danych: data.kindsOfData,
    rodo_kategorie_osob: data.persons,
    rodo_dane_szczegolne: data.specialCategories,
    rodo_godziny_zawiadomienia: data.notificationHours,
    rodo_podwykonawcy: data.subprocessors,
    rodo_srodki_dodatkowe: data.furtherMeasures ?? 'Dalszych środków nie uzgodniono.',
    rodo_kontakt_wykonawcy: data.tenantContact,
    rodo_kontakt_klienta: data.clientContact,
  }
}

/** Under each appendix what is said nowhere else; a heading stands only where something follows it. */
function otherTerms({ otherTerms: all }: ContractDocument): TemplateValues {
  const listed = (appendix: number) =>
    all.filter((one) => one.appendix === appendix).map(({ place, text }) => ({ miejsce: place, tresc: text }))
  const names = { 1: 'obslugi', 2: 'cen', 4: 'osob' } as const
  return Object.fromEntries(
    ([1, 2, 4] as const).flatMap((appendix) => [
      [`sa_warunki_${names[appendix]}`, listed(appendix).length > 0],
      [`warunki_${names[appendix]}`, listed(appendix)],
    ]),
  )
}

/** A list that the text announces with a colon is never empty: it says so in words. */
function numbered(texts: string[], key: string, whenEmpty: string): TemplateValues[] {
  const shown = texts.length > 0 ? texts : [whenEmpty]
  return shown.map((text, at) => ({ lp: String(at + 1), [key]: text }))
}
