/** Time stamps by RFC 3161, without a connection: the request as a file, the answer checked offline. */
export { checkToken, type TokenCheck, type TokenFault, type TokenGround } from './check-token.ts';
export { timestampRequest } from './request.ts';
export { requestNonce } from './token.ts';
