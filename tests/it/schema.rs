//! `guihua schema`: what every command prints over the bundled plans is as its schema says, and wrong documents are not.

mod validator;

use serde_json::{Value, json};

use validator::{errors, undescribed};

/// What a command prints with these arguments.
fn printed(arguments: &[&str]) -> Value {
    let output = crate::program().args(arguments).output().expect("the program starts");
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{arguments:?}: {error}"))
}

/// Arguments for every command that prints JSON, so that its output has each of its fields filled somewhere.
const ASKED: [&[&str]; 40] = [
    &["tree"],
    &["show", "云浮"],
    &["show", "佛山", "--deep"],
    &["show", "清远", "--deep"],
    &["show", "湘桥", "--deep"],
    &["show", "云浮", "--deep"],
    &["show", "中山", "--deep"],
    &["tasks"],
    &["tasks", "--no-unit"],
    &["depts"],
    &["dossier", "卫生健康局"],
    &["dossier", "残联"],
    &["matrix"],
    &["indicators"],
    &["compare"],
    &["compare", "婴儿死亡率"],
    &["similar", "xiangqiao-145/3.3.2"],
    &["similar", "yunfu-2030/3.4.5"],
    &["similar", "yunfu-2030/3.4.5", "--with", "zhongshan-145/4.6.1"],
    &["targets"],
    &["check"],
    &["search", "教育局", "--limit", "500"],
    &["search", "控烟"],
    &["search", "rsj"],
    &["search", "renshej"],
    &["search", "云浮"],
    &["search", "时限:2025", "--limit", "500"],
    &["search", "没有这个词"],
    &["export"],
    &["import", "--dry-run", "seeds/yunfu-2030.txt"],
    &["import", "--dry-run", "tests/it/fixtures"],
    &["plans"],
    &["plans", "show", "yunfu-2030"],
    &["plans", "verify"],
    &["progress", "--plan", "清远"],
    &["config"],
    &["config", "--keys"],
    &["doctor"],
    &["depts", "--plan", "佛山"],
    &["check", "--plan", "清远"],
];

/// Breaks a document in one way.
type Change<'a> = &'a dyn Fn(&mut Value);

#[test]
fn what_the_commands_print_is_as_their_schemas_say() {
    let schemas = printed(&["schema"]);
    let commands = schemas.as_object().expect("an object");
    for (command, schema) in commands {
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
        assert_eq!(*schema, printed(&["schema", command]), "alone and among all");
        assert!(ASKED.iter().any(|arguments| arguments[0] == command), "{command} is not tried");
    }
    for arguments in ASKED {
        let schema = commands.get(arguments[0]).unwrap_or_else(|| panic!("no schema of {}", arguments[0]));
        let asked =
            if arguments[0] == "export" { arguments.to_vec() } else { [arguments, &["--format", "json"]].concat() };
        let document = printed(&asked);
        let errors = errors(schema, &document);
        assert!(errors.is_empty(), "{arguments:?}: {:?}", errors.first());
        let undescribed = undescribed(schema, &document);
        assert!(undescribed.is_empty(), "{arguments:?}: fields in no schema: {undescribed:?}");
    }
}

#[test]
fn wrong_documents_fail() {
    let schema = printed(&["schema", "tasks"]);
    let right = printed(&["tasks", "--plan", "云浮", "--format", "json"]);
    assert_eq!(errors(&schema, &right), Vec::<String>::new());
    let broken = |change: &dyn Fn(&mut Value)| {
        let mut document = right.clone();
        change(&mut document[0]);
        errors(&schema, &document)
    };
    let changes: [(Change<'_>, &str); 7] = [
        (&|task| drop(task.as_object_mut().expect("an object").remove("plan")), "no plan"),
        (&|task| task["plan"] = Value::Null, "plan"),
        (&|task| task["id"] = json!(""), "id"),
        (&|task| task["lines"] = json!([1]), "lines"),
        (&|task| task["lines"] = json!([0, 3]), "lines"),
        (&|task| task["responsible"][0]["units"][0]["role"] = json!("chief"), "role"),
        (&|task| task["path"] = json!("a › b"), "path"),
    ];
    for (change, place) in changes {
        let errors = broken(change);
        assert!(errors.iter().any(|error| error.contains(place)), "{place}: {errors:?}");
    }
    assert!(!errors(&schema, &json!({})).is_empty(), "an object is no list");
    let plans = printed(&["schema", "matrix"]);
    let mut matrix = printed(&["matrix", "--format", "json"]);
    matrix[0]["plans"]["yunfu-2030"] = json!(3);
    assert!(!errors(&plans, &matrix).is_empty());
}

#[test]
fn commands_without_json_have_no_schema() {
    for (name, wanted) in [("man", "JSON"), ("completions", "JSON"), ("taks", "tasks"), ("bundle", "bundle")] {
        let output = crate::program().args(["schema", name]).output().expect("the program starts");
        let message = String::from_utf8(output.stderr).expect("UTF-8");
        assert_eq!(output.status.code(), Some(2), "{message}");
        assert!(message.contains(wanted) && message.lines().count() == 1, "{message}");
    }
}
