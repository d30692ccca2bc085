// The one page on which people of the tests sign in: who they are, and how surely.

async function read(request) {
  let text = '';
  for await (const part of request) text += part;
  return new URLSearchParams(text);
}

function page(uid, { prompt }) {
  return `<!doctype html><title>Sign in</title><p>${prompt.name}</p>
<form method="post" action="/interaction/${uid}">
<input name="who"><input name="level">
<button name="act" value="sign-in">Sign in</button>
<button name="act" value="cancel">Cancel</button>
</form>`;
}

async function shown(provider, request, response) {
  const details = await provider.interactionDetails(request, response);
  if (request.method !== 'POST') {
    response.setHeader('Content-Type', 'text/html');
    response.end(page(details.uid, details));
    return;
  }
  const sent = await read(request);
  const result = sent.get('act') === 'cancel'
    ? { error: 'access_denied' }
    : { login: { accountId: sent.get('who'), acr: sent.get('level') || undefined } };
  await provider.interactionFinished(request, response, result, {
    mergeWithLastSubmission: false,
  });
}

export function interaction(provider, rest) {
  return (request, response) => {
    if (!request.url.startsWith('/interaction/')) {
      rest(request, response);
      return;
    }
    shown(provider, request, response).catch((error) => {
      response.statusCode = 400;
      response.end(`${error}`);
    });
  };
}
