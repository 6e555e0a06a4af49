// Generated from all commands. Changes here are lost.
use ::zimagi_runtime::contract;
/// Runs `plant weed`.
pub const PLANT_WEED: contract::CommandFn = crate::commands::plant::weed::COMMAND; // command.plant.weed  specs/stock.yml:15:5
