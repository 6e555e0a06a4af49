//! Decisions over a few models.

use zimagi_spec::descriptor::{
    AccessDescriptor, FieldDescriptor, FieldKind, IdentifierDescriptor, Limits, ModelDescriptor, Multiplicity,
    OnDelete, PUBLIC, Presence, RelationDescriptor, ReverseDescriptor, ScalarKind, Storage, Store, TriggersDescriptor,
    Visibility, Writability,
};

use super::{Access, Permit, RecordGroups};

static MODELS: &[&ModelDescriptor] = &[&CITY, &HOUSE];

const fn field(name: &'static str, kind: FieldKind, visibility: Visibility) -> FieldDescriptor {
    FieldDescriptor {
        name,
        column: name,
        help: "",
        kind,
        presence: Presence::Required,
        writability: Writability::Editable,
        visibility,
        storage: Storage::Plain,
        limits: Limits::NONE,
    }
}

const TEXT: FieldKind = FieldKind::Scalar(ScalarKind::Text);
const TO_CITY: FieldKind = FieldKind::Relation(RelationDescriptor {
    target: "city",
    stored: ScalarKind::Text,
    on_delete: OnDelete::Protect,
    multiplicity: Multiplicity::Many,
});

const fn model(
    name: &'static str,
    fields: &'static [FieldDescriptor],
    reverse: &'static [ReverseDescriptor],
    access: AccessDescriptor,
) -> ModelDescriptor {
    ModelDescriptor {
        name,
        singular: name,
        plural: name,
        owner: "test",
        help: "",
        table: name,
        store: Store::Main,
        is_served: true,
        disabled: &[],
        fields,
        links: &[],
        extends: None,
        record_groups: None,
        identifier: IdentifierDescriptor::Field("name"),
        key: Some("name"),
        scope: &[],
        ordering: &[],
        unique: &[],
        reverse,
        access,
        display: None,
        dynamic_fields: &[],
        is_created_on_reference: false,
        triggers: TriggersDescriptor { check: &[], save: &[] },
    }
}

static CITY: ModelDescriptor = model(
    "city",
    &[field("name", TEXT, Visibility::Shown), field("secret", TEXT, Visibility::Hidden)],
    &[
        ReverseDescriptor { name: "houses", model: "house", field: "city", multiplicity: Multiplicity::Many },
        ReverseDescriptor {
            name: "former_houses",
            model: "house",
            field: "former_city",
            multiplicity: Multiplicity::Many,
        },
    ],
    AccessDescriptor { edit: &["mayor"], view: &["guest"] },
);

static HOUSE: ModelDescriptor = model(
    "house",
    &[
        field("name", TEXT, Visibility::Shown),
        field("city", TO_CITY, Visibility::Shown),
        field("former_city", TO_CITY, Visibility::Hidden),
    ],
    &[],
    AccessDescriptor { edit: &[], view: &[PUBLIC] },
);

fn accesses(roles: &[&str]) -> [Access; 2] {
    let permit = Permit::decide(MODELS, roles);
    [permit.access("city"), permit.access("house")]
}

fn fields(permit: &Permit, model: usize) -> Vec<bool> {
    (0..MODELS[model].fields.len()).map(|index| permit.model(model).has_field(index)).collect()
}

#[test]
fn models_are_closed_unless_a_role_opens_them() {
    assert_eq!(accesses(&[]), [Access::None, Access::View]);
    assert_eq!(accesses(&["stranger"]), [Access::None, Access::View]);
    assert_eq!(accesses(&["guest"]), [Access::View, Access::View]);
    assert_eq!(accesses(&["guest", "mayor"]), [Access::Edit, Access::View]);
    assert_eq!(accesses(&["admin"]), [Access::Edit, Access::Edit]);
    assert_eq!(Permit::decide(MODELS, &["admin"]).access("invented"), Access::None);
}

/// Nobody is a member of it, but a group may have the name.
#[test]
fn the_word_public_is_no_role() {
    assert_eq!(accesses(&[PUBLIC]), [Access::None, Access::View]);
}

#[test]
fn a_relation_to_what_does_not_exist_does_not_exist() {
    assert_eq!(fields(&Permit::decide(MODELS, &[]), 1), [true, false, false]);
    assert_eq!(fields(&Permit::decide(MODELS, &["guest"]), 1), [true, true, false]);
}

#[test]
fn hidden_fields_exist_for_the_runtime_only() {
    assert_eq!(fields(&Permit::decide(MODELS, &["admin"]), 0), [true, false]);
    assert_eq!(fields(&Permit::platform(MODELS), 0), [true, true]);
}

#[test]
fn a_reverse_relation_is_as_visible_as_its_field() {
    let reverse = |permit: &Permit| [0, 1].map(|index| permit.model(0).has_reverse(index));
    assert_eq!(reverse(&Permit::decide(MODELS, &["guest"])), [true, false]);
    assert_eq!(reverse(&Permit::decide(MODELS, &[])), [false, false]);
    assert_eq!(reverse(&Permit::platform(MODELS)), [true, true]);
}

#[test]
fn groups_of_records_are_those_of_the_caller_and_everybodys() {
    let groups = |permit: &Permit| permit.record_groups().clone();
    assert_eq!(groups(&Permit::decide(MODELS, &[])), RecordGroups::Of(vec![PUBLIC.to_owned()]));
    let of = RecordGroups::Of(vec!["board".to_owned(), PUBLIC.to_owned()]);
    assert_eq!(groups(&Permit::decide(MODELS, &["board", PUBLIC])), of);
    assert_eq!(groups(&Permit::decide(MODELS, &["board", "admin"])), RecordGroups::All);
    assert_eq!(groups(&Permit::platform(MODELS)), RecordGroups::All);
}
