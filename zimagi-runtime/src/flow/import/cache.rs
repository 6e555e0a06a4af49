//! What is known of the related records of one model, bounded: what was not asked for lately is forgotten.

use std::collections::HashMap;

use crate::data::value::Value;

/// Which key leads to which identifier; `None` is known not to exist.
#[derive(Debug, Default)]
pub(super) struct Cache {
    recent: HashMap<Value, Option<Value>>,
    older: HashMap<Value, Option<Value>>,
}

/// When so many keys are recent, those that were recent before are forgotten.
const RECENT_MAX: usize = 1 << 15;

impl Cache {
    /// What is known of the key. `None`: nothing.
    pub(super) fn get(&mut self, key: &Value) -> Option<&Option<Value>> {
        if !self.recent.contains_key(key) {
            let (key, found) = self.older.remove_entry(key)?;
            self.insert(key, found);
        }
        self.recent.get(key)
    }

    /// Remembers what was found.
    pub(super) fn insert(&mut self, key: Value, found: Option<Value>) {
        if self.recent.len() >= RECENT_MAX {
            self.older = std::mem::take(&mut self.recent);
        }
        self.recent.insert(key, found);
    }

    /// Forgets which keys do not exist, for they may now.
    pub(super) fn forget_missing(&mut self) {
        self.recent.retain(|_, found| found.is_some());
        self.older.retain(|_, found| found.is_some());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_in_use_stay_and_others_are_forgotten() {
        let mut cache = Cache::default();
        let used = Value::Integer(-1);
        cache.insert(used.clone(), Some(Value::Integer(1)));
        for key in 0..(RECENT_MAX as i64) * 3 {
            cache.insert(Value::Integer(key), None);
            assert_eq!(cache.get(&used), Some(&Some(Value::Integer(1))));
        }
        assert_eq!(cache.get(&Value::Integer(0)), None);
        assert!(cache.recent.len() + cache.older.len() <= 2 * RECENT_MAX);
    }

    #[test]
    fn missing_keys_are_remembered_until_they_may_exist() {
        let mut cache = Cache::default();
        cache.insert(Value::Integer(1), None);
        assert_eq!(cache.get(&Value::Integer(1)), Some(&None));
        cache.forget_missing();
        assert_eq!(cache.get(&Value::Integer(1)), None);
    }
}
