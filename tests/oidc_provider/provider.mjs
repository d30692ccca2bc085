// The certified provider, set up the way HelseID and ID-porten are. Reads what it is told as one
// line of JSON on standard input, answers with the issuers' addresses, and ends with its input.
import http from 'node:http';
import process from 'node:process';
import Provider from 'oidc-provider';
import { interaction } from './interaction.mjs';

const told = JSON.parse(await new Promise((done) => {
  let text = '';
  process.stdin.setEncoding('utf8');
  process.stdin.on('data', (part) => {
    text += part;
    if (text.endsWith('\n')) done(text);
  });
  process.stdin.on('end', () => process.exit(0));
}));

// Node 22 has it; the provider asks for it.
URL.parse ??= (text, base) => (URL.canParse(text, base) ? new URL(text, base) : null);

function configuration({ client, scopes, claims, acrValues, pushed }) {
  return {
    clients: [client, told.machine],
    jwks: told.jwks,
    scopes: ['openid', ...scopes],
    claims: { ...claims, acr: null, auth_time: null, sid: null, iss: null },
    acrValues,
    // Both say all of it in the ID token.
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    clientAuthMethods: ['private_key_jwt'],
    dPoPSigningAlgValues: ['ES256'],
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: true, nonceSecret: Buffer.alloc(32, 7), requireNonce: () => told.nonces },
      pushedAuthorizationRequests: { enabled: true, requirePushedAuthorizationRequests: pushed },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: { enabled: true },
      userinfo: { enabled: true },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: () => ({
          scope: 'alis:read alis:write alis:catalogue.read alis:establishments.read',
          audience: told.audience,
          accessTokenFormat: 'jwt',
          accessTokenTTL: 120,
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
    extraTokenClaims: (ctx, token) => (
      token.kind === 'ClientCredentials' ? { consumer: told.consumer } : undefined
    ),
    findAccount: (ctx, id) => ({
      accountId: id,
      claims: () => ({ sub: id, ...told.people[id] }),
    }),
    interactions: { url: (ctx, { uid }) => `/interaction/${uid}` },
    // Neither asks for consent.
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({
        clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId,
      });
      grant.addOIDCScope(ctx.oidc.params.scope);
      await grant.save();
      return grant;
    },
    // One signs out by a posted form, so that no address has the token.
    enableHttpPostMethods: true,
    cookies: {
      keys: ['for the tests alone'],
      long: { signed: true, httpOnly: true, overwrite: true, sameSite: 'none' },
    },
    ttl: { AccessToken: 120, IdToken: 120, Interaction: 300, Session: 600, Grant: 600 },
    // It would not speak with this machine otherwise, and here it speaks with no other.
    fetch: (url, { dispatcher, ...options }) => fetch(url, options),
  };
}

async function start(name, shape) {
  const server = http.createServer();
  await new Promise((done) => { server.listen(0, '127.0.0.1', done); });
  const provider = new Provider(
    `http://127.0.0.1:${server.address().port}`, configuration(shape),
  );
  server.on('request', interaction(provider, provider.callback()));
  provider.on('server_error', (ctx, error) => console.error(name, error));
  provider.on('backchannel.error', (ctx, error) => console.error(name, error));
  return provider.issuer;
}

const issuers = {};
for (const [name, shape] of Object.entries(told.shapes)) issuers[name] = await start(name, shape);
process.stdout.write(`${JSON.stringify(issuers)}\n`);
