// Shows the document to the caller. Whoever gives credentials is shown what these may see.
"use strict";

let authorization = null;

function credentials({ token, bearer }) {
  if (token) return token.value;
  return bearer ? `Bearer ${bearer.value}` : null;
}

const readAnew = () => ({
  statePlugins: {
    auth: {
      wrapActions: {
        authorize: (authorize, system) => (given) => {
          authorization = credentials(given);
          system.specActions.download();
          return authorize(given);
        },
        logout: (logout, system) => (given) => {
          authorization = null;
          system.specActions.download();
          return logout(given);
        },
      },
    },
  },
});

SwaggerUIBundle({
  url: "../openapi.json",
  dom_id: "#document",
  deepLinking: true,
  plugins: [readAnew],
  requestInterceptor: (request) => {
    if (request.loadSpec && authorization) request.headers.Authorization = authorization;
    return request;
  },
});
