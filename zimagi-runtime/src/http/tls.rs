//! TLS with a certificate from two files. They are read again when they change, so that a renewed certificate needs no restart.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant, SystemTime};

use rustls::ServerConfig;
use rustls::crypto::ring::default_provider;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::server::{ClientHello, ResolvesServerCert};
use rustls::sign::CertifiedKey;

/// Where the certificate is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TlsFiles {
    /// The certificate, then those by which it is signed, in PEM form.
    pub certificate: PathBuf,
    /// Its private key, in PEM form.
    pub key: PathBuf,
}

/// What connections are told. Fails if the files hold no certificate with its key.
pub(super) fn config(files: &TlsFiles) -> io::Result<ServerConfig> {
    let certificate = Certificate::read(files.clone())?;
    let config = ServerConfig::builder_with_provider(Arc::new(default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(io::Error::other)?;
    Ok(config.with_no_client_auth().with_cert_resolver(Arc::new(certificate)))
}

/// How often the files are looked at.
const PAUSE: Duration = Duration::from_secs(5);

#[derive(Debug)]
struct Certificate {
    files: TlsFiles,
    current: Mutex<Current>,
}

#[derive(Debug)]
struct Current {
    key: Arc<CertifiedKey>,
    changed: Option<SystemTime>,
    looked: Instant,
}

impl Certificate {
    fn read(files: TlsFiles) -> io::Result<Self> {
        let current = Current { key: read_key(&files)?, changed: changed(&files), looked: Instant::now() };
        Ok(Self { files, current: Mutex::new(current) })
    }

    /// A certificate that cannot be read leaves the one that could.
    fn renew(&self, current: &mut Current) {
        current.looked = Instant::now();
        let changed = changed(&self.files);
        if changed == current.changed {
            return;
        }
        match read_key(&self.files) {
            Ok(key) => {
                tracing::info!("the certificate was read anew");
                (current.key, current.changed) = (key, changed);
            }
            Err(error) => tracing::error!(%error, "the changed certificate cannot be used"),
        }
    }
}

impl ResolvesServerCert for Certificate {
    fn resolve(&self, _: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        // A key is replaced whole or not at all, so a poisoned one is still right.
        let mut current = self.current.lock().unwrap_or_else(PoisonError::into_inner);
        if current.looked.elapsed() >= PAUSE {
            self.renew(&mut current);
        }
        Some(Arc::clone(&current.key))
    }
}

fn read_key(files: &TlsFiles) -> io::Result<Arc<CertifiedKey>> {
    let chain: Result<Vec<_>, _> = CertificateDer::pem_file_iter(&files.certificate).and_then(Iterator::collect);
    let chain = chain.map_err(|error| unusable(&files.certificate, &error))?;
    let key = PrivateKeyDer::from_pem_file(&files.key).map_err(|error| unusable(&files.key, &error))?;
    let certified = CertifiedKey::from_der(chain, key, &default_provider());
    certified.map(Arc::new).map_err(|error| unusable(&files.certificate, &error))
}

fn unusable(path: &Path, error: &dyn std::error::Error) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, format!("{}: {error}", path.display()))
}

/// When the later of the two was written.
fn changed(files: &TlsFiles) -> Option<SystemTime> {
    let written = [&files.certificate, &files.key].map(|path| fs::metadata(path).and_then(|data| data.modified()).ok());
    written.into_iter().max().flatten()
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;

    fn write(files: &TlsFiles, written: SystemTime) {
        let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
        for (path, text) in [(&files.certificate, made.cert.pem()), (&files.key, made.signing_key.serialize_pem())] {
            fs::write(path, text).unwrap();
            fs::File::options().write(true).open(path).unwrap().set_modified(written).unwrap();
        }
    }

    #[test]
    fn a_changed_certificate_is_taken_and_a_broken_one_is_not() {
        let folder = TempDir::new().unwrap();
        let files = TlsFiles { certificate: folder.path().join("tls.crt"), key: folder.path().join("tls.key") };
        let hours = |count: u64| SystemTime::UNIX_EPOCH + Duration::from_secs(3600 * count);
        write(&files, hours(1));
        let certificate = Certificate::read(files.clone()).unwrap();
        let end = || certificate.current.lock().unwrap().key.cert[0].clone();
        let renew = || certificate.renew(&mut certificate.current.lock().unwrap());
        let first = end();
        renew();
        assert_eq!(end(), first);
        write(&files, hours(2));
        renew();
        let second = end();
        assert_ne!(second, first);
        fs::write(&files.certificate, "").unwrap();
        renew();
        assert_eq!(end(), second);
        write(&files, hours(3));
        renew();
        assert_ne!(end(), second);
    }

    #[test]
    fn files_that_hold_no_certificate_are_named() {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("none.pem");
        let error = config(&TlsFiles { certificate: path.clone(), key: path.clone() }).unwrap_err();
        assert!(error.to_string().starts_with(&format!("{}: ", path.display())), "{error}");
    }
}
