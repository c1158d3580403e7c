// Websites on the machine itself, good and bad, one a path. Tells its port, then each request it gets.
import { createServer } from 'node:http';

const tell = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);
const answers = {
  '/fine': [200, {}],
  '/moved': [301, { Location: '/moved-on' }],
  '/moved-on': [308, { Location: '/fine' }],
  '/elsewhere-today': [302, { Location: '/fine' }],
  '/circle': [302, { Location: '/circle' }],
  '/out': [302, { Location: 'file:///etc/passwd' }],
  '/missing': [404, {}],
  '/closed': [403, {}],
  '/fault': [500, {}],
  '/later': [429, { 'Retry-After': '7200' }],
};

const server = createServer((request, response) => {
  tell({ method: request.method, path: request.url, agent: request.headers['user-agent'], at: Date.now() });
  if (request.url === '/slow') return;
  if (request.url === '/no-head') return response.writeHead(request.method === 'HEAD' ? 405 : 200).end('a page');
  if (request.url === '/endless' && request.method === 'HEAD') return response.writeHead(501).end();
  if (request.url === '/endless') {
    response.writeHead(200);
    const go = () => { while (response.writable && response.write('x'.repeat(65536))); };
    response.on('drain', go).on('error', () => {});
    return go();
  }
  const [status, headers] = answers[request.url] ?? [404, {}];
  response.writeHead(status, headers).end();
});
server.listen(0, '127.0.0.1', () => tell({ port: server.address().port }));
process.stdin.resume().on('end', () => process.exit());
