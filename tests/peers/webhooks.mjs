// A receiver of webhooks that checks what it gets as any receiver would, with nothing of the program's. Tells its port, then
// each message: whether the signature is right, and the status it answered. Statuses are given in order; then 204.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';

const tell = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);
const { secret, port = 0, statuses = [] } = JSON.parse(process.argv[2]);

const server = createServer((request, response) => {
  const parts = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', () => {
    const body = Buffer.concat(parts);
    const id = request.headers['webhook-id'] ?? '';
    const timestamp = request.headers['webhook-timestamp'] ?? '';
    const wanted = createHmac('sha256', secret).update(`${id}.${timestamp}.`).update(body).digest();
    const given = Buffer.from((request.headers['webhook-signature'] ?? '').replace(/^v1,/, ''), 'base64');
    const signed = given.length === wanted.length && timingSafeEqual(given, wanted);
    const fresh = Math.abs(Date.now() / 1000 - Number(timestamp)) < 60;
    const status = statuses.shift() ?? 204;
    tell({ method: request.method, type: request.headers['content-type'], id, signed, fresh, status, message: JSON.parse(body), text: body.toString() });
    response.writeHead(status).end();
  });
});
server.listen(port, '127.0.0.1', () => tell({ port: server.address().port }));
process.stdin.resume().on('end', () => process.exit());
