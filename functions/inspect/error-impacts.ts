/**
 * Whom it hurts that messages of a dead-letter queue were given up, by the queue's name: the sentences of its alarm, which `infra` states
 * (test/infra/dead-letters.test.ts compares). They are code and no variable of the function, for all its variables together have 4 KB.
 */
export const ERROR_IMPACTS: Readonly<Record<string, string>> = {
  mail: 'Customers who wrote a mail are not heard; their mail is safe in the bucket.',
  'mail-event': 'Addresses that bounced or complained may be written to again, and unsure sendings stay unsure.',
  feedback: 'Feedback that was accepted is not worked: unhappy customers hear nothing.',
  action: 'Customers wait for their acknowledgement and owners do not know of their cases.',
  delivery: 'Systems and chat rooms that asked to be told do not learn what happened.',
  answer: 'Answers are missing from analyses and exports until they are archived; figures and cases go on.',
  analysis: 'Analyses that were asked for are not computed.',
  invitation: 'Customers who were to be asked for their opinion are not asked.',
  'failed-count': 'Figures, digests and the dashboard fall behind; after 24 hours they would stay wrong.',
  'failed-publish': 'Systems that listen to the event bus, endpoints and chat rooms do not learn what happened.',
  'failed-sweep': 'What is due is not done: acknowledgements that failed once are never tried again.',
  'failed-digest': 'Managers do not get their digest.',
  'failed-watch': 'A sudden rise of a topic raises no alarm.',
  'failed-care': 'Greetings of the day do not go out, and customers who have just allowed contact are called later than planned.',
  'failed-gather': 'Campaigns that ask customers of the register stand still.',
  'failed-compact': 'Analyses grow slower from day to day, and those planned for the month do not come. No answer is lost.',
};
