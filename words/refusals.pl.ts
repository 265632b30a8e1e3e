/** What we say when the answer is no: what happened, what was kept, what to do. No blame. */
type Facts = Record<string, unknown>
const of = (facts: Facts, name: string): string => String(facts[name] ?? '')

const ladder: Readonly<Record<string, string>> = {
  share_or_minutes: 'Stopień stoi albo przy części czasu, albo po tylu minutach od przekroczenia.',
  step_twice: 'Taki stopień już jest.',
  nobody_told: 'Wybierz, kogo powiadomić.',
  person_unknown: 'Tej osoby nie ma już w firmie.',
  no_breach: 'Drabina musi mieć stopień przy samym przekroczeniu (100%).',
}

export const refusalsPl = {
  not_found: 'Nie ma takiej rzeczy albo nie jest widoczna z tego konta.',
  not_signed_in: 'Zaloguj się, aby kontynuować.',
  role_may_not: 'Ta rola nie może tego zrobić. Poproś właściciela lub kierownika firmy.',
  cross_site: 'To żądanie przyszło z innej strony i zostało zatrzymane. Niczego nie zmieniono.',
  invalid_input: 'Coś w formularzu jest nie tak. Popraw zaznaczone pole; reszta została zachowana.',
  key_reused: 'Ten klucz żądania był już użyty z inną treścią.',
  changed_meanwhile:
    'Ktoś zmienił to w międzyczasie. Pokazujemy jego wersję; Twoje zmiany są jeszcze w formularzu.',
  too_many_attempts: (facts: Facts) => `Za dużo prób. Spróbuj ponownie za ${of(facts, 'minutes')} min.`,
  file_too_large: (facts: Facts) =>
    `Plik jest za duży. Przyjmujemy pliki do ${of(facts, 'megabytesMax')} MB; reszta formularza została zachowana.`,
  file_type_refused: 'Tego rodzaju pliku nie przyjmujemy. Wyślij PDF, zdjęcie, dokument albo zwykły tekst.',
  file_broken: 'Plik jest pusty albo uszkodzony.',
  body_too_large: 'Treść jest za długa.',
  pdf_unavailable:
    'Na tym serwerze nie można teraz utworzyć PDF. Dane są zachowane; dokument utworzymy, gdy składnik wróci.',
  email_taken: 'Ten adres ma już konto. Zaloguj się albo użyj innego adresu.',
  email_invalid: 'To nie wygląda na adres e-mail. Przykład: jan@firma.pl.',
  password_too_short: (facts: Facts) => `Hasło musi mieć co najmniej ${of(facts, 'lengthMin')} znaków.`,
  wrong_email_or_password: 'Adres lub hasło się nie zgadza.',
  link_used: 'Ten odsyłacz był już użyty. Poproś o nowy.',
  link_expired: 'Ten odsyłacz stracił ważność. Poproś o nowy.',
  link_unknown: 'Nie znamy tego odsyłacza. Sprawdź, czy adres jest cały, albo poproś o nowy.',
  email_not_confirmed: 'Najpierw potwierdź swój adres e-mail.',
  staff_already_invited: 'Ta osoba już jest w firmie albo ma zaproszenie.',
  last_owner: 'Firma musi mieć właściciela. Najpierw wskaż drugiego.',
  calendar_never_opens:
    'Taki kalendarz nigdy się nie otwiera, więc żaden termin by nie nadszedł. Dodaj choć jedno okno godzin.',
  calendar_invalid: 'Kalendarz ma błąd w zaznaczonym miejscu.',
  calendar_in_use: 'Z tego kalendarza korzystają umowy.',
  not_a_sandbox: 'To nie jest piaskownica: jej zegar jest prawdziwy.',
  clock_goes_forward_only: 'Zegar piaskownicy idzie tylko do przodu.',
  clock_is_moving: 'Zegar piaskownicy właśnie się przesuwa. Poczekaj, aż dojdzie na miejsce.',
  slug_taken: 'Ta nazwa w adresie jest zajęta.',
  invoice_pattern_invalid: 'Wzór numeru musi zawierać {n}, a przy liczeniu co miesiąc także {MM} i {YYYY}.',
  account_number_invalid: 'Numer rachunku się nie zgadza: powinien mieć 26 cyfr i poprawną sumę kontrolną.',
  mailbox_unreachable: (facts: Facts) => `Nie udało się połączyć ze skrzynką: ${of(facts, 'reason')}.`,
  nip_missing: 'Podaj NIP.',
  nip_characters: 'NIP składa się tylko z cyfr; kreski i spacje można zostawić.',
  nip_length: 'NIP ma 10 cyfr.',
  nip_office: 'Ten NIP nie ma poprawnego początku: pierwsze trzy cyfry to kod urzędu skarbowego.',
  nip_checksum: 'Ten NIP ma błędną cyfrę kontrolną. Sprawdź, czy nie ma literówki.',
  nip_taken: (facts: Facts) => `Ten NIP ma już klient „${of(facts, 'name')}”.`,
  client_has_contracts: 'Ten klient ma umowy w mocy. Najpierw je zakończ.',
  contact_email_taken: 'Ta osoba jest już na liście tego klienta.',
  contact_has_no_access: 'Ta osoba nie ma dostępu do panelu.',
  csv_unreadable:
    'Nie udało się odczytać pliku CSV. Zapisz go w kodowaniu UTF-8 z nagłówkiem w pierwszym wierszu.',
  csv_has_problems: (facts: Facts) =>
    `Niczego nie zapisano: wiersze z błędami: ${of(facts, 'rows')}. Popraw je i wczytaj plik ponownie.`,
  dates_reversed: 'Data końca jest wcześniejsza niż data początku.',
  contracts_overlap: (facts: Facts) =>
    `W tych dniach obowiązuje już umowa ${of(facts, 'number')} z tym samym zakresem. Zmień daty albo potwierdź, że obie mają obowiązywać.`,
  terms_invalid: 'Warunki umowy mają błąd w zaznaczonym miejscu. Wersja robocza jest zachowana.',
  terms_in_force: 'Warunków w mocy się nie zmienia. Przygotuj aneks.',
  contract_not_active: 'Ta umowa nie jest w mocy.',
  contract_already_active: 'Ta umowa jest już w mocy.',
  contract_ended: 'Ta umowa jest zakończona.',
  amendment_inside_settled_period: (facts: Facts) =>
    `Umowa jest rozliczona do ${of(facts, 'settledTo')}. Aneks może działać dopiero od następnego dnia.`,
  number_taken: 'Ten numer jest już zajęty.',
  amount_invalid: (facts: Facts) => `„${of(facts, 'text')}” to nie jest kwota. Wpisz na przykład 1 234,50.`,
  signed_scan_wrong_type: 'Skan umowy może być plikiem PDF, JPEG albo PNG.',
  scan_password: 'Ten PDF jest zabezpieczony hasłem. Zapisz go bez hasła i prześlij jeszcze raz.',
  scan_too_many_pages: 'Ten skan ma za dużo stron (najwięcej 200). Prześlij samą umowę.',
  scan_too_long:
    'Odczytywanie tego pliku trwało za długo i zostało przerwane. Zapisz skan jako zwykły PDF albo zdjęcia.',
  scan_code_unknown: (facts: Facts) =>
    `Kod ${of(facts, 'code')} na stronach nie należy do żadnej umowy w tej firmie.`,
  scan_mixes_versions: 'W tym skanie są strony z różnych wersji albo umów. Prześlij każdą umowę osobno.',
  scan_of_changed_terms: (facts: Facts) =>
    `To skan wcześniejszego brzmienia umowy ${of(facts, 'number')}: warunki zmieniono po wydruku. Wydrukuj ją i podpiszcie jeszcze raz.`,
  scan_of_other_contract: (facts: Facts) =>
    `To skan innej umowy: ${of(facts, 'number')}. Prześlij go przy tamtej umowie.`,
  scan_of_other_version: (facts: Facts) =>
    `To skan wersji ${of(facts, 'version')}, a nie wersji ${of(facts, 'wanted')}. Prześlij go przy właściwej wersji.`,
  scan_already_decided: 'W sprawie tego skanu już zdecydowano.',
  scan_unreadable:
    'Na żadnej stronie nie ma czytelnego kodu. Obejrzyj skan i potwierdź, że należy do tej wersji.',
  scan_incomplete: (facts: Facts) =>
    `W tym skanie nie ma wszystkich stron${of(facts, 'missing') && ` (brakuje: ${of(facts, 'missing')})`}. Prześlij całość albo potwierdź, że tak ma zostać.`,
  template_archived: (facts: Facts) =>
    `Wzór „${of(facts, 'name')}” jest w archiwum. Przywróć go albo wybierz inny.`,
  paper_kept:
    'Ten dokument już powstał na innym wzorze i się nie zmieni. Nowy wzór wybierz przy następnej wersji.',
  template_not_docx: 'Wzór musi być plikiem DOCX. Zapisz go w edytorze jako „Dokument Word (.docx)”.',
  template_password: 'Ten plik jest zabezpieczony hasłem. Zapisz go bez hasła.',
  template_broken: 'Tego pliku DOCX nie da się otworzyć. Zapisz go jeszcze raz w edytorze.',
  template_too_large: 'Ten plik po rozpakowaniu jest za duży (najwięcej 30 MB). Zmniejsz obrazy we wzorze.',
  template_too_many_pages: (facts: Facts) =>
    `Ten wzór jest za długi: ${of(facts, 'pages')} stron, najwięcej ${of(facts, 'pagesMax')}.`,
  template_macros: 'Ten plik zawiera makra albo osadzone obiekty. Zapisz go jako zwykły DOCX, bez nich.',
  template_external_link: (facts: Facts) =>
    `Ten plik sięga do innego miejsca w sieci albo na dysku (${of(facts, 'target')}). Wstaw tę treść do samego wzoru.`,
  template_raw_xml: (facts: Facts) =>
    `Znacznik {${of(facts, 'tag')}} wstawia surowy kod, a to nie jest dozwolone. Użyj zwykłego pola {nazwa}.`,
  template_unfit: 'Wzór ma błędy i nie można go jeszcze używać. Są wymienione niżej.',
  signing_document_changed: 'Warunki zmieniono po wysłaniu tego odsyłacza. Poproś nadawcę o nowy dokument.',
  signing_needs_signature:
    'Ta umowa wymaga podpisu. Pobierz ją, podpisz i prześlij skan albo plik z podpisem elektronicznym.',
  account_manager_unknown: 'Tej osoby nie ma w firmie. Wybierz innego opiekuna.',
  date_outside_contract: (facts: Facts) =>
    `Ta data leży poza okresem umowy (${of(facts, 'from')} – ${of(facts, 'to') || 'bez końca'}).`,
  draft_exists: 'Ta umowa ma już szkic zmiany. Dokończ go albo wyrzuć.',
  version_is_draft: 'To jeszcze szkic. Najpierw go uruchom.',
  contract_not_ended: 'Ta umowa nie jest wypowiedziana ani zakończona.',
  client_archived: 'Ten klient jest w archiwum. Najpierw go przywróć.',
  notice_in_future: 'Wypowiedzenie nie może mieć daty późniejszej niż dzisiejsza.',
  notice_too_short: (facts: Facts) =>
    `Okres wypowiedzenia kończy się najwcześniej ${of(facts, 'earliest')}. Wcześniejszy koniec wymaga porozumienia albo ważnego powodu.`,
  suspension_in_past: 'Umowę można zawiesić od dzisiaj albo od późniejszego dnia.',
  renewal_too_short: (facts: Facts) =>
    `Umowa obowiązuje już do ${of(facts, 'validTo')}. Podaj późniejszy dzień.`,
  contract_suspended: 'Ta umowa jest już zawieszona albo ma zaplanowane zawieszenie.',
  contract_not_suspended: 'Ta umowa nie jest zawieszona.',
  contract_indefinite: 'Ta umowa jest na czas nieoznaczony, nie ma czego przedłużać.',
  contract_has_no_renewal: 'Ta umowa nie przedłuża się sama.',
  effect_not_shown:
    'Ta korekta zmienia miesiące, które są już rozliczone. Najpierw zobacz, co zmieni, potem ją uruchom.',
  absence_overlaps: (facts: Facts) =>
    `Ta osoba ma już nieobecność od ${of(facts, 'fromOn')} do ${of(facts, 'toOn')}.`,
  absence_deputy_same: 'Nikt nie zastępuje sam siebie. Wybierz inną osobę.',
  price_list_name_taken: 'Cennik o tej nazwie już jest.',
  price_list_published: 'Opublikowanej wersji cennika się nie zmienia. Przygotuj następną.',
  price_list_not_published: 'Ten cennik nie ma jeszcze opublikowanej wersji.',
  template_name_taken: 'Wzór o tej nazwie już jest.',
  index_figure_invalid: 'Wskaźnik zapisz jak GUS: 103,6 oznacza wzrost cen o 3,6%.',
  index_figure_missing: (facts: Facts) =>
    `Brakuje wskaźnika za rok ${of(facts, 'year')}. Wpisz go w tabeli wskaźników.`,
  indexation_made: 'Ta waloryzacja jest już wykonana.',
  spreadsheet_unreadable:
    'Tego pliku nie da się odczytać. Zapisz go jako XLSX albo CSV i wczytaj jeszcze raz.',
  balance_above_allowance: (facts: Facts) =>
    `W pakiecie nie może zostać więcej, niż w nim jest (zostało ${of(facts, 'left')}).`,
  balance_without_allowance: 'Ta umowa nie ma pakietu, z którego mogłoby coś zostać.',
  balance_which_package: 'Ta umowa ma kilka takich pakietów. Wskaż, o który chodzi.',
  balance_entered_already: 'Ten stan początkowy już wpisano. Usuń go, żeby wpisać inny.',
  balance_after_billing: 'Ta umowa była już rozliczana, więc jej stan początkowy się nie zmienia.',
  balance_needs_last_day: (facts: Facts) =>
    `Pakiet „${of(facts, 'name')}” traci ważność. Wpisz ostatni dzień, w którym można z niego korzystać.`,
  balance_pool_apart: (facts: Facts) =>
    `Pula „${of(facts, 'name')}” jest liczona osobno dla lokalizacji albo urządzeń. Jej stanu początkowego nie da się wpisać razem.`,
  count_settled: (facts: Facts) =>
    `Umowa jest rozliczona do ${of(facts, 'settledTo')}. Wpisz późniejszy dzień albo wystaw korektę.`,
  reading_runs_backwards: (facts: Facts) =>
    `Licznik się nie cofa: ${of(facts, 'on')} pokazywał ${of(facts, 'before')}. Jeśli to nowy licznik, wpisz, od czego zaczął.`,
  block_unknown: 'W cenniku tej umowy nie ma takiego pakietu na ten dzień.',
  range_too_long: (facts: Facts) => `To za długi okres. Wybierz najwyżej ${of(facts, 'monthsMax')} miesięcy.`,
  site_name_taken: (facts: Facts) => `Ten klient ma już lokalizację „${of(facts, 'name')}”.`,
  site_has_devices: (facts: Facts) =>
    `W tej lokalizacji stoją jeszcze urządzenia (${of(facts, 'devices')}). Najpierw je przenieś albo zarchiwizuj.`,
  site_not_of_client: (facts: Facts) => `Lokalizacja „${of(facts, 'name')}” należy do innego klienta.`,
  site_archived: (facts: Facts) => `Lokalizacja „${of(facts, 'name')}” jest w archiwum.`,
  device_serial_taken: (facts: Facts) => `Ten numer seryjny ma już urządzenie „${of(facts, 'name')}”.`,
  device_not_of_client: (facts: Facts) => `Urządzenie „${of(facts, 'name')}” należy do innego klienta.`,
  device_archived: (facts: Facts) => `Urządzenie „${of(facts, 'name')}” jest w archiwum.`,
  place_named_in_contracts: (facts: Facts) =>
    `Umowy nazywają „${of(facts, 'name')}” (${of(facts, 'numbers')}). Po zmianie ich reguły przestaną tu działać, dopóki nie zmieni ich aneks.`,
  import_client_unknown: (facts: Facts) =>
    of(facts, 'client')
      ? `Nie ma klienta „${of(facts, 'client')}” albo jest ich kilku. Dodaj go najpierw albo podaj NIP.`
      : 'Wiersz nie mówi, czyje to jest. Dodaj kolumnę z klientem albo NIP-em.',
  import_row_empty: 'Wiersz nie nazywa ani lokalizacji, ani urządzenia.',
  impact_unknown: (facts: Facts) => `Umowa nie zna wpływu „${of(facts, 'impact')}”.`,
  urgency_unknown: (facts: Facts) => `Umowa nie zna pilności „${of(facts, 'urgency')}”.`,
  ticket_work_settled:
    'Praca przy tym zgłoszeniu jest już na fakturze. Inną umowę może dostać dopiero po fakturze korygującej.',
  ticket_closed: 'To zgłoszenie jest zamknięte. Nowa wiadomość otworzy następne, powiązane.',
  ticket_merged: (facts: Facts) => `To zgłoszenie połączono z ${of(facts, 'number')}.`,
  ticket_not_held: 'To zgłoszenie nie czeka w poczekalni.',
  ticket_is_held: 'To zgłoszenie czeka w poczekalni. Najpierw je dopuść.',
  only_supervisor_admits:
    'To zgłoszenie kosztuje więcej, niż zgłaszający może zlecić. Dopuszcza je tylko przełożony u klienta.',
  ticket_cancelled: 'To zgłoszenie jest wycofane.',
  ticket_refused: 'Tego zgłoszenia nie przyjęto do realizacji.',
  ticket_not_resolved: 'To zgłoszenie nie jest zakończone.',
  ticket_already_resolved: 'To zgłoszenie jest już zakończone.',
  ticket_already_waiting: 'Zegar tego zgłoszenia jest już wstrzymany.',
  ticket_not_waiting: 'Zegar tego zgłoszenia nie jest wstrzymany.',
  conversation_has_ticket: 'Z tej rozmowy jest już zgłoszenie.',
  merge_with_itself: 'Zgłoszenia nie można połączyć z nim samym.',
  merge_other_client: 'Łączyć można tylko zgłoszenia tego samego klienta.',
  timer_already_running: (facts: Facts) =>
    `Stoper już biegnie przy ${of(facts, 'number')}. Najpierw go zatrzymaj.`,
  timer_not_running: 'Stoper nie biegnie.',
  entry_ends_before_start: 'Koniec pracy jest wcześniejszy niż początek.',
  entry_in_future: 'Tego czasu jeszcze nie było.',
  entry_settled: 'Ten wpis jest już na fakturze. Zmiana wymaga faktury korygującej.',
  message_empty: 'Wiadomość jest pusta.',
  priority_unknown: 'Nie ma takiego priorytetu.',
  assignee_unknown: 'Tej osoby nie ma w firmie.',
  mail_unreadable: 'Tej wiadomości nie da się odczytać. Oryginał jest zachowany.',
  mail_recipient_unknown: 'Pod tym adresem nie ma żadnej firmy.',
  intake_secret_wrong: 'Klucz skrzynki się nie zgadza.',
  ladder_invalid: (facts: Facts) => ladder[of(facts, 'reason')] ?? 'Z tą drabiną alarmów coś się nie zgadza.',
  quiet_hours_invalid: 'Podaj godziny ciszy jako 20:00 i 07:00; początek i koniec muszą się różnić.',
  category_invalid: (facts: Facts) =>
    of(facts, 'reason') === 'twice'
      ? `Kategoria „${of(facts, 'name')}” stoi na liście dwa razy.`
      : 'Kategoria musi mieć nazwę.',
  category_unknown: (facts: Facts) => `Kategorii „${of(facts, 'category')}” nie ma na liście firmy.`,
  pause_reason_unknown: 'Umowa nie zna takiego powodu wstrzymania.',
  pause_ends_before_start: 'Wstrzymanie musi kończyć się później, niż się zaczyna.',
  estimate_invalid: 'Podaj pracochłonność w pełnych minutach, od 1 minuty do 1000 godzin.',
  credit_not_proposed: 'Tej bonifikaty program już nie proponuje. Odśwież raport.',
  credit_decided: (facts: Facts) => `O tej bonifikacie ktoś już zdecydował: ${of(facts, 'by')}.`,
  credit_still_grows: (facts: Facts) =>
    `${of(facts, 'name')} jeszcze trwa, a bonifikata rośnie z każdą godziną. Zdecyduj po zakończeniu.`,
  credit_confirmed: (facts: Facts) =>
    `Bonifikata za to zgłoszenie jest zatwierdzona (${of(facts, 'by')}). Najpierw ją cofnij.`,
  credit_on_invoice: (facts: Facts) =>
    `Ta bonifikata jest już na fakturze ${of(facts, 'number')}. Zmiana wymaga faktury korygującej.`,
  work_fact_unknown: (facts: Facts) =>
    `Cennik umowy nie zna wartości „${of(facts, 'value')}”. Do wyboru: ${of(facts, 'choices')}.`,
  proposal_below_zero: 'Po zmianach ręcznych ten rachunek jest poniżej zera. Popraw pozycje.',
  line_is_credit: 'Kwotę bonifikaty zmienia się w raporcie SLA: cofnij ją i zatwierdź inną.',
  currency_inside_period: (facts: Facts) =>
    `Walutę umowy można zmienić tylko od pierwszego dnia okresu rozliczeniowego, na przykład ${of(facts, 'first')}.`,
  proposal_issued: 'To rozliczenie jest już na fakturze.',
  proposal_needs_decision: 'To rozliczenie wymaga decyzji, zanim powstanie faktura.',
  proposal_empty: 'W tym rozliczeniu nie ma niczego do zafakturowania.',
  period_not_ended: 'Ten okres jeszcze trwa.',
  nothing_to_issue: 'Nie wybrano niczego do wystawienia.',
  issue_run_running: 'Faktury tego okresu właśnie się wystawiają. Postęp widać na górze.',
  line_unknown: 'Nie ma takiej pozycji.',
  reason_missing: 'Napisz krótko, dlaczego.',
  vat_unknown: 'Nie ma takiej stawki VAT.',
  buyer_incomplete: (facts: Facts) =>
    `Danych nabywcy nie wystarczy do faktury: ${of(facts, 'name')}. Uzupełnij nazwę i adres.`,
  seller_incomplete:
    'Danych firmy nie wystarczy do faktury. Uzupełnij nazwę, NIP, adres i rachunek w ustawieniach.',
  correction_changes_nothing: 'Ta korekta niczego nie zmienia.',
  correction_of_nip: 'NIP nabywcy nie można skorygować. Wyzeruj tę fakturę korektą i wystaw nową.',
  exemption_basis_missing:
    'Na fakturze jest pozycja zwolniona z VAT. Podaj podstawę zwolnienia w Ustawieniach, w części Faktury.',
  invoice_xml_invalid: 'Faktura nie przeszła kontroli ze wzorem ministerstwa. Nie została wystawiona.',
  payment_in_future: 'Data wpłaty jest w przyszłości.',
  payment_withdrawn: 'Ta wpłata jest już wycofana.',
  invoice_paid: 'Ta faktura jest już zapłacona.',
}
