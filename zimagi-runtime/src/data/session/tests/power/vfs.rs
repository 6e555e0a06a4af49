//! SQLite's way to files, with a [`Disk`] looking on: everything goes to the real files too, so that the program reads what it wrote.
//!
//! It is registered under a name of its own and used by databases that name it in their URL; others do not notice it.

#![expect(unsafe_code, reason = "SQLite's interface to file systems is one of C")]

use std::ffi::{CStr, CString, OsStr, c_char, c_int, c_void};
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use libsqlite3_sys as ffi;

use super::disk::Disk;
use crate::data::session::threading;

/// Registers a file system, whose name it gives, over the one that SQLite uses otherwise. It stays until the process ends.
pub(super) fn register(disk: Arc<Disk>) -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    threading::choose();
    let name = format!("power-{}", NEXT.fetch_add(1, Ordering::Relaxed));
    // SAFETY: the default file system lives as long as the process, and so does everything that is leaked here.
    unsafe {
        let real = ffi::sqlite3_vfs_find(std::ptr::null());
        let system = Box::leak(Box::new(System { real, disk }));
        let vfs = Box::leak(Box::new(std::ptr::read(real)));
        vfs.zName = CString::new(name.clone()).expect("a name without null").into_raw();
        vfs.szOsFile = size_of::<Watched>() as c_int + (*real).szOsFile;
        vfs.pAppData = std::ptr::from_mut(system).cast();
        vfs.pNext = std::ptr::null_mut();
        vfs.xOpen = Some(open);
        vfs.xDelete = Some(delete);
        assert_eq!(ffi::sqlite3_vfs_register(vfs, 0), ffi::SQLITE_OK);
    }
    name
}

struct System {
    real: *mut ffi::sqlite3_vfs,
    disk: Arc<Disk>,
}

/// An open file. The real one lies behind it in the same memory.
#[repr(C)]
struct Watched {
    base: ffi::sqlite3_file,
    file: *mut File,
}

struct File {
    disk: Arc<Disk>,
    path: PathBuf,
}

/// The methods of a file system that keeps its index of the write-ahead log in shared memory, and maps no files.
static METHODS: ffi::sqlite3_io_methods = ffi::sqlite3_io_methods {
    iVersion: 2,
    xClose: Some(close),
    xRead: Some(read),
    xWrite: Some(write),
    xTruncate: Some(truncate),
    xSync: Some(sync),
    xFileSize: Some(file_size),
    xLock: Some(lock),
    xUnlock: Some(unlock),
    xCheckReservedLock: Some(check_reserved_lock),
    xFileControl: Some(file_control),
    xSectorSize: Some(sector_size),
    xDeviceCharacteristics: Some(device_characteristics),
    xShmMap: Some(shm_map),
    xShmLock: Some(shm_lock),
    xShmBarrier: Some(shm_barrier),
    xShmUnmap: Some(shm_unmap),
    xFetch: None,
    xUnfetch: None,
};

unsafe extern "C" fn open(
    vfs: *mut ffi::sqlite3_vfs,
    name: *const c_char,
    file: *mut ffi::sqlite3_file,
    flags: c_int,
    out_flags: *mut c_int,
) -> c_int {
    // SAFETY: SQLite gives memory of `szOsFile` bytes, and a name that is valid for the call or null.
    unsafe {
        let system = &*(*vfs).pAppData.cast::<System>();
        let open = (*system.real).xOpen.expect("every file system opens files");
        let code = open(system.real, name, real(file), flags, out_flags);
        (*file).pMethods = std::ptr::null();
        if code == ffi::SQLITE_OK {
            let path = if name.is_null() { PathBuf::new() } else { path_of(name).to_owned() };
            let opened = Box::new(File { disk: Arc::clone(&system.disk), path });
            (*file.cast::<Watched>()).file = Box::into_raw(opened);
            (*file).pMethods = &raw const METHODS;
        }
        code
    }
}

unsafe extern "C" fn delete(vfs: *mut ffi::sqlite3_vfs, name: *const c_char, sync_folder: c_int) -> c_int {
    // SAFETY: as above.
    unsafe {
        let system = &*(*vfs).pAppData.cast::<System>();
        system.disk.delete(path_of(name));
        (*system.real).xDelete.expect("every file system deletes files")(system.real, name, sync_folder)
    }
}

