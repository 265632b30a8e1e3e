import type { Words } from './words.ts'
import type { refusalsPl } from './refusals.pl.ts'

type Facts = Record<string, unknown>
const of = (facts: Facts, name: string): string => String(facts[name] ?? '')

const ladder: Readonly<Record<string, string>> = {
  share_or_minutes: 'A step stands either at a share of the time or so many minutes after the breach.',
  step_twice: 'There is such a step already.',
  nobody_told: 'Choose whom to tell.',
  person_unknown: 'This person is no longer in the company.',
  no_breach: 'The ladder needs a step at the breach itself (100%).',
}

export const refusalsEn: Words<typeof refusalsPl> = {
  not_found: 'There is no such thing, or this account cannot see it.',
  not_signed_in: 'Sign in to go on.',
  role_may_not: 'This role may not do that. Ask the owner or a manager of the company.',
  cross_site: 'This request came from another site and was stopped. Nothing was changed.',
  invalid_input: 'Something in the form is not right. Correct the marked field; the rest was kept.',
  key_reused: 'This request key was used before with another body.',
  changed_meanwhile:
    'Somebody changed this meanwhile. Their version is shown; your changes are still in the form.',
  too_many_attempts: (facts) => `Too many attempts. Try again in ${of(facts, 'minutes')} min.`,
  file_too_large: (facts) =>
    `The file is too large. We take files up to ${of(facts, 'megabytesMax')} MB; the rest of the form was kept.`,
  file_type_refused: 'We do not take files of this kind. Send a PDF, a picture, a document or plain text.',
  file_broken: 'The file is empty or damaged.',
  body_too_large: 'The text is too long.',
  pdf_unavailable:
    'This server cannot make a PDF now. The data is kept; the document is made when the part is back.',
  email_taken: 'This address has an account already. Sign in or use another address.',
  email_invalid: 'This does not look like an e-mail address. Example: jan@firma.pl.',
  password_too_short: (facts) => `The password needs at least ${of(facts, 'lengthMin')} characters.`,
  wrong_email_or_password: 'The address or the password is wrong.',
  link_used: 'This link was used before. Ask for a new one.',
  link_expired: 'This link has expired. Ask for a new one.',
  link_unknown: 'We do not know this link. Check that the address is complete, or ask for a new one.',
  email_not_confirmed: 'Confirm your e-mail address first.',
  staff_already_invited: 'This person is in the company already or has an invitation.',
  last_owner: 'The company needs an owner. Name a second one first.',
  calendar_never_opens:
    'Such a calendar never opens, so no deadline would ever come. Add at least one window of hours.',
  calendar_invalid: 'The calendar has a mistake at the marked place.',
  calendar_in_use: 'Contracts use this calendar.',
  not_a_sandbox: 'This is not a sandbox: its clock is the real one.',
  clock_goes_forward_only: 'The clock of a sandbox only goes forward.',
  clock_is_moving: 'The clock of the sandbox is moving. Wait until it arrives.',
  slug_taken: 'This name is taken in addresses.',
  invoice_pattern_invalid:
    'The pattern of numbers must contain {n}, and {MM} and {YYYY} when it counts per month.',
  account_number_invalid: 'The account number is wrong: it has 26 digits and a check sum.',
  mailbox_unreachable: (facts) => `The mailbox could not be reached: ${of(facts, 'reason')}.`,
  nip_missing: 'Enter the NIP.',
  nip_characters: 'A NIP has digits only; dashes and spaces may stay.',
  nip_length: 'A NIP has 10 digits.',
  nip_office: 'This NIP does not begin correctly: the first three digits name a tax office.',
  nip_checksum: 'The check digit of this NIP is wrong. Look for a typing mistake.',
  nip_taken: (facts) => `The client "${of(facts, 'name')}" has this NIP already.`,
  client_has_contracts: 'This client has contracts in force. End them first.',
  contact_email_taken: 'This person is on the list of this client already.',
  contact_has_no_access: 'This person has no access to the panel.',
  csv_unreadable: 'The CSV file could not be read. Save it as UTF-8 with headings in the first row.',
  csv_has_problems: (facts) =>
    `Nothing was saved: rows with mistakes: ${of(facts, 'rows')}. Correct them and load the file again.`,
  dates_reversed: 'The end date is before the start date.',
  contracts_overlap: (facts) =>
    `Contract ${of(facts, 'number')} with the same scope is in force in these days. Change the dates, or confirm that both shall run.`,
  terms_invalid: 'The terms have a mistake at the marked place. The draft is kept.',
  terms_in_force: 'Terms in force are not edited. Prepare an amendment.',
  contract_not_active: 'This contract is not in force.',
  contract_already_active: 'This contract is in force already.',
  contract_ended: 'This contract has ended.',
  amendment_inside_settled_period: (facts) =>
    `The contract is settled up to ${of(facts, 'settledTo')}. An amendment can start on the next day.`,
  number_taken: 'This number is taken.',
  amount_invalid: (facts) => `"${of(facts, 'text')}" is not an amount. Write for example 1 234.50.`,
  signed_scan_wrong_type: 'A scan of a contract can be a PDF, JPEG or PNG file.',
  scan_password: 'This PDF is protected by a password. Save it without one and send it again.',
  scan_too_many_pages: 'This scan has too many pages (200 at most). Send the contract alone.',
  scan_too_long:
    'Reading this file took too long and was stopped. Save the scan as a plain PDF or as pictures.',
  scan_code_unknown: (facts) =>
    `The code ${of(facts, 'code')} on the pages belongs to no contract of this company.`,
  scan_mixes_versions: 'This scan has pages of several versions or contracts. Send each contract by itself.',
  scan_of_changed_terms: (facts) =>
    `This is a scan of an earlier wording of contract ${of(facts, 'number')}: its terms were changed after printing. Print and sign it again.`,
  scan_of_other_contract: (facts) =>
    `This is a scan of another contract: ${of(facts, 'number')}. Send it at that contract.`,
  scan_of_other_version: (facts) =>
    `This is a scan of version ${of(facts, 'version')}, not of version ${of(facts, 'wanted')}. Send it at the right version.`,
  scan_already_decided: 'This scan has been decided on already.',
  scan_unreadable:
    'No page shows a readable code. Look at the scan and confirm that it belongs to this version.',
  scan_incomplete: (facts) =>
    `This scan lacks pages${of(facts, 'missing') && ` (${of(facts, 'missing')})`}. Send all of it, or confirm that it shall stay so.`,
  template_archived: (facts) =>
    `The template "${of(facts, 'name')}" is in the archive. Restore it or choose another.`,
  paper_kept:
    'This document has been made on another template and stays as it is. Choose a template for the next version.',
  template_not_docx: 'A template must be a DOCX file. Save it in your editor as "Word document (.docx)".',
  template_password: 'This file is protected by a password. Save it without one.',
  template_broken: 'This DOCX file cannot be opened. Save it once more in your editor.',
  template_too_large: 'Unpacked, this file is too large (30 MB at most). Make the pictures in it smaller.',
  template_too_many_pages: (facts) =>
    `This template is too long: ${of(facts, 'pages')} pages, ${of(facts, 'pagesMax')} at most.`,
  template_macros: 'This file holds macros or embedded objects. Save it as a plain DOCX without them.',
  template_external_link: (facts) =>
    `This file reaches for another place on the net or on a disk (${of(facts, 'target')}). Put that content into the template itself.`,
  template_raw_xml: (facts) =>
    `The tag {${of(facts, 'tag')}} inserts raw code, which is not allowed. Use a plain field {name}.`,
  template_unfit: 'The template has errors and cannot be used yet. They are listed below.',
  signing_document_changed:
    'The terms were changed after this link was sent. Ask the sender for the new document.',
  signing_needs_signature:
    'This contract has to be signed. Download it, sign it and send the scan or the file with your electronic signature.',
  account_manager_unknown: 'This person is not in the company. Choose another account manager.',
  date_outside_contract: (facts) =>
    `This date lies outside the contract (${of(facts, 'from')} – ${of(facts, 'to') || 'no end'}).`,
  draft_exists: 'This contract already has a draft change. Finish it or throw it away.',
  version_is_draft: 'This is still a draft. Activate it first.',
  contract_not_ended: 'This contract has neither been given notice nor ended.',
  client_archived: 'This client is archived. Restore it first.',
  notice_in_future: 'A notice cannot be dated later than today.',
  notice_too_short: (facts: Facts) =>
    `The notice period ends on ${of(facts, 'earliest')} at the earliest. An earlier end needs an agreement or a serious reason.`,
  suspension_in_past: 'A contract can be suspended from today or from a later day.',
  renewal_too_short: (facts: Facts) =>
    `The contract already runs until ${of(facts, 'validTo')}. Give a later day.`,
  contract_suspended: 'This contract is already suspended, or a suspension is planned.',
  contract_not_suspended: 'This contract is not suspended.',
  contract_indefinite: 'This contract is indefinite, there is nothing to renew.',
  contract_has_no_renewal: 'This contract does not renew by itself.',
  effect_not_shown:
    'This correction changes months that are already settled. Look at its effect first, then activate it.',
  absence_overlaps: (facts: Facts) =>
    `This person is already away from ${of(facts, 'fromOn')} to ${of(facts, 'toOn')}.`,
  absence_deputy_same: 'Nobody stands in for themselves. Choose another person.',
  price_list_name_taken: 'There is already a price list of this name.',
  price_list_published: 'A published version of a price list does not change. Prepare the next one.',
  price_list_not_published: 'This price list has no published version yet.',
  template_name_taken: 'There is already a template of this name.',
  index_figure_invalid: 'Write the index as it is announced: 103.6 means that prices grew by 3.6%.',
  index_figure_missing: (facts: Facts) =>
    `The index of ${of(facts, 'year')} is missing. Enter it in the table of indices.`,
  indexation_made: 'This indexation has already been carried out.',
  spreadsheet_unreadable: 'This file cannot be read. Save it as XLSX or CSV and load it again.',
  balance_above_allowance: (facts: Facts) =>
    `No more can be left of a package than it holds (left: ${of(facts, 'left')}).`,
  balance_without_allowance: 'This contract has no package of which anything could be left.',
  balance_which_package: 'This contract has several such packages. Say which one is meant.',
  balance_entered_already: 'This opening balance has been entered. Remove it to enter another.',
  balance_after_billing: 'This contract has been billed, so its opening balance stays as it is.',
  balance_needs_last_day: (facts) =>
    `The block "${of(facts, 'name')}" expires. Enter the last day on which it may be used.`,
  balance_pool_apart: (facts) =>
    `The pool "${of(facts, 'name')}" is counted for each site or device. Its opening balance cannot be entered as one.`,
  count_settled: (facts) =>
    `The contract is settled up to ${of(facts, 'settledTo')}. Enter a later day or issue a correction.`,
  reading_runs_backwards: (facts) =>
    `A counter does not run backwards: on ${of(facts, 'on')} it showed ${of(facts, 'before')}. If it is a new one, say from what it started.`,
  block_unknown: 'The price list of this contract has no such block on that day.',
  range_too_long: (facts) => `This is too long a time. Choose at most ${of(facts, 'monthsMax')} months.`,
  site_name_taken: (facts) => `This client has a site “${of(facts, 'name')}” already.`,
  site_has_devices: (facts) =>
    `Devices still stand at this site (${of(facts, 'devices')}). Move or archive them first.`,
  site_not_of_client: (facts) => `The site “${of(facts, 'name')}” belongs to another client.`,
  site_archived: (facts) => `The site “${of(facts, 'name')}” is in the archive.`,
  device_serial_taken: (facts) => `The device “${of(facts, 'name')}” has this serial number already.`,
  device_not_of_client: (facts) => `The device “${of(facts, 'name')}” belongs to another client.`,
  device_archived: (facts) => `The device “${of(facts, 'name')}” is in the archive.`,
  place_named_in_contracts: (facts) =>
    `Contracts name “${of(facts, 'name')}” (${of(facts, 'numbers')}). After the change their rules no longer act here until an amendment renames it.`,
  import_client_unknown: (facts) =>
    of(facts, 'client')
      ? `There is no client “${of(facts, 'client')}”, or there are several. Add it first or give its NIP.`
      : 'The row does not say whose this is. Add a column with the client or its NIP.',
  import_row_empty: 'The row names neither a site nor a device.',
  impact_unknown: (facts) => `The contract knows no impact “${of(facts, 'impact')}”.`,
  urgency_unknown: (facts) => `The contract knows no urgency “${of(facts, 'urgency')}”.`,
  ticket_work_settled:
    'Work on this ticket is on an invoice already. It can get another contract only after a correcting invoice.',
  ticket_closed: 'This ticket is closed. A new message will open the next one, linked to it.',
  ticket_merged: (facts) => `This ticket was merged into ${of(facts, 'number')}.`,
  ticket_not_held: 'This ticket is not waiting at the gate.',
  ticket_is_held: 'This ticket is waiting at the gate. Admit it first.',
  only_supervisor_admits:
    'This report costs more than its reporter may order. Only a supervisor of the client admits it.',
  ticket_cancelled: 'This ticket is cancelled.',
  ticket_refused: 'This report was not accepted.',
  ticket_not_resolved: 'This ticket is not resolved.',
  ticket_already_resolved: 'This ticket is resolved already.',
  ticket_already_waiting: 'The clock of this ticket is paused already.',
  ticket_not_waiting: 'The clock of this ticket is not paused.',
  conversation_has_ticket: 'This conversation already belongs to a ticket.',
  merge_with_itself: 'A ticket cannot be merged with itself.',
  merge_other_client: 'Only tickets of the same client can be merged.',
  timer_already_running: (facts) => `A timer is running at ${of(facts, 'number')}. Stop it first.`,
  timer_not_running: 'No timer is running.',
  entry_ends_before_start: 'The work ends before it starts.',
  entry_in_future: 'That time has not come yet.',
  entry_settled: 'This entry is on an invoice. A change needs a correcting invoice.',
  message_empty: 'The message is empty.',
  priority_unknown: 'There is no such priority.',
  assignee_unknown: 'This person is not in the company.',
  mail_unreadable: 'This message cannot be read. The original is kept.',
  mail_recipient_unknown: 'There is no company at this address.',
  intake_secret_wrong: 'The key of the mailbox is wrong.',
  ladder_invalid: (facts) => ladder[of(facts, 'reason')] ?? 'Something is wrong with this ladder of alarms.',
  quiet_hours_invalid: 'Give the quiet hours as 20:00 and 07:00; they must begin and end at different times.',
  category_invalid: (facts) =>
    of(facts, 'reason') === 'twice'
      ? `The category “${of(facts, 'name')}” stands on the list twice.`
      : 'A category needs a name.',
  category_unknown: (facts) => `“${of(facts, 'category')}” is not on the company's list of categories.`,
  pause_reason_unknown: 'The contract knows no such reason to stop the clock.',
  pause_ends_before_start: 'A pause must end later than it begins.',
  estimate_invalid: 'Give the effort in whole minutes, from 1 minute to 1000 hours.',
  credit_not_proposed: 'This credit is no longer proposed. Refresh the report.',
  credit_decided: (facts) => `Somebody has decided about this credit already: ${of(facts, 'by')}.`,
  credit_still_grows: (facts) =>
    `${of(facts, 'name')} is not done yet and its credit grows by the hour. Decide when it is done.`,
  credit_confirmed: (facts) =>
    `The credit for this ticket is confirmed (${of(facts, 'by')}). Take it back first.`,
  credit_on_invoice: (facts) =>
    `This credit is on invoice ${of(facts, 'number')}. A change needs a correcting invoice.`,
  work_fact_unknown: (facts) =>
    `The price list of the contract does not know "${of(facts, 'value')}". Choose one of: ${of(facts, 'choices')}.`,
  proposal_below_zero: 'With the changes by hand this bill is below zero. Correct its lines.',
  line_is_credit:
    'The amount of a credit is changed in the SLA report: take it back and confirm another one.',
  currency_inside_period: (facts) =>
    `The currency of a contract changes only on the first day of a billing period, such as ${of(facts, 'first')}.`,
  proposal_issued: 'This settlement is on an invoice already.',
  proposal_needs_decision: 'This settlement needs a decision before it becomes an invoice.',
  proposal_empty: 'There is nothing to invoice in this settlement.',
  period_not_ended: 'This period has not ended.',
  nothing_to_issue: 'Nothing was chosen to be issued.',
  issue_run_running: 'Invoices of this period are being issued. The progress is shown above.',
  line_unknown: 'There is no such line.',
  reason_missing: 'Say briefly why.',
  vat_unknown: 'There is no such VAT rate.',
  buyer_incomplete: (facts) =>
    `The data of the buyer is not enough for an invoice: ${of(facts, 'name')}. Add name and address.`,
  seller_incomplete:
    'The data of the company is not enough for an invoice. Add name, NIP, address and account in the settings.',
  correction_changes_nothing: 'This correction changes nothing.',
  correction_of_nip: "The buyer's NIP cannot be corrected. Reduce this invoice to zero and issue a new one.",
  exemption_basis_missing:
    'A line of this invoice is exempt from VAT. Enter the basis of the exemption in Settings, under Invoices.',
  invoice_xml_invalid: "The invoice did not pass the ministry's schema. It was not issued.",
  payment_in_future: 'The date of the payment is in the future.',
  payment_withdrawn: 'This payment is withdrawn already.',
  invoice_paid: 'This invoice is paid already.',
}
