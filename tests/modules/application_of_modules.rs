//! An application of three modules, from the repository of one of them to the answers over the models of all.
//!
//! It is a copy of the example, built in the target folder of the examples: what was built there is not built again.

mod application;
#[path = "../template/service.rs"]
mod service;

use std::collections::BTreeSet;

use serde_json::{Value, json};
use zimagi_codegen::{Project, compile};

use application::Application;
use service::Service;

const TAG: &str = "v1";

#[test]
#[ignore = "builds applications: run by `cargo xtask test`"]
fn modules_are_installed_built_served_and_left_alone() {
    let waterworks = Application::without_vendored();
    install_from_repository(&waterworks);
    waterworks.build();
    build_script_and_tool_agree(&waterworks);
    let service = Service::start(&waterworks);
    models_of_all_modules_are_one(&service);
    commands_of_all_modules_are_one(&waterworks);
    code_for_a_pending_command_is_noticed(&waterworks);
    an_edit_compiles_the_application_only(&waterworks);
    a_changed_module_stops_the_build(&waterworks);
}

fn install_from_repository(waterworks: &Application) {
    let url = waterworks.publish(TAG);
    waterworks.zimagi(&["module", "add", &url, "--rev", TAG]);
    std::fs::remove_dir_all(waterworks.folder().with_file_name("complaints")).unwrap();
    let checked = waterworks.zimagi(&["check"]);
    assert!(
        checked.contains("pending: the command `complaint answer` of the module `complaints` has no code"),
        "{checked}"
    );
    assert!(checked.ends_with("checked 23 files: 1 pending\n"), "{checked}");
}

/// What cargo watches is what the tool reads, and what a module publishes is what the tool finds by `cargo metadata`.
fn build_script_and_tool_agree(waterworks: &Application) {
    let told = |package: &str, key: &str| -> BTreeSet<String> {
        let lines = waterworks.told_to_cargo(package).into_iter();
        lines.filter_map(|line| line.strip_prefix(&format!("cargo::{key}=")).map(str::to_owned)).collect()
    };
    let folder = waterworks.folder();
    for (package, path) in [("waterworks", ""), ("meters", "crates/meters"), ("places", "crates/places")] {
        let project = Project::find(&folder.join(path)).unwrap();
        let read: BTreeSet<String> = compile(&project).inputs.paths().map(|path| path.display().to_string()).collect();
        assert_eq!(told(package, "rerun-if-changed"), read, "{package}");
        if package != "waterworks" {
            let published = format!("specs={}", project.closure.to_metadata());
            assert_eq!(told(package, "metadata"), BTreeSet::from([published]), "{package}");
        }
    }
}

/// Records of every module, each with the field that the application or another module added, and a filter over all of them.
fn models_of_all_modules_are_one(service: &Service) {
    let records = [
        ("/district/", json!({"name": "Old Town"})),
        ("/site/", json!({"name": "Well", "district": "Old Town", "zone": 2, "inspector": "ada"})),
        ("/site/", json!({"name": "Mill", "district": "Old Town", "zone": 3, "inspector": "ada"})),
        ("/meter/", json!({"name": "M1", "site": "Well", "installed": "2024-01-01", "contract": "C-7"})),
        ("/meter/", json!({"name": "M2", "site": "Mill", "installed": "2024-01-01"})),
        ("/reading/", json!({"meter": "M1", "day": "2024-02-01", "cubic_metres": 3.0})),
        ("/reading/", json!({"meter": "M1", "day": "2024-03-01", "cubic_metres": 10.5})),
        ("/complaint/", json!({"name": "K1", "site": "Well", "text": "It drips.", "urgency": 4, "meter": "M1"})),
        ("/complaint/", json!({"name": "K2", "site": "Mill", "text": "It hums."})),
        ("/work_order/", json!({"name": "W1", "meter": "M1", "complaint": "K1"})),
        ("/work_order/", json!({"name": "W2", "meter": "M2", "complaint": "K2"})),
    ];
    for (path, record) in records {
        let (status, answer) = service.post(path, &record);
        assert_eq!(status, 201, "{path} {record}: {answer}");
    }
    let filters =
        "meter.site.inspector=ada&meter.contract=C-7&complaint.urgency__gte=3&complaint.site.district.name=Old%20Town";
    assert_eq!(names(&service.get(&format!("/work_order/?{filters}"))), ["W1"]);
    assert_eq!(names(&service.get("/district/?sites.meters.work_orders.name=W2")), ["Old Town"]);
}

fn names((status, answer): &(u16, Value)) -> Vec<String> {
    assert_eq!(*status, 200, "{answer}");
    let records = answer["results"].as_array().unwrap_or_else(|| panic!("a list: {answer}"));
    records.iter().map(|record| record["name"].as_str().unwrap().to_owned()).collect()
}

/// The code of the application, of a module that is a crate, and of the application for a module of specs alone; and none.
fn commands_of_all_modules_are_one(waterworks: &Application) {
    for (arguments, expected) in [
        (&["order", "open", "ada", "--zone", "2"][..], "work of ada:\norder  meter\n-----  -----\nW1     M1\n"),
        (
            &["meter", "consumption", "Old Town"],
            "consumption in Old Town:\nmeter  cubic metres\n-----  ------------\nM1     7.5\n",
        ),
        (
            &["complaint", "pressing", "Old Town"],
            "pressing in Old Town:\ncomplaint  text\n---------  ---------\nK1         It drips.\n",
        ),
    ] {
        assert_eq!(waterworks.run(arguments), (Some(0), expected.to_owned(), String::new()), "{arguments:?}");
    }
    let (code, output, errors) = waterworks.run(&["complaint", "answer", "K1"]);
    assert_eq!((code, output.as_str()), (Some(1), ""));
    assert!(
        errors.contains("`complaint answer` has no code yet: write `src/commands/complaint/answer.rs`"),
        "{errors}"
    );
}

fn an_edit_compiles_the_application_only(waterworks: &Application) {
    waterworks.edit(
        "specs/data/additions.yml",
        "  site:\n    fields:\n",
        "  site:\n    fields:\n      height: {type: float, 'null': true}\n",
    );
    let fresh = waterworks.build();
    assert_eq!(fresh.get("waterworks"), Some(&false), "the application holds the descriptor of `site`");
    for crate_name in ["places", "meters", "zimagi_runtime", "zimagi_spec", "zimagi_codegen"] {
        assert_eq!(fresh.get(crate_name), Some(&true), "{crate_name} was compiled again");
    }
}

const ANSWER: &str = "//! Writes to whoever complained.

use zimagi_runtime::{CommandResult, Context, command};

use crate::parameters::complaint::Answer;

#[command]
pub async fn run(cx: &mut Context, parameters: Answer) -> CommandResult {
    cx.info(format!(\"{} is answered\", parameters.complaint));
    Ok(())
}
";

fn code_for_a_pending_command_is_noticed(waterworks: &Application) {
    waterworks.write("src/commands/complaint/answer.rs", ANSWER);
    waterworks.edit("src/commands/complaint/mod.rs", "pub mod pressing;", "pub mod answer;\npub mod pressing;");
    waterworks.build();
    let answered = waterworks.run(&["complaint", "answer", "K1"]);
    assert_eq!(answered, (Some(0), "K1 is answered\n".to_owned(), String::new()));
}

fn a_changed_module_stops_the_build(waterworks: &Application) {
    waterworks.edit("modules/complaints/specs/complaint.yml", "Somebody is not content", "Somebody is angry");
    let errors = waterworks.build_errors();
    assert!(errors.contains("error[Z0731]: `modules/complaints` does not hold what was installed"), "{errors}");
}
