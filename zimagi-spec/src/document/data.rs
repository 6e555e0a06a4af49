//! Data models, bases and mixins.

use crate::descriptor::{Operation, Store};
use crate::source::{Span, Spanned};
use crate::yaml::Entry;

use super::field::{FieldDoc, read_field};
use super::key::{Key, dead, ignored, key, takes};
use super::mapping::{Mapping, given_twice, named, old_name};
use super::meta::MetaDoc;
use super::reader::Reader;
use super::table::Table;
use super::takes::Takes;
use super::{Names, closed, meta, names};

/// An entry of `data`, `data_base` or `data_mixins` as written.
#[derive(Debug, Clone)]
pub struct DataDoc {
    /// Which section it stands in.
    pub kind: DataKind,
    /// Its name.
    pub name: Spanned<String>,
    /// Whether reading it failed somewhere: what depends on it is not reported.
    pub is_mistaken: bool,
    /// `help`.
    pub help: Option<Spanned<String>>,
    /// `class`.
    pub class: Option<Spanned<String>>,
    /// `base`.
    pub base: Option<Spanned<String>>,
    /// `extend`.
    pub extend: Option<Spanned<String>>,
    /// `mixins`.
    pub mixins: Vec<Spanned<String>>,
    /// `id`.
    pub id: Option<Spanned<String>>,
    /// `id_fields`.
    pub id_fields: Option<Names>,
    /// The place of `id_fields: null`, which takes the inherited ones away.
    pub no_id_fields: Option<Span>,
    /// `key`.
    pub key: Option<Spanned<String>>,
    /// `fields`, in order.
    pub fields: Vec<FieldDoc>,
    /// `ordering`, each with `-` before it if it descends.
    pub ordering: Option<Names>,
    /// `unique` or `meta.unique_together`.
    pub unique: Option<Spanned<Vec<Names>>>,
    /// `scope`.
    pub scope: Option<Names>,
    /// `index`.
    pub index: Option<Spanned<Vec<Names>>>,
    /// `meta.verbose_name_plural`.
    pub plural: Option<Spanned<String>>,
    /// `roles`.
    pub roles: RolesDoc,
    /// `api`.
    pub api: Option<Spanned<bool>>,
    /// `hidden_fields`.
    pub hidden_fields: Option<Names>,
    /// `diesel`.
    pub diesel: Option<Spanned<bool>>,
    /// `hooks`.
    pub hooks: Option<Spanned<bool>>,
    /// `store`.
    pub store: Option<Spanned<Store>>,
    /// `display`.
    pub display: Option<Spanned<String>>,
    /// `disable_ops`.
    pub disabled: Vec<Spanned<Operation>>,
    /// `auto_create`.
    pub auto_create: Option<Spanned<bool>>,
    /// `triggers`.
    pub triggers: TriggersDoc,
    /// `meta.dynamic_fields`.
    pub dynamic_fields: Option<Names>,
    /// `meta.provider_name`.
    pub provider_name: Option<Spanned<String>>,
    /// `aliases`.
    pub aliases: Vec<Spanned<String>>,
    /// `override`: the keys and fields of another owner's entry that this one changes.
    pub overrides: Vec<Spanned<String>>,
}

/// Which section a data entry stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DataKind {
    /// `data_mixins`.
    Mixin,
    /// `data_base`.
    Base,
    /// `data`.
    Model,
}

/// `roles` as written.
#[derive(Debug, Clone, Default)]
pub struct RolesDoc {
    /// `edit`.
    pub edit: Option<Names>,
    /// `view`.
    pub view: Option<Names>,
}

/// `triggers` as written.
#[derive(Debug, Clone, Default)]
pub struct TriggersDoc {
    /// `check`.
    pub check: Option<Names>,
    /// `save`.
    pub save: Option<Names>,
}

const OPERATIONS: &[(&str, Operation)] = &[
    ("list", Operation::List),
    ("retrieve", Operation::Retrieve),
    ("update", Operation::Update),
    ("destroy", Operation::Destroy),
    ("clear", Operation::Clear),
];

const OPERATION: Takes = Takes::Word(&["list", "retrieve", "update", "destroy", "clear"]);
const OPERATIONS_TAKE: Takes = Takes::Either(&[OPERATION, Takes::List(&OPERATION)]);