unsafe fn path_of<'a>(name: *const c_char) -> &'a Path {
    // SAFETY: the caller passes a name of SQLite's.
    Path::new(OsStr::from_bytes(unsafe { CStr::from_ptr(name) }.to_bytes()))
}

/// The real file behind one of ours.
const unsafe fn real(file: *mut ffi::sqlite3_file) -> *mut ffi::sqlite3_file {
    // SAFETY: the memory of a file holds both, one behind the other.
    unsafe { file.cast::<Watched>().add(1).cast() }
}

const unsafe fn watched<'a>(file: *mut ffi::sqlite3_file) -> &'a File {
    // SAFETY: SQLite calls methods only of files that were opened and are not yet closed.
    unsafe { &*(*file.cast::<Watched>()).file }
}

unsafe extern "C" fn close(file: *mut ffi::sqlite3_file) -> c_int {
    // SAFETY: closed once, and not used afterwards.
    unsafe {
        drop(Box::from_raw((*file.cast::<Watched>()).file));
        pass_on!(file, xClose())
    }
}

unsafe extern "C" fn write(
    file: *mut ffi::sqlite3_file,
    bytes: *const c_void,
    length: c_int,
    offset: ffi::sqlite3_int64,
) -> c_int {
    // SAFETY: SQLite passes as many bytes as it says.
    unsafe {
        let written = std::slice::from_raw_parts(bytes.cast::<u8>(), place(length.into()));
        let File { disk, path } = watched(file);
        disk.write(path, place(offset), written);
        pass_on!(file, xWrite(bytes, length, offset))
    }
}

unsafe extern "C" fn truncate(file: *mut ffi::sqlite3_file, length: ffi::sqlite3_int64) -> c_int {
    // SAFETY: as above.
    unsafe {
        let File { disk, path } = watched(file);
        disk.truncate(path, place(length));
        pass_on!(file, xTruncate(length))
    }
}

unsafe extern "C" fn sync(file: *mut ffi::sqlite3_file, flags: c_int) -> c_int {
    // SAFETY: as above.
    unsafe {
        let File { disk, path } = watched(file);
        disk.sync(path);
        pass_on!(file, xSync(flags))
    }
}

fn place(number: i64) -> usize {
    usize::try_from(number).expect("SQLite counts from zero")
}

/// Calls a method of the real file.
macro_rules! pass_on {
    ($file:ident, $method:ident($($argument:expr),*)) => {{
        let real = real($file);
        (*(*real).pMethods).$method.expect("the real file has every method")(real, $($argument),*)
    }};
}
use pass_on;

/// Methods that change nothing on the disk.
macro_rules! passed_on {
    ($($name:ident, $method:ident($($argument:ident: $type:ty),*) $(-> $result:ty)?;)*) => {$(
        unsafe extern "C" fn $name(file: *mut ffi::sqlite3_file $(, $argument: $type)*) $(-> $result)? {
            // SAFETY: as SQLite passes them.
            unsafe { pass_on!(file, $method($($argument),*)) }
        }
    )*};
}

passed_on! {
    read, xRead(bytes: *mut c_void, length: c_int, offset: ffi::sqlite3_int64) -> c_int;
    file_size, xFileSize(size: *mut ffi::sqlite3_int64) -> c_int;
    lock, xLock(level: c_int) -> c_int;
    unlock, xUnlock(level: c_int) -> c_int;
    check_reserved_lock, xCheckReservedLock(result: *mut c_int) -> c_int;
    file_control, xFileControl(operation: c_int, argument: *mut c_void) -> c_int;
    sector_size, xSectorSize() -> c_int;
    device_characteristics, xDeviceCharacteristics() -> c_int;
    shm_map, xShmMap(page: c_int, size: c_int, extend: c_int, memory: *mut *mut c_void) -> c_int;
    shm_lock, xShmLock(offset: c_int, count: c_int, flags: c_int) -> c_int;
    shm_barrier, xShmBarrier();
    shm_unmap, xShmUnmap(deletes: c_int) -> c_int;
}
