//! The `Authorization` header as written. Whether the credentials are right is not decided here.

use super::AccessError;
use crate::crypto::Token;

/// What a caller claims to be.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Credentials {
    /// `Token <user> <token>`
    Named { user: String, token: Token },
    /// `Bearer <token>`
    Bearer(Token),
}

impl Credentials {
    pub(super) fn parse(header: &str) -> Result<Self, AccessError> {
        let words: Vec<&str> = header.split_ascii_whitespace().collect();
        let scheme = words.first().copied().unwrap_or_default();
        if scheme.eq_ignore_ascii_case("token") {
            let [_, user, token] = words[..] else { return Err(AccessError::TokenFormat) };
            return Ok(Self::Named { user: user.to_owned(), token: parse_token(token)? });
        }
        if scheme.eq_ignore_ascii_case("bearer") {
            let [_, token] = words[..] else { return Err(AccessError::BearerFormat) };
            return Ok(Self::Bearer(parse_token(token)?));
        }
        Err(AccessError::UnknownScheme)
    }
}

/// A text that cannot be a token is answered like a wrong one.
fn parse_token(text: &str) -> Result<Token, AccessError> {
    Token::parse(text).map_err(|_| AccessError::WrongCredentials)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &str = "0123456789abcdef0123456789abcdef";

    fn token() -> Token {
        Token::parse(SECRET).unwrap()
    }

    #[test]
    fn both_schemes_are_read_whatever_their_case() {
        let named = Credentials::Named { user: "ada".to_owned(), token: token() };
        assert_eq!(Credentials::parse(&format!("tOKEN  ada {SECRET}")).unwrap(), named);
        assert_eq!(Credentials::parse(&format!("Bearer {SECRET}")).unwrap(), Credentials::Bearer(token()));
    }

    #[test]
    fn malformed_headers_say_what_is_expected() {
        let text = |header: &str| Credentials::parse(header).unwrap_err().to_string();
        assert_eq!(text("Token ada"), "Invalid token. Required format: Token <user_name> <token>");
        assert_eq!(text("Token ada b c"), "Invalid token. Required format: Token <user_name> <token>");
        assert_eq!(text("Bearer"), "Invalid token. Required format: Bearer <token>");
        let expected = "Authentication header required: 'Authorization: Token <user_name> <token>'";
        assert_eq!(text("Basic YTpi"), expected);
        assert_eq!(text(""), expected);
        assert_eq!(text("Token ada short"), "Invalid token: User credentials are invalid");
    }
}
