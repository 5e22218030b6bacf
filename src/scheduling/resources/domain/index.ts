export { peakOf, seatHours, type HeldSeats } from './pool-use.js';
