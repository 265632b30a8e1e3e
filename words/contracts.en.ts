import type { contractsPl } from './contracts.pl.ts'
import type { Words } from './words.ts'

export const contractsEn: Words<typeof contractsPl> = {
  mails: {
    invitation: ({ company, name, by, minutes, link, entrance }) => ({
      subject: `Invitation to the client panel of ${company}`,
      body: `Hello${name ? `, ${name}` : ''},\n\n${by} invites you to the client panel of ${company}. You will find your contract, your requests with live times, your invoices and a conversation with your account manager.\n\nEnter here:\n\n${link}\n\nThe link works for ${minutes} minutes and only once. You can ask for a new one at any time at ${entrance} with this e-mail address.\n\nIf this message reached the wrong person, please delete it.\n`,
    }),
    forSignature: ({ company, number, client }) => ({
      subject: `Contract ${number} to be signed – ${company}`,
      body: `Hello,\n\nPlease find attached the contract ${number} for: ${client}. Please read it and send the signed copy or a scan of it in reply to this message.\n\nIf you have questions, just reply.\n\n${company}\n`,
    }),
  },
  paper: {
    dateToFill: '....................',
    notGiven: 'not given',
    deleted: 'this provision is deleted',
    noRegister: 'register data in KRS or CEIDG',
    phone:
      'Reports of the highest priority also require a call to the number given in § 4 sec. 1 item 4, where one is given.',
    reopening: {
      continue: 'Time already used is added.',
      restart: 'The deadlines then run from the beginning.',
    },
    priorityChange: {
      fromReport:
        'After a change of priority the deadlines are counted from the report by the new priority; earlier pauses are kept.',
      restart: 'After a change of priority the deadlines run from that change.',
    },
    stops: { reaction: 'time of reaction', resolution: 'time of resolution' },
    month: 'calendar month',
    approvalLimit: 'PLN 500.00',
    creditCapMonth: '20% of the fees of that month',
    creditCapYear: '10% of the fees of that year',
    noLimit: 'no limit was agreed',
    endOfMonth: 'to the end of a calendar month',
    atOnce: 'not agreed, at once',
    holidaysClosed: 'are not hours of service',
    holidaysOpen: 'are hours of service where they fall into the hours given',
    rounding: 'Rounding is given with each rate in item 1.',
    bands: 'The contract has no rates by time of day.',
    pools: 'lapse at the end of the period.',
    counting: 'A reopened ticket counts once; tickets that are not counted do not use the package either.',
    countingAll: 'A reopened ticket counts once.',
    supervisor: 'reports and approves costs',
    reporter: 'reports',
  },
  importProblems: {
    name_missing: () => 'The client has no name.',
    nip_missing: () => 'The NIP is missing.',
    nip_characters: (text) => `The NIP "${text}" contains something else than digits.`,
    nip_length: (text) => `The NIP "${text}" does not have 10 digits.`,
    nip_office: (text) => `The NIP "${text}" does not begin correctly.`,
    nip_checksum: (text) => `The check digit of the NIP "${text}" is wrong.`,
    email_invalid: (text) => `"${text}" is not an e-mail address.`,
    contact_without_email: () => 'The person has no e-mail address.',
    contact_without_name: () => 'There is the address of a person but no name.',
    yes_no_unclear: (text) => `"${text}" is neither yes nor no.`,
    name_differs: (text) => `This NIP already has another name in the file: ${text}.`,
    row_is_uneven: () =>
      'This row has more fields than the heading; perhaps a comma in a name needs quotation marks.',
  },
  defaults: {
    pauseReasons: {
      waitingForClient: 'we are waiting for the client’s answer or decision',
      noAccess: 'no access to the site, device or system on the client’s side',
      partsOrdered: 'a part is ordered and not in stock',
      thirdParty: 'an operator, the energy supplier or another contractor of the client',
    },
    scope: {
      it: [
        'repair of failures and faults of the hardware, network and programs on the list',
        'help for users, remotely and on site',
        'creating and changing accounts and rights',
        'advice on purchases and changes',
      ],
      hvac: [
        'repair of failures and faults of the devices on the list',
        'adjusting and starting devices',
        'advice on operation',
      ],
      print: [
        'repair of failures and faults of the devices on the list',
        'maintenance and replacement of parts that wear',
        'help with print settings',
      ],
      alarms: [
        'repair of failures and faults of the systems on the list',
        'changing codes and rights',
        'reading and securing recordings',
      ],
      lifts: [
        'repair of failures and faults of the devices on the list',
        'releasing persons from the cabin',
        'maintenance by the maker’s manual',
      ],
      generic: [
        'repair of failures and faults of the devices on the list',
        'configuration and commissioning',
        'advice and quotations',
      ],
    },
    exclusions: [
      'mechanical damage, flooding, power surges and lightning',
      'effects of third parties, vandalism and theft',
      'effects of use against the manual or of repairs by others',
      'consumables that are not on the price list',
      'devices that are not on the list, conversions and removals',
      'training',
    ],
    liabilityLimit: 'the net fees due for the last 12 months',
  },
}
