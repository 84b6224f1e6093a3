// Preloaded into the Playground, which would listen on all interfaces: every port stays on this machine.
const { Server } = require('node:net');

const listen = Server.prototype.listen;
/** @this {import('node:net').Server} @param {any[]} args */
function onLoopback(...args) {
  const [port, host] = args;
  if (typeof port === 'number' && typeof host !== 'string') args.splice(1, 0, '127.0.0.1');
  return listen.apply(this, /** @type {any} */ (args));
}
Server.prototype.listen = onLoopback;
