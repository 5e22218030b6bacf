export { Ticker } from './ticker.js';
