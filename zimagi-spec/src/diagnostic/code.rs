//! The codes: one line for each kind of mistake, with its title, severity and page.
//!
//! Codes are never reused. Families: 01 YAML and shape, 02 names and references, 03 data, 04 commands, 05 imports,
//! 06 access, 07 files, manifest and merging, 08 plugins, calculations and what runs beside the application.

/// How much a diagnostic matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Something to know.
    Note,
    /// Something to change; the build goes on.
    Warning,
    /// The build stops.
    Error,
}

/// Declares the enum, its list and its tables, so that a code is one line.
macro_rules! codes {
    ($($text:literal $name:ident $severity:ident $title:literal;)*) => {
        /// The kinds of diagnostics.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Code {
            $(#[doc = concat!($text, ": ", $title, ".")] $name,)*
        }

        impl Code {
            /// Every code, in order.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The code as shown, `Z0203`.
            #[must_use]
            pub const fn text(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }

            /// What kind of mistake it is, in a few words.
            #[must_use]
            pub const fn title(self) -> &'static str {
                match self { $(Self::$name => $title,)* }
            }

            /// How much it matters.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity,)* }
            }

            /// The page: what the code means, an example that fails and the edit that repairs it.
            #[must_use]
            pub const fn explain(self) -> &'static str {
                match self {
                    $(Self::$name => include_str!(concat!(
                        env!("CARGO_MANIFEST_DIR"), "/../docs/errors/", $text, ".md"
                    )),)*
                }
            }
        }
    };
}

