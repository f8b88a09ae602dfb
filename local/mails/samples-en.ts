import { deadlineStep } from '../../shared/domain/recovery/mail/deadline-step.ts';
import { links, type Samples } from './sample-links.ts';

/** All people, orders and sums are invented. */
export function english(brandName: string): Samples {
  const customer = { name: 'Ada Example', caseNumber: '2611-0042', ownerName: 'Grace Sample', brandName, statusLink: links.statusLink };
  const staff = {
    caseNumber: '2611-0042',
    ownerName: 'Grace Sample',
    brandName,
    deskLink: links.deskLink,
  };
  const answerBy = 'Monday, 23 November 2026 at 17:00 GMT+8';
  const solveBy = 'Wednesday, 25 November 2026 at 10:00 GMT+8';
  const voucher = { remedyTitle: 'Your money back', amount: '£38.50', validUntil: 'Monday, 7 December 2026' };
  const asked = {
    name: 'Ada Example',
    brandName,
    title: 'How did we do?',
    question: 'How satisfied are you with our service?',
    ratingLabels: ['1', '2', '3', '4', '5'],
    ratingLinks: links.ratingLinks,
    lowLabel: 'Very dissatisfied',
    highLabel: 'Very satisfied',
    answerLink: links.answerLink,
    answerUntil: 'Wednesday, 23 December 2026',
    unsubscribeLink: links.unsubscribeLink,
  };
  return {
    acknowledgement: { ...customer, answerBy, solveBy },
    joined: { ...customer, answerBy },
    question: {
      ...customer,
      question: 'On which day was the parcel left at your neighbour’s?\nAnd was the seal still whole when you got it?',
    },
    standing: {
      ...customer,
      standing:
        'The carrier has confirmed that the parcel lay in the depot for nine days. We are waiting for its report on the broken seal.',
      nextBy: solveBy,
    },
    answer: {
      ...customer,
      answer:
        'I have read your letter and listened to your call with our shop. You waited two weeks for a parcel that should have taken two days, and nobody called you back.\n\nI am looking into both today, and I have asked the carrier where the parcel has been all this time.',
    },
    decision: {
      ...customer,
      explanation:
        'Your order left our store in time. The carrier scanned it into the wrong depot, where it lay for nine days. Our hotline saw that on the fourth day and did not call you: that is our fault.',
      nextBy: solveBy,
    },
    unfounded: {
      ...customer,
      explanation:
        'The price on the shelf and the price on your receipt are the same, 12.90. The 9.90 you remember stood on the leaflet for the week before; we have the leaflet here and send you a copy if you like.',
    },
    offer: {
      ...customer,
      ...voucher,
      remedyText:
        'You get back the whole price and the postage, to the card you paid with, within three working days.\nYou may keep the goods.',
      note: 'I have added the postage for your letter to us.',
      offerLink: links.offerLink,
      apologyBy: 'Nadia Model',
    },
    remedied: { ...customer, resolution: 'We have paid the whole price and the postage back to your card.', amount: '£38.50' },
    'follow-up': { ...customer, followUpLink: links.followUpLink },
    'follow-up-again': { ...customer, followUpLink: links.followUpLink },
    reopened: { ...customer, answerBy },
    promised: { ...customer, what: 'A call about the broken seal', promisedFor: answerBy },
    'broken-promise': {
      ...customer,
      what: 'An answer to your question about the broken seal',
      promisedFor: answerBy,
      nextBy: solveBy,
      remedyTitle: 'a voucher for your next order',
      remedyText: 'It is yours whatever comes of your case, and holds for a year.',
      amount: '£10.00',
    },
    'moved-promise': { ...customer, what: 'A replacement for your kettle', from: answerBy, to: solveBy },
    closed: customer,
    'win-back': {
      name: customer.name,
      ownerName: customer.ownerName,
      brandName,
      ...voucher,
      remedyTitle: 'Free delivery of your next order',
      amount: '£4.90',
      unsubscribeLink: links.unsubscribeLink,
    },
    invitation: {
      ...asked,
      introduction: 'It takes a minute. If something went wrong, tell us: a person will read it.',
    },
    'invitation-reminder': { ...asked, hasBegun: false },
    greeting: {
      name: customer.name,
      brandName,
      occasion: 'the New Year',
      words: 'We wish you all the best for the New Year, and thank you for being with us.',
      unsubscribeLink: links.unsubscribeLink,
    },

    'owner-notice': {
      ...staff,
      severity: 'high',
      reasons: 'rating of 1 out of 5, asks for a call',
      flags: 'repeated contact, about to leave',
      topics: 'Delivery, Reachability',
      tier: 'gold',
      answerBy,
      solveBy,
      reachable: true,
    },
    'handed-over': {
      ...staff,
      from: 'Peter Instance',
      reason: 'on leave from tomorrow',
      state: 'offered, waiting for the customer',
      lastStep: 'an offer was made: Monday, 23 November 2026 at 10:30 GMT+8',
      severity: 'high',
      flags: 'repeated contact',
      topics: 'Delivery, Reachability',
      tier: 'gold',
      wish: 'refund',
      facts: 'product: electric kettle; order or batch: 2026-1107; happened on: 7 November 2026',
      finding: 'The parcel lay in the wrong depot for nine days; the seal was broken there.',
      decision: 'founded; our hotline saw it on the fourth day and did not call',
      cause: 'parcel sorted into the wrong depot',
      liable: 'Logistics',
      offered: ['Apology by the head of the branch: refused', 'Refund of £38.50: open until 7 December 2026'],
      promised: [`An answer about the broken seal by ${solveBy}`],
      deadlines: [`Solution: ${solveBy}`, 'Report to the head: Friday, 27 November 2026'],
      reachable: true,
    },
    deadline: { ...staff, deadlineName: 'First answer', dueAt: answerBy, severity: 'high', ...deadlineStep(75) },
    serious: {
      ...staff,
      recipientName: 'Henry Specimen',
      flags: 'danger or injury, regulator or hotline',
      severity: 'critical',
      topics: 'Safety, Product quality',
      answerBy,
      reportBy: 'Friday, 27 November 2026',
    },
    'customer-replied': { ...staff, raisedTo: 'critical', answerBy, wasWaiting: true },
    'approval-request': {
      ...staff,
      recipientName: 'Henry Specimen',
      remedy: 'Refund',
      amount: '£385.00',
      limit: '£200.00',
      requestedBy: 'Grace Sample',
      reason: 'Second failure within a month; the whole order is unusable',
      decideBy: answerBy,
    },
    'approval-answer': {
      ...staff,
      remedy: 'Refund',
      amount: '£385.00',
      decidedBy: 'Nadia Model',
      isApproved: true,
      reachable: true,
      reason: 'The whole order is unusable',
    },
    'offer-answered': {
      ...staff,
      remedy: 'Your money back',
      amount: '£38.50',
      isAccepted: false,
      hasReason: true,
      nextRemedy: 'A voucher for your next order',
    },
    'promise-due': { ...staff, what: 'An answer about the broken seal', dueAt: solveBy },
    'measure-due': {
      ...staff,
      measure: 'The carrier’s depot scans are compared with our list every evening',
      dueOn: 'Friday, 27 November 2026',
      cause: 'parcels sorted into the wrong depot',
      isOverdue: true,
    },
    undeliverable: { ...staff, reason: 'the mailbox does not exist', mail: 'Our proposal' },
    'opened-again': { ...staff, round: 2, reason: 'The seal of the replacement is broken, too', answerBy, saidNo: true },
  };
}
