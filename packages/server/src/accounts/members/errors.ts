import { defineErrors } from '../../core/errors.ts'

export const memberErrors = defineErrors({
  memberNotFound: {
    status: 404,
    code: 'MEMBER_NOT_FOUND',
    message: 'This account has no such member',
  },
  invitationNotFound: {
    status: 404,
    code: 'INVITATION_NOT_FOUND',
    message: 'There is no such invitation, or it has been accepted, withdrawn or is too old',
  },
  otherAddress: {
    status: 403,
    code: 'INVITATION_FOR_ANOTHER',
    message: 'This invitation is for another e-mail address: sign in with that one',
  },
  ownersOnly: {
    status: 403,
    code: 'OWNERS_ONLY',
    message: 'Only an owner may make, change or remove an owner',
  },
  lastOwner: {
    status: 409,
    code: 'LAST_OWNER',
    message: 'An account keeps one owner at least: make somebody else an owner first',
  },
  alreadyMember: {
    status: 409,
    code: 'ALREADY_MEMBER',
    message: 'This person manages the account already',
  },
  tooManyInvitations: {
    status: 409,
    code: 'TOO_MANY_INVITATIONS',
    message: 'There are {limit} open invitations already: withdraw one first',
  },
})
