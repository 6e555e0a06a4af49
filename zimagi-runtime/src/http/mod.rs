//! The data API over HTTP: routes, answers, OpenAPI and the one choice of statuses.
