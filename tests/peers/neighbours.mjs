// Sites of others on the machine itself: browsers find every NAME.localhost here, each a site of its own. A page holds
// what `body` in its address says; below /map lies a style of a map with its tiles.
import { createServer } from 'node:http';

const tell = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);

/** One red dot, which a map stretches over a whole tile. */
const tile = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==', 'base64');
const style = {
  version: 8,
  sources: { ground: { type: 'raster', tiles: ['tiles/{z}/{x}/{y}.png'], tileSize: 256, maxzoom: 14 } },
  layers: [{ id: 'ground', type: 'raster', source: 'ground' }],
};

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://neighbour.localhost');
  const send = (mediaType, body) => response.setHeader('content-type', mediaType).end(body);
  response.setHeader('access-control-allow-origin', '*');
  if (pathname === '/map/style.json') return send('application/json', JSON.stringify(style));
  if (pathname.startsWith('/map/tiles/')) return send('image/png', tile);
  if (pathname !== '/') return response.writeHead(404).end();
  return send('text/html; charset=utf-8', `<!doctype html><html lang="de"><title>Nachbar</title><link rel="icon" href="data:,">${searchParams.get('body') ?? ''}`);
});
server.listen(0, '127.0.0.1', () => tell({ port: server.address().port }));
process.stdin.resume().on('end', () => process.exit());