codes! {
    "Z0101" InvalidYaml Error "the file is not YAML";
    "Z0102" DuplicateKey Error "a key is written twice";
    "Z0103" SeveralDocuments Error "a file holds more than one document";
    "Z0104" TooManyNodes Error "aliases expand to too many nodes";
    "Z0105" TooDeep Error "the nesting is too deep";
    "Z0106" UnknownTag Error "a YAML tag has no meaning in specs";
    "Z0107" BadMerge Error "`<<` merges something that is no mapping";
    "Z0108" OldBoolean Error "a word was a boolean in YAML 1.1 and is text in YAML 1.2";
    "Z0109" LeadingZero Error "a number with a leading zero was octal in YAML 1.1";
    "Z0110" Sexagesimal Error "numbers with colons were base 60 in YAML 1.1";
    "Z0111" Underscored Error "a number with underscores is text in YAML 1.2";
    "Z0112" Tilde Warning "`~` means null";
    "Z0113" WrongShape Error "a value has the wrong shape";
    "Z0114" UnknownKey Error "a key is not known here";
    "Z0115" UnknownSection Error "a section is not known";
    "Z0116" MissingKey Error "a key is missing";
    "Z0117" UnknownWord Error "a word is not one of those possible";
    "Z0118" NotSupportedYet Error "a part of the language is not supported yet";
    "Z0119" OldName Warning "a key has a new name";
    "Z0120" GivenTwice Error "the same thing is said in two ways";
    "Z0121" KeyNotText Error "a key is not text";
    "Z0122" UnknownReference Error "a reference refers to nothing";
    "Z0123" DeadKey Warning "a key has no effect any more";
    "Z0201" BadName Error "a name has characters that names cannot have";
    "Z0202" ReservedName Error "a name is taken by the platform";
    "Z0203" UnknownBase Error "a base is not declared";
    "Z0204" UnknownMixin Error "a mixin is not declared";
    "Z0205" UnknownModel Error "a data model is not declared";
    "Z0206" InheritanceCycle Error "bases or mixins form a cycle";
    "Z0207" SameTypeName Error "two models have the same Rust type name";
    "Z0208" SameRustName Error "two commands become the same in Rust";
    "Z0209" SqlNameTooLong Error "an SQL name is too long for a database";
    "Z0210" SameTable Error "two models have the same table";
    "Z0211" SameColumn Error "two fields have the same column";
    "Z0212" SameAccessor Error "a reverse relation has the name of something else";
    "Z0213" BadTypeName Error "`class` is no Rust type name";
    "Z0220" HidesRust Error "a name hides one of Rust's own";
    "Z0301" UnknownField Error "a field is not declared";
    "Z0302" FieldWithoutType Error "a field has no type";
    "Z0303" RelationShape Error "type and relation of a field do not fit together";
    "Z0304" OptionUnfit Error "an option does not fit the field's type";
    "Z0305" DefaultUnfit Error "a default does not fit the type";
    "Z0306" SetNullWithoutNull Error "`set_null` on a field that cannot be null";
    "Z0307" NoIdentifier Error "a data model has no identifier";
    "Z0308" NullableIdentifier Error "an identifier or key may be null";
    "Z0309" ScopeNotRelation Error "a scope is not a relation";
    "Z0310" LengthOutOfRange Error "`max_length` is out of range";
    "Z0311" NothingToRemove Error "a field is removed that is not inherited";
    "Z0312" IndexTooLong Error "an index is too long for a database";
    "Z0313" RelationAcrossStores Error "a relation crosses database files";
    "Z0314" TooManyColumns Error "a model has too many columns for Diesel";
    "Z0315" DieselMissing Error "a Diesel schema is asked for and the dependency is missing";
    "Z0316" ReservedField Error "a field belongs to the platform";
    "Z0317" RelationCycle Error "relations form a cycle";
    "Z0318" HiddenIdentifier Error "an identifier or key is hidden";
    "Z0319" HiddenOrdering Error "the default order shows a hidden field";
    "Z0320" OptionForced Warning "an option changes nothing here";
    "Z0321" ChoiceUnfit Error "a choice does not fit the field";
    "Z0322" DefaultOutside Error "a default is not one of the legal values";
    "Z0323" EmptyRange Error "no value lies between `min` and `max`";
    "Z0324" DecimalShape Error "the digits of a decimal are missing or out of range";
    "Z0325" EncryptedUnfit Error "a field cannot be encrypted";
    "Z0326" ToField Error "`to_field` names something else than the identifier";
    "Z0327" AutomaticTime Error "a field that sets itself exists already";
    "Z0328" SettingReference Error "a setting of the original stands for a value";
    "Z0329" LinkUnfit Error "a many-to-many relation stands where a field is needed";
    "Z0330" ThroughShape Error "`through` does not relate both sides";
    "Z0331" SetDefaultWithoutDefault Error "`set_default` on a relation without default";
    "Z0332" AliasUnfit Error "an alias is taken, or is one of a data model";
    "Z0333" ComputedField Error "a computed field has the name of something else";
    "Z0334" HiddenDisplay Error "`display` shows a hidden field";
    "Z0335" ScopeCycle Error "scopes form a cycle";
    "Z0345" ExtendIdentifier Error "a model that extends another says its own identifier";
    "Z0346" ExtendedField Error "a field exists in the extended model";
    "Z0347" ExtendedImport Error "an import fills a model that extends another";
    "Z0380" SettingOutOfRange Error "a setting of a command is out of range";
    "Z0381" ParseArgument Error "an argument in `parse` does not fit";
    "Z0401" PositionalOrder Error "positional parameters are in an impossible order";
    "Z0402" ParameterShape Error "the keys of a parameter do not fit together";
    "Z0403" BadOption Error "an option is not written `--name`";
    "Z0404" SameOption Error "two parameters have the same option";
    "Z0405" ReservedCommand Error "a command or option belongs to the platform";
    "Z0406" CommandWithin Error "a command stands below a command";
    "Z0407" UnknownParameter Error "`parse` names a parameter that is not declared";
    "Z0408" MixinNeverExisted Warning "a command mixin never existed";
    "Z0409" ResourceWithoutBase Warning "`resource` without `base` makes no commands";
    "Z0501" ImportField Error "an import fills a field that does not exist or that it cannot fill";
    "Z0502" ImportSide Error "a relation is mapped like a plain field, or the other way round";
    "Z0503" UnknownImport Error "`requires` names something that is not declared";
    "Z0504" ImportCycle Error "imports require each other";
    "Z0505" ImportIncomplete Error "an import leaves a required field empty";
    "Z0506" AmbiguousKey Error "an import looks records up by a field that is not unique";
    "Z0507" BadSeparator Error "a separator is not one ASCII character";
    "Z0601" UndeclaredRole Error "a role is not declared";
    "Z0602" AccessWidened Error "a module adds roles to another owner's entry";
    "Z0603" OpensAccess Note "the application opens access to another owner's entry";
    "Z0604" ReservedRole Error "a role cannot be used or declared here";
    "Z0605" InheritanceWidened Error "a module opens access to another owner's model by a base or mixin";
    "Z0701" UnreadableFile Error "a file cannot be read";
    "Z0702" NoManifest Error "`zimagi.yml` is missing";
    "Z0703" ValueChanged Error "a value of another entry is changed without `override`";
    "Z0704" UselessOverride Error "`override` names a key that changes nothing";
    "Z0705" PlatformOnly Error "a key is for the platform only";
    "Z0706" NoDatabase Error "`databases` is empty";
    "Z0707" IncompatibleVersion Error "the specs are for another version";
    "Z0708" NoCompatibility Warning "the manifest does not say which version the specs are for";
    "Z0709" SameModule Error "two modules have the same name";
    "Z0710" GroupsWidened Error "a module opens a command of another owner";
    "Z0711" ApiWidened Error "a module has records of another owner's model served";
    "Z0712" CommandApiWidened Error "a module offers a command of another owner in the command API";
    "Z0713" HiddenWidened Error "a module shows hidden fields of another owner's model";
    "Z0714" EncryptionDropped Error "a module stores an encrypted field of another owner's model in plain form";
    "Z0715" Contradiction Error "a module says two things of one entry";
    "Z0720" ModuleMissing Error "a module that is used is not installed";
    "Z0721" ModuleCycle Error "modules use each other";
    "Z0722" BadVariable Error "a name cannot be the one of an environment variable";
    "Z0723" VariablesNotSet Warning "environment variables of a manifest are not set";
    "Z0724" NoLibrary Error "`lib` is no folder of the module";
    "Z0725" DottedName Warning "a file is not read for a dot in its name";
    "Z0730" BadLock Error "`zimagi.lock` cannot be read";
    "Z0731" ModuleChanged Error "a module below `modules` is not what was pinned";
    "Z0732" ModuleUnpinned Error "a folder below `modules` is not pinned";
    "Z0733" ModuleLost Error "a pinned module is not there";
    "Z0734" ModuleFile Error "a module below `modules` holds a file that it must not hold";
    "Z0750" SameParent Error "two migrations follow the same one";
    "Z0751" OutOfOrder Error "a migration does not follow the one before it";
    "Z0801" UnknownWorker Error "a worker is not declared";
    "Z0802" UnknownProvider Error "a plugin has no such provider";
    "Z0803" UnknownRequirement Error "`requires` names a calculation or service that is not declared";
    "Z0804" UnknownPlugin Error "a plugin is not declared";
    "Z0805" ProviderMixin Error "a data model behind a plugin has no place for its settings";
}