pub(super) const KEYS: &[Key] = &[
    key("help", "text", "What a record is: the doc comment, the help and the description in the API.")
        .takes(Takes::Text),
    key("class", "a Rust type name", "The Rust type, by default made from the name.").takes(Takes::Text),
    key("base", "a name in data_base", "What to inherit from first.").takes(Takes::Text),
    key("mixins", "a name or a list of names in data_mixins", "What to inherit from next; a later one wins.")
        .takes(Takes::Texts),
    key("id", "a field", "The identifier is the value of this field.").takes(Takes::Text),
    key("id_fields", "a list of fields", "The identifier is a digest of these fields.").takes(Takes::Texts),
    key("key", "a field", "The field by which people address a record.").takes(Takes::Text),
    key("fields", "a mapping of names to fields", "The fields; null removes an inherited one.")
        .takes(Takes::Entries(&Takes::Entry(Table::Field))),
    key("meta", "a mapping", "The original's place for ordering, unique sets and scope.")
        .takes(Takes::Entry(Table::Meta)),
    key("ordering", "a list of fields, `-` before one descends", "The order of lists.").takes(Takes::Texts),
    key("unique", "a list of fields, or a list of such lists", "Fields whose values no two records share together.")
        .takes(names::SETS),
    key("scope", "a relation or a list of them", "The relations within which the key is unique.").takes(Takes::Texts),
    key(
        "index",
        "a list of fields, or a list of such lists, `-` before one descends",
        "Fields that are looked up or ordered together.",
    )
    .takes(names::SETS),
    key("roles", "`edit` and `view`, each a list of roles", "Who may write and read; without it only `admin`.")
        .takes(Takes::Entry(Table::Roles)),
    key("api", "true or false", "Whether the data API serves it.").takes(Takes::Boolean),
    key("hidden_fields", "a list of fields", "Fields that exist for nobody outside.").takes(Takes::Texts),
    key("diesel", "true or false", "Whether a Diesel schema is written for it.").takes(Takes::Boolean),
    key("hooks", "true or false", "Whether code of yours takes part when its records are written.")
        .takes(Takes::Boolean),
    key("store", "main or messages", "Which file of an embedded database holds the table; for the platform only."),
    key("override", "a list of keys and fields", "What this entry changes of an entry of another owner.")
        .takes(Takes::Texts),
    ignored("app", "The original's code package."),
    ignored("packages", "The original's groups of database dumps."),
    takes("display", Takes::Text, "How a record is called on a terminal, with `<field>` for values."),
    takes("auto_create", Takes::Boolean, "Whether a record is created when another one refers to it."),
    takes("triggers", Takes::Entry(Table::Triggers), "States that say when records are initialised."),
    takes("aliases", Takes::Texts, "Other names of a base or mixin."),
    dead("search_fields", "remove it: every text field that one may see is searched"),
    takes("extend", Takes::Text, "A data model: each record is one of that model too, with the fields of both."),
    takes("disable_ops", OPERATIONS_TAKE, "What nobody may do with the records by the API or a command made for them."),
];

pub(super) const TRIGGERS_KEYS: &[Key] = &[
    takes("check", Takes::Texts, "Initialise if one of these states is true."),
    takes("save", Takes::Texts, "States that become true when a record is saved."),
];

pub(super) const ROLES_KEYS: &[Key] = &[
    key("edit", "a role or a list of roles", "Roles that may write, and read."),
    key("view", "a role or a list of roles", "Roles that may read; `public` is everyone."),
];

pub(super) fn read_data(kind: DataKind, entry: &Entry, reader: &mut Reader<'_>) -> DataDoc {
    let (mut document, is_fine) = reader.watch(|reader| read_entry(kind, entry, reader));
    document.is_mistaken = !is_fine;
    document
}

fn read_entry(kind: DataKind, entry: &Entry, reader: &mut Reader<'_>) -> DataDoc {
    let name = &entry.key;
    let what = format!("`{}`", name.value);
    let Some(mapping) = Mapping::open(name.span, what, &entry.value, KEYS, reader) else {
        return DataDoc::empty(kind, name.clone());
    };
    let no_id_fields = mapping.written("id_fields").filter(|entry| entry.value.is_null()).map(|entry| entry.key.span);
    let meta = meta::read_meta(&mapping, reader);
    let document = DataDoc {
        help: mapping.text("help", reader),
        class: mapping.text("class", reader),
        base: mapping.text("base", reader).map(|base| with_its_new_name(base, reader)),
        extend: mapping.text("extend", reader),
        mixins: mapping.names("mixins", reader).map(|names| names.value).unwrap_or_default(),
        id: mapping.text("id", reader),
        id_fields: mapping.names("id_fields", reader),
        no_id_fields,
        key: mapping.text("key", reader),
        fields: read_fields(&mapping, reader),
        roles: read_roles(&mapping, reader),
        api: mapping.boolean("api", reader),
        hidden_fields: mapping.names("hidden_fields", reader),
        diesel: mapping.boolean("diesel", reader),
        hooks: mapping.boolean("hooks", reader),
        store: mapping.word("store", &[("main", Store::Main), ("messages", Store::Messages)], reader),
        display: mapping.text("display", reader),
        auto_create: mapping.boolean("auto_create", reader),
        disabled: read_disabled(&mapping, reader),
        triggers: read_triggers(&mapping, reader),
        aliases: mapping.names("aliases", reader).map(|names| names.value).unwrap_or_default(),
        overrides: mapping.names("override", reader).map(|names| names.value).unwrap_or_default(),
        ..DataDoc::empty(kind, name.clone())
    };
    if let (Some(id), Some(fields)) = (&document.id, &document.id_fields) {
        reader.report(given_twice(fields.span, id.span, "the identifier"));
    }
    document.with_meta(meta)
}

