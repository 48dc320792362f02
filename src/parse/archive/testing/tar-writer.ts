/** One member of a tar made for a test. */
export interface TestTarMember {
  readonly name: string;
  readonly content?: string | Uint8Array;
  readonly type?: string;
  readonly link?: string;
  /** Size field when it shall differ from the content. */
  readonly size?: number;
  readonly magic?: string;
  readonly prefix?: string;
}

/** A tar file of these members and its end mark. */
export function writeTar(members: readonly TestTarMember[]): Buffer {
  return Buffer.concat([...members.map(writeMember), Buffer.alloc(1024)]);
}

/** A pax extended header (type x) with these records. */
export function paxMember(records: Readonly<Record<string, string>>): TestTarMember {
  const lines = Object.entries(records).map(([keyword, value]) => {
    const rest = Buffer.byteLength(` ${keyword}=${value}\n`);
    let length = rest + 1;
    while (String(length).length + rest !== length) length++;
    return `${length} ${keyword}=${value}\n`;
  });
  return { name: 'PaxHeader', type: 'x', content: lines.join('') };
}

function writeMember(member: TestTarMember): Buffer {
  const content = Buffer.from((member.content ?? '') as string);
  const block = Buffer.alloc(512);
  block.write(member.name, 0, 100, 'utf8');
  block.write('0000644\0', 100);
  block.write('0001750\0', 108);
  block.write('0001750\0', 116);
  block.write(`${(member.size ?? content.length).toString(8).padStart(11, '0')}\0`, 124);
  block.write('13113134400\0', 136);
  block.write(member.type ?? '0', 156);
  block.write(member.link ?? '', 157, 100, 'utf8');
  block.write(member.magic ?? 'ustar\x0000', 257, 'latin1');
  block.write('alice', 265);
  block.write('staff', 297);
  block.write(member.prefix ?? '', 345);
  block.fill(' ', 148, 156);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return Buffer.concat([block, content, Buffer.alloc((512 - (content.length % 512)) % 512)]);
}
