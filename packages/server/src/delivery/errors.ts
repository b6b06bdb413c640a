import { defineErrors } from '../core/errors.ts'
import { COPIES_MAX } from './model.ts'

export const deliveryErrors = defineErrors({
  messageNotFound: {
    status: 404,
    code: 'MESSAGE_NOT_FOUND',
    message: 'There is no such message in this account and mode',
  },
  noHtml: {
    status: 404,
    code: 'MESSAGE_HAS_NO_HTML',
    message: 'Text messages have no HTML',
  },
  noLink: {
    status: 409,
    code: 'MESSAGE_HAS_NO_LINK',
    message: 'This message holds its codes and no link that could be revoked',
  },
  linkClaimed: {
    status: 409,
    code: 'LINK_ALREADY_CLAIMED',
    message: 'The link has been opened: its cards were shown',
  },
  beingSent: {
    status: 409,
    code: 'MESSAGE_IS_BEING_SENT',
    message: 'The message is being sent at this moment. Try again in a few seconds',
  },
  tooManyCopies: {
    status: 409,
    code: 'MESSAGE_SENT_TOO_OFTEN',
    message: `An order has at most ${COPIES_MAX} messages on one channel`,
  },
})
