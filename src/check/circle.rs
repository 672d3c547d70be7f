//! Circles among things that lead to each other.

use std::collections::VecDeque;

/// The shortest way from a thing back to itself, as things with the step that leads on
/// from each; only by way of later ones, so that each circle is found once. Nothing when
/// there is no way back. `steps` gives where a thing leads, and by what.
pub(in crate::check) fn circle<S: Copy>(
    count: usize,
    start: usize,
    steps: impl Fn(usize) -> Vec<(usize, S)>,
) -> Vec<(usize, S)> {
    // How each was reached: from which, and by which step.
    let mut reached: Vec<Option<(usize, S)>> = vec![None; count];
    let mut next = VecDeque::from([start]);
    while let Some(at) = next.pop_front() {
        for (to, step) in steps(at) {
            if to == at || to < start || to >= count {
                continue;
            }
            if to == start {
                let mut way = vec![(at, step)];
                let mut here = at;
                while let Some((from, step)) = reached[here] {
                    way.push((from, step));
                    here = from;
                }
                way.reverse();
                return way;
            }
            if reached[to].is_none() {
                reached[to] = Some((at, step));
                next.push_back(to);
            }
        }
    }
    Vec::new()
}

#[cfg(test)]
mod tests {
    use super::circle;

    #[test]
    fn the_shortest_way_back_is_found_once() {
        let next = [vec![1], vec![2, 0], vec![0], vec![3]];
        let of = |start| {
            let way = circle(next.len(), start, |at| {
                next[at].iter().map(|to| (*to, ())).collect()
            });
            way.into_iter().map(|(at, ())| at).collect::<Vec<_>>()
        };
        assert_eq!(of(0), [0, 1]);
        assert!(of(1).is_empty() && of(2).is_empty() && of(3).is_empty());
    }
}
