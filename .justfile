# Short names for what one types often; each line can be typed as it stands. `just` lists them.

_:
    @just --list

# Everything that a change must pass.
ci:
    .ci/run

# What takes longer: many more property cases, every bench.
long:
    .ci/long

# The tests whose names contain WORD.
test WORD="":
    cargo test --locked {{WORD}}

# Take over what a change is meant to change: screens, recorded answers, the README's keys and picture.
bless:
    INSTA_UPDATE=always UPDATE=1 cargo test --locked

# One bench: start, frame, search, check, similar, targets, importer, growth.
bench NAME:
    cargo bench --locked --bench {{NAME}}

# Read the bundled texts anew into data/plans.json and its index.
bundle:
    cargo run --locked --release -- bundle

# The documentation of the crate, in the browser.
doc:
    cargo doc --locked --no-deps --open
