//! One import from its source to its report: a thread reads, this task looks up and stores.

use std::sync::Arc;

use tokio::sync::mpsc;
use tokio::task::{JoinHandle, spawn_blocking};
use zimagi_spec::descriptor::SourceDescriptor;

use super::batch::Batch;
use super::bind::BoundImport;
use super::error::{ImportError, SourceError};
use super::relation::Resolver;
use super::report::{TargetReport, reports};
use super::source::read_batches;
use super::store::{Mode, Store};
use crate::command::{CommandResult, Context, Level};

/// How many batches may wait to be stored.
const BATCHES_AHEAD: usize = 2;

/// Runs an import to its end and says what became of its rows, also if it had to stop before its end.
pub(super) async fn run_import(cx: &mut Context, import: BoundImport, mode: Mode) -> CommandResult {
    let import = Arc::new(import);
    let (sender, batches) = mpsc::channel(BATCHES_AHEAD);
    let reader = read_aside(cx, &import, sender);
    let mut pipeline = Pipeline::new(cx, &import, mode);
    let stored = pipeline.store_all(cx, &import, batches).await;
    let read = reader.await.unwrap_or_else(|_| Err(SourceError::Stopped { file: file_of(&import).to_owned() }));
    let level = if stored.is_ok() && read.is_ok() { Level::Success } else { Level::Warning };
    pipeline.reports.iter().for_each(|report| report.say(cx, level));
    stored?;
    read.map_err(|source| ImportError::Source { import: import.name, source })?;
    Ok(pipeline.finish(&import).await?)
}

/// If this task stops taking batches, the thread ends by itself.
fn read_aside(
    cx: &Context,
    import: &Arc<BoundImport>,
    sender: mpsc::Sender<Batch>,
) -> JoinHandle<Result<(), SourceError>> {
    let (import, files) = (Arc::clone(import), Arc::clone(cx.files()));
    spawn_blocking(move || read_batches(&import, &files, &sender))
}

const fn file_of(import: &BoundImport) -> &'static str {
    match import.source {
        SourceDescriptor::CsvFile { file, .. } => file,
    }
}

struct Pipeline {
    resolver: Resolver,
    store: Store,
    reports: Vec<TargetReport>,
}

impl Pipeline {
    /// What specs declare may fill hidden fields too, so rows are written with the platform's permit; whether the caller may
    /// write the models was decided before.
    fn new(cx: &Context, import: &BoundImport, mode: Mode) -> Self {
        let (engine, permit) = (cx.engine().clone(), cx.gate().platform_permit());
        Self {
            resolver: Resolver::new(engine.clone(), Arc::clone(&permit)),
            store: Store::new(engine, permit, mode),
            reports: reports(import),
        }
    }

    async fn store_all(
        &mut self,
        cx: &mut Context,
        import: &BoundImport,
        mut batches: mpsc::Receiver<Batch>,
    ) -> CommandResult {
        let mut rows = 0;
        while let Some(batch) = batches.recv().await {
            cx.check()?;
            rows += batch.read;
            self.store(import, batch).await?;
            cx.progress(import.name, rows, None);
        }
        Ok(())
    }

    async fn store(&mut self, import: &BoundImport, batch: Batch) -> Result<(), ImportError> {
        for ((target, mut batch), report) in import.targets.iter().zip(batch.targets).zip(&mut self.reports) {
            let rows = batch.rows.len() + batch.rejections.len();
            self.resolver.resolve(target, &mut batch, report).await?;
            self.store.store(target, &mut batch, report).await?;
            self.resolver.model_changed(target.model.name);
            report.count_read(rows as u64);
            report.count_rejected(&mut batch);
        }
        Ok(())
    }

    /// A model of which nothing was stored is as the database knows it.
    async fn finish(&self, import: &BoundImport) -> Result<(), ImportError> {
        for (target, _) in import.targets.iter().zip(&self.reports).filter(|(_, report)| report.has_stored()) {
            self.store.finish(target).await?;
        }
        Ok(())
    }
}
