pub(crate) mod match_;
