export { peakOf, seatHours, type SeatsHeld } from './pool-use.js';
