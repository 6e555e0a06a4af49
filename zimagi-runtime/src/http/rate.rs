//! How many requests each caller may make: so many a second, and more at once after a pause.
//!
//! For each caller one moment is kept: the one at which all that was asked so far would have been asked at the steady rate. A caller
//! whose moment is past has everything open again and is forgotten. Knows neither requests nor answers.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// The rate of everyone, and how far each caller is.
pub(crate) struct Rates {
    limit: Option<RateLimit>,
    clock: Clock,
    moments: Mutex<HashMap<Asker, Instant>>,
}

/// How often one caller may ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct RateLimit {
    pub per_second: u32,
    /// How many requests may come at once after a pause.
    pub burst: u32,
}

/// Tells the time; another one in tests.
pub(crate) type Clock = Box<dyn Fn() -> Instant + Send + Sync>;

/// Whose requests are counted together.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Asker {
    User(Arc<str>),
    /// Someone who proves nothing. One who has an address of version 6 has a whole network of them.
    Address(Option<IpAddr>),
}

/// Comes again after this.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TooOften {
    pub after: Duration,
}

/// So many callers are remembered: about a mebibyte. If more than half of them are at their limit, all begin anew.
const ASKERS_MAX: usize = 10_000;
/// The part of an address of version 6 that names a network.
const NETWORK: u128 = !0 << 64;

impl Rates {
    /// Without a limit nothing is counted.
    pub(crate) fn new(limit: Option<RateLimit>) -> Self {
        Self::with_clock(limit, Box::new(Instant::now))
    }

    pub(crate) fn with_clock(limit: Option<RateLimit>, clock: Clock) -> Self {
        Self { limit, clock, moments: Mutex::default() }
    }

    /// Counts a request.
    pub(super) fn count(&self, asker: Asker) -> Result<(), TooOften> {
        let Some(limit) = self.limit else { return Ok(()) };
        let now = (self.clock)();
        // A moment is written whole or not at all, so a poisoned map is still right.
        let mut moments = self.moments.lock().unwrap_or_else(PoisonError::into_inner);
        let moment = moments.get(&asker).map_or(now, |moment| now.max(*moment));
        let ahead = moment.saturating_duration_since(now);
        if ahead > limit.ahead_max() {
            return Err(TooOften { after: ahead - limit.ahead_max() });
        }
        if moments.len() >= ASKERS_MAX && !moments.contains_key(&asker) {
            forget(&mut moments, now);
        }
        moments.insert(asker, moment + limit.interval());
        Ok(())
    }
}

impl RateLimit {
    fn interval(self) -> Duration {
        Duration::from_secs(1) / self.per_second
    }

    /// How far ahead of time a caller may be and still ask.
    fn ahead_max(self) -> Duration {
        self.interval() * (self.burst - 1)
    }
}

impl Asker {
    pub(super) fn at(address: Option<&str>) -> Self {
        let address = address.and_then(|text| text.parse().ok()).map(|address| match address {
            IpAddr::V6(address) => IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() & NETWORK)),
            IpAddr::V4(_) => address,
        });
        Self::Address(address)
    }
}

impl TooOften {
    /// Whole seconds, so that whoever waits so long is not too early.
    pub(super) fn seconds(self) -> u64 {
        self.after.as_secs() + u64::from(self.after.subsec_nanos() > 0)
    }
}

/// Makes room for others.
fn forget(moments: &mut HashMap<Asker, Instant>, now: Instant) {
    moments.retain(|_, moment| *moment > now);
    if moments.len() > ASKERS_MAX / 2 {
        moments.clear();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU64, Ordering};

    use super::*;

    /// Rates with a clock that stands until it is moved, in milliseconds.
    fn rates(per_second: u32, burst: u32) -> (Rates, Arc<AtomicU64>) {
        let (passed, begin) = (Arc::new(AtomicU64::new(0)), Instant::now());
        let own = Arc::clone(&passed);
        let clock = move || begin + Duration::from_millis(own.load(Ordering::Relaxed));
        (Rates::with_clock(Some(RateLimit { per_second, burst }), Box::new(clock)), passed)
    }

    fn user(name: &str) -> Asker {
        Asker::User(Arc::from(name))
    }

    #[test]
    fn a_burst_is_answered_and_then_the_steady_rate() {
        let (rates, passed) = rates(10, 3);
        let open = || (0..10).take_while(|_| rates.count(user("vera")).is_ok()).count();
        assert_eq!(open(), 3);
        assert_eq!(rates.count(user("vera")), Err(TooOften { after: Duration::from_millis(100) }));
        assert_eq!(rates.count(user("karl")), Ok(()));
        passed.store(99, Ordering::Relaxed);
        assert_eq!(open(), 0);
        passed.store(200, Ordering::Relaxed);
        assert_eq!(open(), 2);
        passed.store(60_000, Ordering::Relaxed);
        assert_eq!(open(), 3);
    }

    #[test]
    fn callers_are_told_whole_seconds() {
        let seconds = |millis| TooOften { after: Duration::from_millis(millis) }.seconds();
        assert_eq!([seconds(1), seconds(1000), seconds(1001)], [1, 1, 2]);
    }

    #[test]
    fn a_network_is_one_caller() {
        assert_eq!(Asker::at(Some("2001:db8::1")), Asker::at(Some("2001:db8::ffff:1")));
        assert_ne!(Asker::at(Some("2001:db8::1")), Asker::at(Some("2001:db8:0:1::1")));
        assert_ne!(Asker::at(Some("192.0.2.1")), Asker::at(Some("192.0.2.2")));
    }

    #[test]
    fn memory_does_not_grow_with_callers() {
        let (rates, passed) = rates(1, 1);
        let known = || rates.moments.lock().unwrap().len();
        for address in 0..ASKERS_MAX {
            rates.count(user(&address.to_string())).unwrap();
        }
        assert_eq!(known(), ASKERS_MAX);
        rates.count(user("more")).unwrap();
        assert_eq!(known(), 1, "all were at their limit");
        for address in 0..ASKERS_MAX - 1 {
            rates.count(user(&address.to_string())).unwrap();
        }
        passed.store(1000, Ordering::Relaxed);
        rates.count(user("another")).unwrap();
        assert_eq!(known(), 1, "nobody was at a limit any more");
    }

    #[test]
    fn without_a_limit_nothing_is_kept() {
        let rates = Rates::new(None);
        assert!((0..1000).all(|_| rates.count(user("vera")).is_ok()));
        assert!(rates.moments.lock().unwrap().is_empty());
    }
}
