import { parentPort } from 'node:worker_threads';

// Ends without a word where it is asked to crash; else it gives back what it was given, after so many milliseconds.
parentPort.on('message', ({ input }) => {
  if (input === 'crash') process.exit(1);
  if (input === 'throw') throw new Error('Thrown outside a job');
  setTimeout(() => parentPort.postMessage({ bytes: input }), 20);
});
