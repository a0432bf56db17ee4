import { request } from 'node:http';

export interface Got {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

/** One plain request: nothing is followed, unpacked or kept. */
export function get(address: string, headers: Record<string, string> = {}): Promise<Got> {
  return new Promise((resolve, reject) => {
    request(address, { headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        const flat = Object.entries(answer.headers).map(([name, value]) => [name, String(value)]);
        resolve({ status: answer.statusCode ?? 0, headers: Object.fromEntries(flat), body: Buffer.concat(parts) });
      });
    })
      .on('error', reject)
      .end();
  });
}
