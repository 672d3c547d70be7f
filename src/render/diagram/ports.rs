//! Where lines meet a side of a box: each at a place of its own, in the order in which
//! they come, and as near to where it comes from as the others leave room for.

/// Places between `from` and `to` for lines that want to be at `wants`, which stand in
/// order; at least `apart` from each other where there is room for that.
pub(super) fn spread(wants: &[f64], from: f64, to: f64, apart: f64) -> Vec<f64> {
    let steps = count(wants.len().saturating_sub(1));
    let apart = if steps > 0.0 {
        apart.min((to - from) / steps)
    } else {
        0.0
    };
    // Without the distances that they must keep, places only have to be in order. The
    // nearest such places are the means of those runs that are out of order.
    let mut runs: Vec<(f64, usize)> = Vec::new();
    for (at, want) in wants.iter().enumerate() {
        let mut run = (want.clamp(from, to) - count(at) * apart, 1);
        while let Some(before) = runs.last().copied().filter(|before| before.0 > run.0) {
            let sum = before.0 * count(before.1) + run.0 * count(run.1);
            run.1 += before.1;
            run.0 = sum / count(run.1);
            runs.pop();
        }
        runs.push(run);
    }
    let all = runs
        .iter()
        .flat_map(|(mean, length)| std::iter::repeat_n(*mean, *length));
    let last = to - steps * apart;
    all.enumerate()
        .map(|(at, place)| place.clamp(from, last.max(from)) + count(at) * apart)
        .collect()
}

fn count(number: usize) -> f64 {
    u32::try_from(number).map_or(0.0, f64::from)
}
