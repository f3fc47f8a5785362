import type { Response } from 'express';

/** No answer at all: the connection is reset, as when a cable is pulled or a balancer gives up. */
export function hangUp(response: Response): void {
  if (response.socket === null) response.destroy();
  else response.socket.resetAndDestroy();
}
