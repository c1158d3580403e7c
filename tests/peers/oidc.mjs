// An OpenID Connect provider on the machine itself, with its own login form. Tells its port.
// Options: clientId, clientSecret, redirectUri, and the claims of everybody who may sign in, by login.
import Provider from 'oidc-provider';
import { createServer } from 'node:http';

const { clientId, clientSecret, redirectUri, people } = JSON.parse(process.argv[2]);
const tell = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);
const seconds = 3600;

const server = createServer();
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address();
  const provider = new Provider(`http://127.0.0.1:${port}`, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
    findAccount: (context, login) => ({ accountId: login, claims: () => ({ sub: login, ...people[login] }) }),
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    pkce: { required: () => true },
    cookies: { keys: ['only for tests'] },
    ttl: { AccessToken: seconds, Grant: seconds, IdToken: seconds, Interaction: seconds, Session: seconds },
  });
  server.on('request', provider.callback());
  tell({ port });
});
process.stdin.resume().on('end', () => process.exit());
