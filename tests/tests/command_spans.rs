//! Whatever of the commands writes does so in a span of its own name, so that traces and log lines tell which it was.

use std::{collections::BTreeSet, fs, path::Path};

use syn::{
    Expr, ExprCall, ExprMethodCall, ImplItemFn, Lit, Visibility,
    visit::{self, Visit},
};

/// A function of the commands.
#[derive(Debug)]
struct Function {
    name: String,
    is_public: bool,
    is_async: bool,
    /// What it calls of itself, and how it begins to write.
    calls: BTreeSet<String>,
    /// The names of the spans it makes.
    spans: Vec<String>,
}

#[derive(Default)]
struct Functions(Vec<Function>);

impl<'ast> Visit<'ast> for Functions {
    fn visit_impl_item_fn(&mut self, function: &'ast ImplItemFn) {
        let mut calls = Calls::default();
        calls.visit_block(&function.block);
        self.0.push(Function {
            name: function.sig.ident.to_string(),
            is_public: matches!(function.vis, Visibility::Public(_)),
            is_async: function.sig.asyncness.is_some(),
            calls: calls.methods,
            spans: calls.spans,
        });
    }
}

#[derive(Default)]
struct Calls {
    methods: BTreeSet<String>,
    spans: Vec<String>,
}

impl<'ast> Visit<'ast> for Calls {
    fn visit_expr_method_call(&mut self, call: &'ast ExprMethodCall) {
        let is_own = matches!(&*call.receiver, Expr::Path(path) if path.path.is_ident("self"));
        if is_own || ["begin", "begin_accounts"].contains(&call.method.to_string().as_str()) {
            self.methods.insert(call.method.to_string());
        }
        visit::visit_expr_method_call(self, call);
    }

    fn visit_expr_call(&mut self, call: &'ast ExprCall) {
        if let (Expr::Path(path), Some(Expr::Lit(name))) = (&*call.func, call.args.first())
            && path.path.is_ident("command")
            && let Lit::Str(name) = &name.lit
        {
            self.spans.push(name.value());
        }
        visit::visit_expr_call(self, call);
    }
}

fn read(folder: &Path, found: &mut Functions) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            read(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let source = fs::read_to_string(&path).expect("a source");
            found.visit_file(&syn::parse_file(&source).expect("Rust"));
        }
    }
}

#[test]
fn whatever_writes_does_so_in_a_span_of_its_name() {
    let mut functions = Functions::default();
    let curation = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/curation/src");
    read(&curation, &mut functions);
    let functions: Vec<Function> = functions.0.into_iter().filter(|function| function.is_async).collect();
    let mut writing = BTreeSet::from(["begin".to_owned(), "begin_accounts".to_owned()]);
    while let Some(next) =
        functions.iter().find(|function| !writing.contains(&function.name) && !function.calls.is_disjoint(&writing))
    {
        writing.insert(next.name.clone());
    }
    let public: Vec<&Function> = functions.iter().filter(|function| function.is_public).collect();
    let commands = public.iter().filter(|function| !function.calls.is_disjoint(&writing));
    let without: Vec<&str> =
        commands.clone().filter(|command| command.spans.is_empty()).map(|command| command.name.as_str()).collect();
    assert!(commands.count() > 80, "the commands are not seen");
    assert_eq!(without, [""; 0], "write without a span");
    for function in functions.iter().filter(|function| !function.spans.is_empty()) {
        assert_eq!(function.spans, [function.name.as_str()], "a span is called as its command");
    }
}
