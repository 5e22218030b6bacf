import 'reflect-metadata';
import { commandLine } from './command-line.js';

process.exitCode = await commandLine(process.argv.slice(2), {
  env: process.env,
  print: (text) => console.log(text),
  complain: (text) => console.error(text),
});
