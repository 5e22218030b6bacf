export { invitationParts } from './invitation.js';
