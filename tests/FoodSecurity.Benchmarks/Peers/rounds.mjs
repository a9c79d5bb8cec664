// One line in: how many drawings. One line out: processor milliseconds each, and the bytes of the last one.
import { createInterface } from 'node:readline';

export async function rounds(draw) {
  let drawn = 0;
  for await (const line of createInterface({ input: process.stdin })) {
    const [times, file] = line.split(' ');
    const before = process.cpuUsage();
    let last = '';
    for (let i = 0; i < Number(times); i++) {
      last = await draw(drawn++);
    }
    const used = process.cpuUsage(before);
    if (file) {
      (await import('node:fs')).writeFileSync(file, last);
    }
    console.log(`${(used.user + used.system) / 1000 / Number(times)} ${Buffer.byteLength(last)}`);
  }
}
