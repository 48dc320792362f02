import { startS3 } from './s3-server.ts';

// The object store as a process of its own: who asks it blocks, and would wait for ever for a server in the same one.
const [folder = '', bucket = '', port = '0'] = process.argv.slice(2);
const server = await startS3(folder, bucket, Number(port));
process.stdout.write(`${JSON.stringify(server?.env ?? null)}\n`);
