'use strict';
// Predicts with ONNX Runtime when told to. Reads a command a line on stdin and answers each with a line on stdout:
//
//   versions                  -> versions ONNX Runtime 1.30.0 in Node v20.20.2
//   predict MODEL [IDENTITY]  -> ready net of the binding, 11.3 us
//   run WARM COUNT            -> us 41.2     (the mean of COUNT predictions, after WARM untimed ones)
//
// With IDENTITY, a model that does nothing, what that one takes in the same turn is subtracted: the binding's time and an empty run's.
// OMP_NUM_THREADS says with how many threads.

const readline = require('node:readline');
const ort = require('onnxruntime-node');

const threads = Number(process.env.OMP_NUM_THREADS ?? '1');
let model = null;
let identity = null;

async function load(path) {
  const session = await ort.InferenceSession.create(path, { intraOpNumThreads: threads, interOpNumThreads: 1 });
  const { name, shape } = session.inputMetadata[0];
  const values = Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, () => Math.random());
  return { session, feeds: { [name]: new ort.Tensor('float32', values, shape) } };
}

async function meanMicroseconds({ session, feeds }, warm, count) {
  for (let i = 0; i < warm; i++) {
    await session.run(feeds);
  }
  const start = process.hrtime.bigint();
  for (let i = 0; i < count; i++) {
    await session.run(feeds);
  }
  return Number(process.hrtime.bigint() - start) / 1000 / count;
}

async function answer([command, ...args]) {
  switch (command) {
    case 'versions':
      return `versions ONNX Runtime ${ort.env.versions.node ?? ort.env.versions.common} in Node ${process.version}`;
    case 'predict':
      model = await load(args[0]);
      identity = args[1] ? await load(args[1]) : null;
      return identity ? `ready net of the binding, ${(await meanMicroseconds(identity, 5000, 20000)).toFixed(1)} us` : 'ready';
    case 'run': {
      const [warm, count] = args.map(Number);
      const total = await meanMicroseconds(model, warm, count);
      const binding = identity ? await meanMicroseconds(identity, warm, count) : 0;
      return `us ${(total - binding).toFixed(3)}`;
    }
    default:
      return `error unknown command ${command}`;
  }
}

async function main() {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    console.log(await answer(line.trim().split(/\s+/)));
  }
}

main();
