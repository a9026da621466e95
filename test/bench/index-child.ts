// A process of its own that indexes the file named by its argument, and prints what that took in bytes.
import { indexed } from './index-speed';

async function main(file: string): Promise<void> {
  const before = process.memoryUsage.rss();
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 5);
  const index = await indexed(file);
  clearInterval(watch);
  most = Math.max(most, process.memoryUsage.rss());
  console.log(JSON.stringify({ memory: index.memory, grown: most - before }));
}

void main(process.argv[2] ?? '');
