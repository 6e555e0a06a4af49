//! The one runner of commands: record, context, parameters, messages, cancellation.
