import { Integer, OctetString } from 'asn1js';
import { AlgorithmIdentifier, MessageImprint, TimeStampReq } from 'pkijs';

const SHA256_OID = '2.16.840.1.101.3.4.2.1';

/**
 * A request for a time stamp (RFC 3161 2.4.1) in DER, to be sent to an authority by whoever may: Tamis opens no
 * connection. It asks for the authority's certificate, without which the token could not be checked offline.
 * @param sha256 of what is to be stamped, 32 bytes; nothing else of it leaves
 * @param nonce random bytes that the token repeats, so that an old answer cannot be played again
 */
export function timestampRequest(sha256: Uint8Array, nonce: Uint8Array): Uint8Array {
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: SHA256_OID }),
      hashedMessage: new OctetString({ valueHex: copy(sha256) }),
    }),
    nonce: new Integer({ valueHex: copy(positive(nonce)) }),
    certReq: true,
  });
  return new Uint8Array(request.toSchema().toBER(false));
}

/** DER integers are signed and shortest: the first byte is made one that leaves both as they are. */
function positive(nonce: Uint8Array): Uint8Array {
  return Uint8Array.from(nonce, (byte, index) => (index === 0 ? (byte & 0x3f) | 0x40 : byte));
}

function copy(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer;
}
