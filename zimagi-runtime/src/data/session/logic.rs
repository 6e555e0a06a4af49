//! The bound on logic that runs in a session: an async closure whose future may move between threads.

/// `AsyncFnOnce(T) -> R` with a name for its future, so that a caller can demand that it is `Send`.
pub(crate) trait Logic<T, R>: AsyncFnOnce(T) -> R + FnOnce(T) -> <Self as Logic<T, R>>::Future {
    type Future: Future<Output = R>;
}

impl<F, T, R, Fut> Logic<T, R> for F
where
    F: AsyncFnOnce(T) -> R + FnOnce(T) -> Fut,
    Fut: Future<Output = R>,
{
    type Future = Fut;
}