/// Specs of old call the base `id_resource` otherwise.
fn with_its_new_name(base: Spanned<String>, reader: &mut Reader<'_>) -> Spanned<String> {
    if base.value != "resource" {
        return base;
    }
    reader.report(old_name(&base, "id_resource"));
    base.map(|_| "id_resource".to_owned())
}

fn read_disabled(mapping: &Mapping<'_>, reader: &mut Reader<'_>) -> Vec<Spanned<Operation>> {
    let names = mapping.names("disable_ops", reader).map(|names| names.value).unwrap_or_default();
    let what = mapping.what("disable_ops");
    names.iter().filter_map(|name| closed::read(name, &what, OPERATIONS, reader)).collect()
}

fn read_fields(mapping: &Mapping<'_>, reader: &mut Reader<'_>) -> Vec<FieldDoc> {
    let Some(entry) = mapping.entry("fields") else { return Vec::new() };
    named(&entry.value, "`fields`", reader).iter().map(|field| read_field(field, reader)).collect()
}

fn read_roles(mapping: &Mapping<'_>, reader: &mut Reader<'_>) -> RolesDoc {
    let Some(entry) = mapping.entry("roles") else { return RolesDoc::default() };
    let roles = Mapping::open(entry.key.span, "`roles`", &entry.value, ROLES_KEYS, reader);
    roles.map_or_else(RolesDoc::default, |roles| RolesDoc {
        edit: role_names(&roles, "edit", reader),
        view: role_names(&roles, "view", reader),
    })
}

fn read_triggers(mapping: &Mapping<'_>, reader: &mut Reader<'_>) -> TriggersDoc {
    let Some(entry) = mapping.entry("triggers") else { return TriggersDoc::default() };
    let triggers = Mapping::open(entry.key.span, "`triggers`", &entry.value, TRIGGERS_KEYS, reader);
    triggers.map_or_else(TriggersDoc::default, |triggers| TriggersDoc {
        check: triggers.names("check", reader),
        save: triggers.names("save", reader),
    })
}

/// `false` is the original's word for no role.
fn role_names(roles: &Mapping<'_>, key: &str, reader: &mut Reader<'_>) -> Option<Names> {
    let entry = roles.entry(key)?;
    if super::reader::is_false(&entry.value) {
        return Some(Spanned::new(Vec::new(), entry.value.span));
    }
    roles.names(key, reader)
}

impl DataDoc {
    fn with_meta(self, meta: MetaDoc) -> Self {
        Self {
            ordering: meta.ordering,
            unique: meta.unique,
            scope: meta.scope,
            index: meta.index,
            plural: meta.plural,
            dynamic_fields: meta.dynamic_fields,
            provider_name: meta.provider_name,
            ..self
        }
    }

    fn empty(kind: DataKind, name: Spanned<String>) -> Self {
        Self {
            kind,
            name,
            is_mistaken: false,
            help: None,
            class: None,
            base: None,
            extend: None,
            mixins: Vec::new(),
            id: None,
            id_fields: None,
            no_id_fields: None,
            key: None,
            fields: Vec::new(),
            ordering: None,
            unique: None,
            scope: None,
            index: None,
            plural: None,
            roles: RolesDoc::default(),
            api: None,
            hidden_fields: None,
            diesel: None,
            hooks: None,
            store: None,
            display: None,
            auto_create: None,
            disabled: Vec::new(),
            triggers: TriggersDoc::default(),
            dynamic_fields: None,
            provider_name: None,
            aliases: Vec::new(),
            overrides: Vec::new(),
        }
    }
}
