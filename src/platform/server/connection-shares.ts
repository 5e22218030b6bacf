import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { networkOf } from '../http/network.js';

/** The share of all connections that one network may hold. */
const SHARE = 0.25;

/**
 * Closes a network's connections beyond its share, so that idle ones do not shut out everybody else. Not behind a
 * proxy, where all connections come from one address.
 */
export function shareConnections(server: Server, mostConnections: number): void {
  const most = Math.max(1, Math.floor(mostConnections * SHARE));
  const open = new Map<string, number>();
  server.on('connection', (socket: Socket) => {
    const network = networkOf(socket.remoteAddress) ?? '';
    const count = (open.get(network) ?? 0) + 1;
    open.set(network, count);
    socket.once('close', () => {
      const left = (open.get(network) ?? 1) - 1;
      if (left === 0) open.delete(network);
      else open.set(network, left);
    });
    if (count > most) socket.destroy();
  });
}
