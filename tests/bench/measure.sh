# shellcheck shell=bash disable=SC2034 # variables are set here for the scripts that source this file
# What `run` and `compare` share: programs, catalogues, and measuring. Sourced, never run.
#
#   BENCH_DIR    where catalogues and output go; in memory (/dev/shm/katalog-bench)
#   BENCH_RUNS   how many runs are measured, after one warm-up (3)
#   BENCH_KEEP   1: leave catalogues and output behind (0)
#   KATALOG      the program to measure, instead of building the release one
#   NATIONAL     the generator, instead of building it

export LC_ALL=C
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
repository=$(cd "$here/../.." && pwd)
bench=${BENCH_DIR:-/dev/shm/katalog-bench}
runs=${BENCH_RUNS:-3}
timing=

say() { printf '%s\n' "$*" >&2; }
die() { say "$(basename "$0"): $*"; exit 2; }

# GNU time, from Debian's package `time` when it is missing.
need_time() {
    [[ -x /usr/bin/time ]] && return
    say "GNU time is missing: installing the Debian package \`time\`"
    local sudo=()
    ((EUID == 0)) || sudo=(sudo)
    "${sudo[@]}" apt-get install -y -q time >&2 || die "could not install \`time\`"
}

# Builds what is to be measured; sets $katalog and $national.
build_programs() {
    local target=${CARGO_TARGET_DIR:-$repository/target}
    local cargo=(cargo build --release --quiet --manifest-path "$repository/Cargo.toml")
    katalog=${KATALOG:-$target/release/katalog}
    national=${NATIONAL:-$target/release/examples/national}
    [[ -n ${KATALOG:-} ]] || "${cargo[@]}" --bin katalog || die "katalog does not build"
    [[ -n ${NATIONAL:-} ]] || "${cargo[@]}" --example national || die "the generator does not build"
}

# Checks the sizes and gets ready. The arguments are `example` or numbers of event types.
prepare() {
    local size
    for size in "$@"; do
        [[ $size == example || $size =~ ^[1-9][0-9]*$ ]] ||
            die "a size is \`example\` or a number of event types, not \`$size\`"
    done
    [[ $runs =~ ^[1-9][0-9]*$ ]] || die "BENCH_RUNS must be a whole number from 1"
    need_time
    build_programs
    mkdir -p "$bench" || die "cannot make $bench"
    timing=$(mktemp "$bench/timing.XXXXXX") || die "cannot write in $bench"
    trap 'rm -f "$timing"' EXIT
}

# The folder of a catalogue, made if need be: source_of SIZE
source_of() {
    if [[ $1 == example ]]; then
        printf '%s\n' "$repository"
        return
    fi
    local folder=$bench/national-$1
    rm -rf "${folder:?}"
    "$national" "$folder" --event-types "$1" >&2 || die "the generator failed"
    printf '%s\n' "$folder"
}

output_of() { printf '%s\n' "$bench/out-$1"; }

# The files that a catalogue consists of, ending in NUL: input_files ROOT
input_files() {
    local part parts=()
    for part in katalog.yaml catalogue content; do
        [[ -e $1/$part ]] && parts+=("$1/$part")
    done
    find "${parts[@]}" -type f -print0
}

event_types() {
    find "$1/catalogue/producers" -mindepth 3 -name '*.yaml' ! -name process.yaml | wc -l
}

files_in() { find "$1" -type f | wc -l; }
pages_in() { find "$1" -type f -name '*.html' | wc -l; }
# Bytes of content, not of blocks; a file with several hard links counts each time.
bytes_in() { find "$1" -type f -printf '%s\n' | awk '{ sum += $1 } END { printf "%d\n", sum }'; }

# Runs a command once to warm up and $runs times to measure; sets $wall, $cpu (seconds),
# $peak (MB) to the medians and $status to the last exit code.
#   measure BEFORE COMMAND…    BEFORE: a function that is called, unmeasured, before each run
measure() {
    local before=$1 run rows
    shift
    rows=
    status=0
    for ((run = 0; run <= runs; run++)); do
        "$before"
        status=0
        /usr/bin/time -q -o "$timing" -f '%e %U %S %M' -- "$@" >"$timing.log" 2>&1 || status=$?
        if ((status > 1)); then
            tail -n 20 "$timing.log" >&2
            rm -f "$timing.log"
            die "exit code $status from: $*"
        fi
        ((run == 0)) || rows+=$(awk '{ print $1, $2 + $3, $4 / 1024 }' "$timing")$'\n'
    done
    rm -f "$timing.log"
    wall=$(median 1 "$rows")
    cpu=$(median 2 "$rows")
    peak=$(median 3 "$rows")
}

# The middle value of a column, the mean of two when they are even in number: median COLUMN ROWS
median() {
    printf '%s' "$2" | cut -d ' ' -f "$1" | sort -n | awk '
        { value[NR] = $1 }
        END { print (value[int((NR + 1) / 2)] + value[int((NR + 2) / 2)]) / 2 }'
}

nothing() { :; }

# What the figures are worth depends on this.
describe_machine() {
    printf 'Machine: %s cores, %s GB memory, load %s at the start; output in %s (%s); ' \
        "$(nproc)" "$(awk '/MemTotal/ { printf "%.0f", $2 / 1048576 }' /proc/meminfo)" \
        "$(cut -d ' ' -f 1 /proc/loadavg)" "$bench" "$(stat -f -c %T "$bench")"
    printf 'median of %s runs after one warm-up.\n\n' "$runs"
}

clean_up() {
    [[ ${BENCH_KEEP:-0} == 1 ]] || rm -rf "${bench:?}/national-$1" "${bench:?}/out-$1" "${bench:?}/copy-$1"
}
