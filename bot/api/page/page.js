// The key that somebody enters stays in this tab: nothing of it is stored.
SwaggerUIBundle({
  url: "../openapi.json",
  dom_id: "#api",
  deepLinking: false,
  persistAuthorization: false,
  validatorUrl: null,
});
